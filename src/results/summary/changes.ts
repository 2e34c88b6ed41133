/** 需修改事项: what one table has to change, numbered, 强制性 first, ready to be copied into a message to the unit. */
import { SEVERITY_NAMES, type Words } from '../../words';
import { NOTHING_TO_CHANGE, changeLine, moreChanges } from './texts';
import { Dec } from '../../workbook';
import { wrongCells } from '../items';
import type { Review, ReviewedTable } from '../types';
import { NOTHING, type Value, actualValue, expectedValue } from '../values';

const MOST_LINES = 10;
/** Letters of a sentence: with few findings there is room for what to do, with many for what is wrong. A row is 409 points tall at most. */
const LONGEST = 100;
const LONGEST_OF_MANY = 60;
const FEW = 5;
/** Cells of one finding that are named; further ones are counted. */
const MOST_CELLS = 3;

function valueText({ value, style }: Value, words: Words): string {
  if (value instanceof Dec) return style === 'percent' ? words.percent(value) : words.number(value);
  return value === null ? '' : `「${String(value)}」`;
}

/** The sentences, or the first alone where there are many findings; without the last full stop. */
function opening(sentence: string, many: boolean): string {
  const line = sentence.split('\n')[0]!;
  const letters = [...(many ? line.split('。')[0]! : line.replace(/。$/, ''))];
  const longest = many ? LONGEST_OF_MANY : LONGEST;
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('');
}

function lineOf(table: ReviewedTable, index: number, review: Review, words: Words, many: boolean): string {
  const finding = table.assessment.findings[index]!;
  const expected = expectedValue(finding);
  if (expected.value === NOTHING) return opening(table.spoken.sentences[index]!, many);
  const cells = wrongCells(finding);
  const place = `${cells.slice(0, MOST_CELLS).map(words.cell).join('、')}${cells.length > MOST_CELLS ? `等${cells.length}处` : ''}`;
  const named = finding.indicator === null ? place : `${place} ${words.name(finding.indicator)}`;
  return changeLine(
    named,
    review.messages.get(finding.code)?.title ?? finding.code,
    valueText(actualValue(finding, review.book), words),
    valueText(expected, words),
  );
}

export function changesText(table: ReviewedTable, review: Review, words: Words): string {
  const asked = table.assessment.findings.flatMap(({ severity }, index) => (severity === 'info' ? [] : [{ severity, index }]));
  if (asked.length === 0) return NOTHING_TO_CHANGE;
  const shown = asked.length > MOST_LINES ? asked.slice(0, MOST_LINES - 1) : asked;
  const lines = shown.map(
    ({ severity, index }, number) =>
      `${number + 1}. 【${SEVERITY_NAMES[severity]}】${lineOf(table, index, review, words, asked.length > FEW)}`,
  );
  return [...lines, ...(shown.length < asked.length ? [moreChanges(asked.length - shown.length)] : [])].join('\n');
}

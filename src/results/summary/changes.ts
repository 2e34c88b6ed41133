/** 需修改事项: what one table has to change, numbered, 强制性 first, ready to be copied into a message to the unit. */
import { SEVERITY_NAMES, type Words } from '../../words';
import { NOTHING_TO_CHANGE, changeLine } from './texts';
import { Dec } from '../../workbook';
import { wrongCells } from '../items';
import type { Review, ReviewedTable } from '../types';
import { NOTHING, type StyledValue, actualValue, expectedValue } from '../values';

/** Cells of one finding that are named; further ones are counted. */
const MOST_CELLS = 20;

function valueText({ value, style }: StyledValue, words: Words): string {
  if (value instanceof Dec) return style === 'percent' ? words.percent(value) : words.number(value);
  return value === null ? '' : `「${String(value)}」`;
}

/** The finding's own sentence, or where it stands, what is and what should be. */
function lineOf(table: ReviewedTable, index: number, review: Review, words: Words): string {
  const finding = table.assessment.findings[index]!;
  const expected = expectedValue(finding);
  if (expected.value === NOTHING) return table.spoken.sentences[index]!.split('\n').join(' ').replace(/。$/, '');
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

/** Every finding that asks for something, one a line; nothing is left out or cut but what a reviewer has accepted. */
export function changesText(table: ReviewedTable, review: Review, words: Words): string {
  const asked = table.assessment.findings.flatMap(({ severity }, index) =>
    severity === 'info' || table.answers.findings[index]?.state === 'accepted' ? [] : [{ severity, index }],
  );
  if (asked.length === 0) return NOTHING_TO_CHANGE;
  return asked
    .map(({ severity, index }, number) => `${number + 1}. 【${SEVERITY_NAMES[severity]}】${lineOf(table, index, review, words)}`)
    .join('\n');
}

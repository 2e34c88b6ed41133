/** The rules a sheet writes itself: in the row's criterion cell, in its description, in its footnotes. */
import { parseCriterion } from '../../criteria';
import { type Addr, addrKey, normal, oncePerObject, oncePerText, wordsPattern } from '../../workbook';
import type { Found, IndicatorRow, ScoreTable } from '../../score-table';
import type { Reference } from '../../standards';
import type { Rule } from '../types';
import words from '../data/rule-words.json';

const OWN: Reference = { title: '本表评分标准', status: 'practice' };
const NOTE: Reference = { title: '本表注释', status: 'practice' };

/** Words that only a rule has; a description without them describes. */
const SCORES = new RegExp(`${wordsPattern(words.scores)}|得\\d+(?:\\.\\d+)?分|扣\\d|[计记]\\d+(?:\\.\\d+)?分`);

/** The rule of the row's criterion cell, else of a description that reads like one; null where neither is there. */
export function sheetRule(scoreTable: ScoreTable, row: IndicatorRow): Rule | null {
  const { description } = row;
  const criterion = criterionCell(scoreTable, row);
  if (criterion !== undefined) return ruleIn(criterion.value, criterion.at);
  if (description?.value != null && SCORES.test(normal(description.value))) return ruleIn(description.value, description.at);
  return null;
}

const DITTO = /^(?:同上|同前|〃|["″”]+)[。.]?$/;

/** The row's criterion; for 「同上」 that of the nearest row above that has one. */
function criterionCell(scoreTable: ScoreTable, row: IndicatorRow): { readonly value: string; readonly at: Addr } | undefined {
  const { criterion } = row;
  if (criterion?.value == null || criterion.value === '') return undefined;
  if (!DITTO.test(normal(criterion.value))) return { value: criterion.value, at: criterion.at };
  const above = scoreTable.rows.slice(0, scoreTable.rows.indexOf(row)).reverse();
  const original = above.find(
    (one) => one.criterion?.value != null && one.criterion.value !== '' && !DITTO.test(normal(one.criterion.value)),
  );
  return original === undefined
    ? { value: criterion.value, at: criterion.at }
    : { value: original.criterion!.value!, at: original.criterion!.at };
}

function ruleIn(text: string, at: Rule['at']): Rule {
  return { from: 'sheet', text, parsed: parseCriterion(text), ...(at === undefined ? {} : { at }), basis: OWN };
}

const NUMBER = /^(?:注[:：]?)?(?:\d{1,2}[.、．]|[①-⑩]|[(（]\d{1,2}[)）])?/;
const SENTENCES = /[。\n\r]|(?<=[；;])(?=\d{1,2}[.、])/;
const EXECUTION = /执行率/;
const LEVELS = /定性|达成预期|部分达成/;
const WEIGHTS = /权重|分值(?:统一)?设置|一级指标/;

interface NoteRule {
  readonly about: 'execution' | 'levels';
  readonly rule: Rule;
}

/** Rules in the footnotes. */
const noteRules = oncePerObject((scoreTable: ScoreTable): readonly NoteRule[] => scoreTable.notes.flatMap(rulesInNote));

function rulesInNote(note: Found<string>): NoteRule[] {
  return note.value.split(SENTENCES).flatMap((part): NoteRule[] => {
    const text = part.trim().replace(NUMBER, '');
    const about = aboutOf(normal(text));
    if (about === null) return [];
    const parsed = parseCriterion(text);
    if (about === 'levels' && parsed.criterion.kind !== 'bands') return [];
    return [{ about, rule: { from: 'note', text, parsed, at: note.at, basis: NOTE } }];
  });
}

const aboutOf = oncePerText((text: string): NoteRule['about'] | null => {
  if (WEIGHTS.test(text) && !/每|扣\d|满分/.test(text)) return null;
  if (EXECUTION.test(text) && /\d(?:\.\d+)?(?:%|个百分点)?[^。]{0,24}?(?:得|扣|计|满分|不得分)|[×*]/.test(text)) return 'execution';
  return LEVELS.test(text) && /\d{2,3}(?:\.\d+)?%?[-—~至到]/.test(text) ? 'levels' : null;
});

/** A footnote's rule for this row. */
export function noteRule(scoreTable: ScoreTable, row: IndicatorRow): Rule | null {
  const about = row.role === 'execution' ? 'execution' : row.target?.value?.kind === 'words' ? 'levels' : null;
  return noteRules(scoreTable).find((one) => one.about === about)?.rule ?? null;
}

/** Cells with a criterion that stands over several scored rows: its points are those of all of them. */
export const sharedCriteria = oncePerObject((scoreTable: ScoreTable): ReadonlySet<string> => {
  const seen = new Map<string, number>();
  for (const row of scoreTable.rows) {
    if (row.role !== 'indicator' || row.criterion?.value == null) continue;
    const key = addrKey(row.criterion.at);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, count]) => count > 1).map(([key]) => key));
});

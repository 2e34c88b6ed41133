/** What a header text can mean. Wordings and their weights stand in data/headers.json. */
import { oncePerKey, withoutBrackets, wordsPattern } from '../workbook';
import data from './data/headers.json';
import type { ColumnRole } from '../score-table';
import words from './data/column-words.json';

export interface Meaning {
  readonly role: ColumnRole;
  /** 0 … 1 */
  readonly weight: number;
}

const NONE: readonly Meaning[] = [];
/** Headers are short; anything longer is prose. */
const LONGEST = 30;

const exact = new Map<string, readonly Meaning[]>();
for (const entry of data.roles) {
  for (const text of entry.exact) if (!exact.has(text)) exact.set(text, [{ role: entry.role as ColumnRole, weight: entry.weight }]);
}
const ambiguous = new Set<string>();
for (const entry of data.ambiguous) {
  for (const text of entry.text) {
    exact.set(
      text,
      entry.roles.map((role, index) => ({ role: role as ColumnRole, weight: 0.5 - index * 0.05 })),
    );
    ambiguous.add(text);
  }
}
const parts = data.parts.map((entry) => ({ role: entry.role as ColumnRole, weight: entry.weight, match: new RegExp(entry.match) }));

function stripped(normalText: string): string {
  const bare = withoutBrackets(normalText)
    .replace(/^[0-9一二三四五六七八九十]{1,2}[、.]/, '')
    .replace(/(?<![:;。、*★])[:;。、*★]+$/, '');
  return bare.length > 2 ? bare.replace(/[①-⑳]|[A-Z]$|^第\d+列/g, '') : bare;
}

/** Every meaning of a header text (normalised), the likeliest first; empty when it is none. */
export function meanings(normalText: string): readonly Meaning[] {
  return normalText === '' || normalText.length > LONGEST ? NONE : meaningsOf(normalText);
}

const meaningsOf = oncePerKey((normalText: string): readonly Meaning[] => {
  const known = exact.get(normalText);
  if (known !== undefined) return known;
  const text = stripped(normalText);
  const whole = exact.get(text);
  if (whole !== undefined) return whole;
  if (text.length < 2 || text.length > 24 || /\d{2}/.test(text)) return NONE;
  for (const part of parts) if (part.match.test(text)) return [{ role: part.role, weight: part.weight }];
  return NONE;
});

/** True for wordings whose meaning depends on what the column holds: 备注, 说明, 评分依据 … */
export function isAmbiguous(normalText: string): boolean {
  return ambiguous.has(stripped(normalText));
}

/** 0 for 一级指标, 2 for 三级指标; null for headers that do not number their level. */
export function levelOf(normalText: string): number | null {
  const match = /^([一二三四1-4])级/.exec(stripped(normalText));
  if (match === null) return null;
  const index = '一二三四'.indexOf(match[1]!);
  return index >= 0 ? index : Number(match[1]) - 1;
}

const REVIEWERS = new RegExp(wordsPattern(words.reviewers));

/** Whose score a score column holds. */
export function scoreKind(normalText: string): 'self' | 'review' | 'finance' | null {
  if (/财政/.test(normalText)) return 'finance';
  if (/自评|自查|自我|自测|自打/.test(normalText)) return 'self';
  if (REVIEWERS.test(normalText)) return 'review';
  return null;
}

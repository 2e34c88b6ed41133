/** Labels beside and around a table: 「填报单位」, 「项目名称」, 「填报日期」. Their wordings are data/labels.json. */
import data from './data/labels.json';
import { wordsPattern } from '../workbook';
import beside from './data/labels-beside.json';

export type TableLabelField = 'unit' | 'project' | 'department' | 'year' | 'filledOn' | 'money' | 'grade' | 'total' | 'remarks';

export interface TableLabel {
  readonly field: TableLabelField;
  /** The lower wins where several of a field are on a sheet. */
  readonly rank: number;
}

interface Wordings {
  readonly field: string;
  readonly rank: number;
  readonly exact?: readonly string[];
  /** One of each, put together. */
  readonly parts?: readonly (readonly string[])[];
}

const LABELS: readonly Wordings[] = data.labels;

function wordsOf({ exact = [], parts }: Wordings): readonly string[] {
  if (parts === undefined) return exact;
  return [...exact, ...parts.reduce<readonly string[]>((begun, part) => begun.flatMap((one) => part.map((next) => one + next)), [''])];
}

/** By wording; where two claim it, the first. */
const BY_WORDING: ReadonlyMap<string, TableLabel> = new Map(
  [...LABELS]
    .reverse()
    .flatMap((one) => wordsOf(one).map((word): [string, TableLabel] => [word, { field: one.field as TableLabelField, rank: one.rank }])),
);

const LONGEST = 16;
const SHORTEST = 2;
const BESIDE = new RegExp(`\\(${wordsPattern(beside.brackets)}\\)$`);

/** The label that a normalised text is, with or without its colon; null for any other text. */
export function tableLabelOf(text: string): TableLabel | null {
  const bare = text.replace(/[:：]$/, '').replace(BESIDE, '');
  return bare.length > LONGEST || bare.length < SHORTEST ? null : (BY_WORDING.get(bare) ?? null);
}

/** Every wording of a field, as a piece of a pattern. */
export const labelPattern = (field: TableLabelField): string => wordsPattern(LABELS.filter((one) => one.field === field).flatMap(wordsOf));

/** What may follow a value in the same cell without a blank between them: another label, or a date. */
export const NEXT_LABEL = new RegExp(
  `(?:金额|货币)?单位:(?=万?元)|(?:${labelPattern('filledOn')}|${wordsPattern(data.after.labels)}):|(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日`,
);

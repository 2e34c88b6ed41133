/** The JSON of a budget list held against the score tables: what had no counterpart. Summed up while files pass. */
import type { Assessment } from '../assessment';
import type { BudgetEntry } from '../recognition';
import type { BudgetJson, BudgetOwnerJson } from './budget-types';
import { CONTRACT } from './types';

/** Which projects of the list the tables of one file were held against, and which tables had none there. */
export interface BudgetHeld {
  /** Places in the list. */
  readonly entries: readonly number[];
  readonly without: BudgetJson['withoutLine'];
}

export interface BudgetList {
  readonly file: string;
  readonly entries: readonly BudgetOwnerJson[];
}

const ownerJson = ({ unit, project, code }: BudgetOwnerJson): BudgetOwnerJson => ({ unit, project, code });

/** null where no list was given. */
export function budgetHeld(file: string, assessments: readonly Pick<Assessment, 'scoreTable'>[]): BudgetHeld | null {
  const held = assessments.flatMap(({ scoreTable }) => scoreTable.budget ?? []);
  if (held.length === 0) return null;
  return {
    entries: held.flatMap(({ entry }) => entry ?? []),
    without: held.filter(({ entry }) => entry === null).map(({ owner }) => ({ file, ...ownerJson(owner) })),
  };
}

/** Only whose its lines are. */
export const budgetList = ({ file, entries }: { readonly file: string; readonly entries: readonly BudgetEntry[] }): BudgetList => ({
  file,
  entries: entries.map(ownerJson),
});

/** All files of a batch together; in the order in which they passed. */
export function budgetJson({ file, entries }: BudgetList, files: readonly BudgetHeld[]): BudgetJson {
  const taken = new Set(files.flatMap((one) => one.entries));
  const withoutLine = files.flatMap(({ without }) => without);
  const withoutTable = entries.filter((_, index) => !taken.has(index)).map(ownerJson);
  const held = files.reduce((sum, one) => sum + one.entries.length, 0);
  const counts = { held, withoutLine: withoutLine.length, withoutTable: withoutTable.length };
  return { contract: CONTRACT, is: 'budget', file, counts, withoutLine, withoutTable };
}

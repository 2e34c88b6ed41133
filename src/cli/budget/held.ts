/** Which projects of a budget list had a score table, and which tables had no project there. */
import type { AuditedBook, Judging } from '../../open-workbook';
import type { PassedOver } from '../audit/file';
import { budgetLines, ownerText } from '../texts/budget';

export interface BudgetHeld {
  /** Places in the list. */
  readonly entries: readonly number[];
  /** Tables without a counterpart, by file and name. */
  readonly without: readonly string[];
}

/** null where no list was given. */
export function budgetHeld(file: string, audited: AuditedBook | PassedOver): BudgetHeld | null {
  const tables = typeof audited === 'string' ? [] : (audited.review?.tables ?? []);
  const held = tables.flatMap(({ assessment }) => assessment.scoreTable.budget ?? []);
  if (held.length === 0) return null;
  return {
    entries: held.flatMap(({ entry }) => entry ?? []),
    without: held.filter(({ entry }) => entry === null).map(({ owner }) => `${file}：${ownerText(owner)}`),
  };
}

/** Summed up while results pass. */
export class BudgetTally {
  private readonly entries = new Set<number>();
  private readonly without: string[] = [];
  private tables = 0;

  add(held: BudgetHeld | null | undefined): void {
    if (held == null) return;
    this.tables += held.entries.length;
    for (const entry of held.entries) this.entries.add(entry);
    this.without.push(...held.without);
  }

  /** What is said at the end: how many were held against the list, and every name without a counterpart. */
  lines({ file, entries }: NonNullable<Judging['budget']>): readonly string[] {
    const left = entries.filter((_, index) => !this.entries.has(index)).map(ownerText);
    return budgetLines({ file, tables: this.tables, without: this.without, left });
  }
}

/** Do the 分值 add up in every year the file speaks of? */
import { holdsIn, valueIn } from '../dates';
import type { Path } from '../problems';
import type { Reader } from '../reader';
import type { Standard, StandardRow } from '../types';
import { Dec } from '../../workbook';
import type { RowPaths } from './rows';

/** Years in which something begins, and today (null). */
function yearsOf(standard: Standard): readonly (number | null)[] {
  const years = new Set<number | null>([null]);
  const note = (when: string | null): void => {
    if (when !== null) years.add(Number(when.slice(0, 4)));
  };
  const visit = (row: StandardRow): void => {
    note(row.from);
    for (const one of row.weight) note(one.from);
    row.children.forEach(visit);
  };
  note(standard.from);
  standard.rows.forEach(visit);
  return [...years];
}

const weightOf = (row: StandardRow, year: number | null): Dec | null => valueIn(row.weight, year)?.value ?? null;

class Sums {
  private readonly said = new Set<StandardRow>();

  constructor(
    private readonly paths: RowPaths,
    private readonly reader: Reader,
  ) {}

  private path(row: StandardRow): Path {
    return this.paths.get(row) ?? [];
  }

  private report(row: StandardRow, code: 'children-sum' | 'row-without-weight', expected: readonly string[]): void {
    if (this.said.has(row)) return;
    this.said.add(row);
    this.reader.report(code, this.path(row), row.name, expected);
  }

  /** What a row is worth; null where it cannot be told. */
  worth(row: StandardRow, year: number | null): Dec | null {
    const own = weightOf(row, year);
    const children = row.children.filter((child) => child.role !== 'bonus' && holdsIn(child, year));
    if (children.length === 0) return own;
    const parts = children.map((child) => this.worth(child, year));
    if (parts.some((part) => part === null)) {
      const missing = children.filter((child, index) => parts[index] === null && !child.open && child.children.length === 0);
      // The only child of a class is worth what the class is.
      if (!(children.length === 1 && own !== null) && !row.open && (own !== null || parts.some((part) => part !== null))) {
        for (const child of missing) this.report(child, 'row-without-weight', []);
      }
      return own;
    }
    const sum = (parts as Dec[]).reduce((all, part) => all.plus(part), new Dec(0));
    if (own !== null && !row.open && !own.eq(sum)) this.report(row, 'children-sum', [own.toFixed(), sum.toFixed()]);
    return own ?? sum;
  }
}

/** Reports parents that are not the sum of their children, leaves without 分值, and a total that is not the full score. */
export function checkSums(standard: Standard, paths: RowPaths, reader: Reader): void {
  const sums = new Sums(paths, reader);
  let totalSaid = false;
  for (const year of yearsOf(standard)) {
    const rows = standard.rows.filter((row) => row.role !== 'bonus' && holdsIn(row, year));
    const parts = rows.map((row) => sums.worth(row, year));
    const full = valueIn(standard.switches.fullScore ?? [], year)?.value ?? null;
    if (rows.length === 0 || full === null || totalSaid || parts.some((part) => part === null)) continue;
    const sum = (parts as Dec[]).reduce((all, part) => all.plus(part), new Dec(0));
    if (sum.eq(full)) continue;
    totalSaid = true;
    reader.report('total-sum', ['指标'], sum.toFixed(), [full.toFixed(), year === null ? '' : String(year)]);
  }
}

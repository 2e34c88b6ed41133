/** Which table of one workbook is which of the other, whatever their sheets are called and in whatever order they stand. */
import type { Assessment } from '../assessment';
import { normal, type WorkbookSnapshot } from '../workbook';

export interface Described {
  readonly kind: string | null;
  readonly unit: string;
  readonly project: string;
  readonly sheet: string;
  readonly rows: ReadonlySet<string>;
}

export function describe({ scoreTable }: Assessment, book: WorkbookSnapshot): Described {
  const { kind, unit, project, rows, table } = scoreTable;
  return {
    kind,
    unit: normal(unit?.value ?? ''),
    project: normal(project?.value ?? ''),
    sheet: normal(book.sheets[table.sheet]?.name ?? ''),
    rows: new Set(rows.filter(({ role }) => role !== 'placeholder').map(({ name }) => normal(name.value))),
  };
}

/** Tables less alike than this are two tables. */
const ALIKE = 0.4;
/** Of two lists of indicators so much must be common where nothing else tells. */
const COMMON = 0.25;
const WEIGHTS = { project: 1, unit: 0.5, kind: 0.2, sheet: 0.2 };

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const larger = Math.max(a.size, b.size);
  return larger === 0 ? 0 : [...a].filter((name) => b.has(name)).length / larger;
}

const agree = (a: string | null, b: string | null): boolean => a !== null && a !== '' && a === b;
const contradict = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;

function score(a: Described, b: Described): number {
  const named = (['project', 'unit', 'kind', 'sheet'] as const).reduce((sum, key) => sum + (agree(a[key], b[key]) ? WEIGHTS[key] : 0), 0);
  const rows = common(a.rows, b.rows);
  if (rows < COMMON && !agree(a.project, b.project)) return 0;
  // Two projects or two units of one form: each has its own table.
  const against = contradict(a.project, b.project) ? 2 : contradict(a.unit, b.unit) ? 1 : 0;
  return rows + named - against;
}

/** Pairs of indexes; null where the other workbook has no such table. In the order of `after`, what is gone last. */
export function pairTables(
  before: readonly Described[],
  after: readonly Described[],
): readonly (readonly [number | null, number | null])[] {
  const [one, other] = [before[0], after[0]];
  // The only table on both sides is that one, also where its unit's or project's name was put right.
  if (before.length === 1 && after.length === 1 && common(one!.rows, other!.rows) >= COMMON) return [[0, 0]];
  const found = before
    .flatMap((left, from) => after.map((right, to) => ({ from, to, alike: score(left, right) })))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike);
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, to } of found) {
    if (taken.has(from) || partners.has(to)) continue;
    taken.add(from);
    partners.set(to, from);
  }
  return [
    ...after.map((_, index): readonly [number | null, number | null] => [partners.get(index) ?? null, index]),
    ...before.flatMap((_, index): readonly (readonly [number | null, number | null])[] => (taken.has(index) ? [] : [[index, null]])),
  ];
}

import { ROLES, ROW_KEYS } from '../keys';
import type { Path } from '../problems';
import { LIMITS, type TreePlace, type Reader } from '../reader';
import { nameKey } from '../names';
import type { StandardRow, StandardStatus } from '../types';
import { historyOf, entryPeriod, referenceOf, type Inherited } from './values';

/** Where a row stands in the file, for what is found out later. */
export type RowPaths = Map<StandardRow, Path>;

export class RowReader {
  readonly paths: RowPaths = new Map();
  private count = 0;

  constructor(
    private readonly reader: Reader,
    private readonly status: StandardStatus,
  ) {}

  rows(place: TreePlace | null, around: Inherited, depth = 0): readonly StandardRow[] {
    if (place === null || place.node === null) return [];
    if (depth >= LIMITS.depth) {
      this.reader.report('too-deep', place.path, '', [String(LIMITS.depth)]);
      return [];
    }
    const rows = this.reader
      .list(place)
      .map((one) => this.row(one, around, depth))
      .filter((one) => one !== null);
    this.namedOnce(rows);
    return rows;
  }

  private row(place: TreePlace, around: Inherited, depth: number): StandardRow | null {
    const { reader, status } = this;
    this.count += 1;
    if (this.count > LIMITS.rows)
      return this.count === LIMITS.rows + 1 ? reader.report('too-many', place.path, '', [String(LIMITS.rows)]) : null;
    const entries = reader.map(place, ROW_KEYS);
    if (entries === null) return null;
    const name = reader.words(reader.required(entries, 'name', ROW_KEYS.name));
    const period = entryPeriod(entries, around, reader);
    const reference = referenceOf(entries.get('reference'), { status, from: period.from }, reader) ?? around.reference;
    const own: Inherited = { reference, ...period };
    const children = this.rows(entries.get('children'), own, depth + 1);
    const rule = historyOf(entries.get('rule'), own, status, reader, (inner) => reader.words(inner));
    if (rule.length > 0 && children.length > 0) reader.report('rule-and-children', entries.get('rule')!.path, name ?? '');
    if (name === null) return null;
    const row: StandardRow = {
      name,
      aliases: reader.wordList(entries.get('aliases')),
      role: reader.word(entries.get('role'), ROLES) ?? 'indicator',
      weight: historyOf(entries.get('weight'), own, status, reader, (inner) => reader.points(inner)),
      rule,
      note: historyOf(entries.get('note'), own, status, reader, (inner) => reader.words(inner)),
      reference,
      ...period,
      open: reader.yes(entries.get('open')),
      children,
    };
    this.paths.set(row, entries.get('name')?.path ?? place.path);
    return row;
  }

  private namedOnce(rows: readonly StandardRow[]): void {
    const seen = new Map<string, StandardRow>();
    for (const row of rows) {
      const key = nameKey(row.name);
      // An ended indicator may come back under its name.
      const other = seen.get(key);
      if (other !== undefined && other.until === null) this.reader.report('duplicate-row', this.paths.get(row) ?? [], row.name);
      seen.set(key, row);
    }
  }
}

/** Sums up digests one by one: what the summary sheets need and nothing else is kept. */
import type { Severity } from '../../words';
import type { SummaryCounts } from './texts';
import { UNIT_NOT_STATED } from './texts';
import type { ReportDigest } from './report-digest';
import type { Digest, Mistake, RefusedDigest, TableDigest } from './digest';

/** One row of 汇总. */
export type TableRow = Omit<TableDigest, 'mistakes' | 'reasons' | 'reconstructed'>;

export interface UnitRow {
  readonly unit: string;
  tables: number;
  withMandatory: number;
  mandatory: number;
  advisory: number;
  scored: number;
  full: number;
}

/** How often something was met: in all, in how many tables, by whom. */
export class Spread {
  times = 0;
  tables = 0;
  readonly units = new Set<string>();
  private lastTable = -1;

  constructor(
    /** In the order of the first meeting, for ties. */
    readonly first: number,
  ) {}

  add(unit: string, table: number): void {
    this.times += 1;
    this.units.add(unit);
    if (table !== this.lastTable) this.tables += 1;
    this.lastTable = table;
  }
}

export interface CheckRow {
  readonly code: string;
  readonly severities: Set<Severity>;
  readonly spread: Spread;
}

export interface RepeatedRow {
  readonly code: string;
  readonly indicator: string;
  readonly severities: Set<Severity>;
  readonly spread: Spread;
  /** Where it was met first. */
  readonly example: { readonly file: string; readonly sheet: string; readonly sentence: string };
}

/** Most different reasons and mistakes remembered: far beyond what a province sends, and an end to what memory is used. */
const MOST_DISTINCT = 200_000;

export class Collected {
  readonly tables: TableRow[] = [];
  readonly refused: RefusedDigest[] = [];
  readonly reports: ReportDigest[] = [];
  readonly units = new Map<string, UnitRow>();
  readonly checks = new Map<string, CheckRow>();
  readonly repeated = new Map<string, RepeatedRow>();
  readonly reasons = new Map<string, Spread>();
  readonly reconstructed = new Set<string>();
  private readonly files = new Set<string>();

  add(digest: Digest): void {
    if (digest.status === 'report') {
      this.reports.push(digest);
      return;
    }
    if (digest.status !== 'ok') {
      this.refused.push(digest);
      return;
    }
    const { mistakes, reasons, reconstructed, ...row } = digest;
    const table = this.tables.length;
    this.tables.push(row);
    this.files.add(row.file);
    this.addUnit(row);
    const unit = this.nameOf(row);
    for (const mistake of mistakes) this.addMistake(mistake, row, unit, table);
    for (const reason of reasons) spreadOf(this.reasons, reason, (first) => new Spread(first))?.add(unit, table);
    for (const line of reconstructed) this.reconstructed.add(line);
  }

  counts(): SummaryCounts {
    return {
      tables: this.tables.length,
      files: this.files.size,
      units: this.units.size,
      withMandatory: this.tables.filter(({ mandatory }) => mandatory > 0).length,
      unreadable: this.refused.filter(({ status }) => status === 'unreadable').length,
      unrecognised: this.refused.filter(({ status }) => status === 'unrecognised').length,
    };
  }

  /** The unit of a table; one whose name is not stated goes by its file, so that two of them are never one unit. */
  readonly nameOf = ({ unit, file }: Pick<TableRow, 'unit' | 'file'>): string => unit ?? `${UNIT_NOT_STATED}${file}`;

  private addUnit(row: TableRow): void {
    const name = this.nameOf(row);
    const { mandatory, advisory, scored, full } = row;
    const unit = this.units.get(name) ?? { unit: name, tables: 0, withMandatory: 0, mandatory: 0, advisory: 0, scored: 0, full: 0 };
    this.units.set(name, unit);
    unit.tables += 1;
    unit.withMandatory += mandatory > 0 ? 1 : 0;
    unit.mandatory += mandatory;
    unit.advisory += advisory;
    unit.scored += scored;
    unit.full += full;
  }

  private addMistake({ code, severity, indicator, sentence }: Mistake, { file, sheet }: TableRow, unit: string, table: number): void {
    const check = spreadOf(this.checks, code, (first): CheckRow => ({ code, severities: new Set(), spread: new Spread(first) }));
    check?.severities.add(severity);
    check?.spread.add(unit, table);
    const name = indicator ?? '';
    const row = spreadOf(this.repeated, `${code} ${name}`, (first): RepeatedRow => ({
      code,
      indicator: name,
      severities: new Set(),
      spread: new Spread(first),
      example: { file, sheet, sentence },
    }));
    row?.severities.add(severity);
    row?.spread.add(unit, table);
  }
}

/** What is kept under a key; undefined when too much is kept already. */
function spreadOf<T>(map: Map<string, T>, key: string, make: (first: number) => T): T | undefined {
  const known = map.get(key);
  if (known !== undefined || map.size >= MOST_DISTINCT) return known;
  const made = make(map.size);
  map.set(key, made);
  return made;
}

/** From receipts to the rows, counts and checks of a batch. */
import type { EntryJson, TableJson } from '../../receipt';
import type { BatchCheck, BatchCounts, BatchRow } from './state';

const NOTHING = {
  unit: null,
  sheet: null,
  self: null,
  recomputed: null,
  difference: null,
  fullScore: null,
  grade: null,
  mandatory: 0,
  advisory: 0,
  failedChecks: 0,
  codes: {},
};

/** `unfilled`: which of the tables nobody has filled in, in the order of the entries. */
export function rowsOf(fileId: number, path: string, entries: readonly EntryJson[], unfilled: readonly boolean[]): readonly BatchRow[] {
  return entries.map((entry, index): BatchRow => {
    const id = `${fileId} ${index}`;
    if (entry.status !== 'ok') return { ...NOTHING, id, fileId, path, status: entry.status, reason: entry.reason };
    return { ...tableRow(entry), id, fileId, path, status: unfilled[index] === true ? 'unfilled' : 'ok', reason: '' };
  });
}

/** A file that our program could not check: never a pass. */
export function failedRow(fileId: number, path: string, reason: string): BatchRow {
  return { ...NOTHING, id: `${fileId} 0`, fileId, path, status: 'failed', reason };
}

function tableRow({ unit, sheet, totals, findings, coverage }: TableJson): Omit<BatchRow, 'id' | 'fileId' | 'path' | 'status' | 'reason'> {
  const self = totals.stated ?? totals.sum;
  const codes: Record<string, { severity: BatchCheck['severity']; count: number }> = {};
  for (const { code, severity } of findings) {
    if (severity === 'info') continue;
    const known = codes[code];
    codes[code] = { severity: known?.severity === 'mandatory' ? 'mandatory' : severity, count: (known?.count ?? 0) + 1 };
  }
  const count = (wanted: string): number => findings.filter(({ severity }) => severity === wanted).length;
  return {
    unit,
    sheet,
    self,
    recomputed: totals.recomputed,
    difference: self === null || totals.recomputed === null ? null : hundredths(totals.recomputed - self),
    fullScore: totals.fullScore,
    grade: totals.grade.stated,
    mandatory: count('mandatory'),
    advisory: count('advisory'),
    failedChecks: coverage.failed.length,
    codes,
  };
}

/** Two stated scores differ by decimals, not by binary residue. */
const hundredths = (value: number): number => Math.round(value * 1e6) / 1e6;

const RANK: Readonly<Record<BatchRow['status'], number>> = { ok: 0, unfilled: 1, failed: 2, unrecognised: 3, unreadable: 4 };

/** 强制性 first, then 提示性, then as dropped; files without a result last. */
export function sorted(rows: readonly BatchRow[]): readonly BatchRow[] {
  return [...rows].sort(
    (a, b) =>
      RANK[a.status] - RANK[b.status] ||
      b.mandatory - a.mandatory ||
      b.advisory - a.advisory ||
      a.fileId - b.fileId ||
      (a.id < b.id ? -1 : 1),
  );
}

export function countsOf(rows: readonly BatchRow[]): BatchCounts {
  const of = (test: (row: BatchRow) => boolean): number => rows.filter(test).length;
  const ok = (row: BatchRow): boolean => row.status === 'ok';
  return {
    total: rows.length,
    mandatory: of((row) => ok(row) && row.mandatory > 0),
    advisory: of((row) => ok(row) && row.mandatory === 0 && row.advisory > 0),
    clean: of((row) => ok(row) && row.mandatory + row.advisory + row.failedChecks === 0),
    unfilled: of(({ status }) => status === 'unfilled'),
    unrecognised: of(({ status }) => status === 'unrecognised'),
    unreadable: of(({ status }) => status === 'unreadable'),
    failed: of((row) => row.status === 'failed' || (ok(row) && row.mandatory + row.advisory === 0 && row.failedChecks > 0)),
  };
}

/** `titles`: headlines by code, as the workers tell them: the page holds no checks. */
export function checksOf(rows: readonly BatchRow[], titles: Readonly<Record<string, string>>): readonly BatchCheck[] {
  const found = new Map<string, { severity: BatchCheck['severity']; count: number; tables: number }>();
  for (const { codes } of rows) {
    for (const [code, { severity, count }] of Object.entries(codes)) {
      const known = found.get(code) ?? { severity, count: 0, tables: 0 };
      found.set(code, {
        severity: known.severity === 'mandatory' ? 'mandatory' : severity,
        count: known.count + count,
        tables: known.tables + 1,
      });
    }
  }
  return [...found]
    .map(([code, own]) => ({ code, title: titles[code] ?? code, ...own }))
    .sort((a, b) => b.tables - a.tables || b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** Sheets written as text, and what should be read in them, written as short tokens. */
import { assess } from '../../../src/assessment/assess';
import { recognise } from '../../../src/recognition';
import type { IndicatorRow, Quantity, Slot, ScoreTable, TotalRow } from '../../../src/score-table/types';
import { a1 } from '../../../src/workbook/address';
import type { Dec } from '../../../src/workbook/decimal';
import type { Addr, Rect, SheetSnapshot, WorkbookSnapshot } from '../../../src/workbook/types';
import { bookOf, sheetOf, type SheetOptions, type TestCell } from '../../support/sheets';

export interface TableExpected {
  /** Tokens: kind= unit= project= year= money= full= grade= self= tables' 1-based sheet=. */
  readonly head?: string;
  /** 「a→b→c :: w=4 s=4 @s=G8」, placeholders left out. Tokens not named are not compared; 「!na」: must be absent. */
  readonly rows: readonly string[];
  /** 「total w=100 s=98 @s=G30」, all of them. */
  readonly totals?: readonly string[];
  /** 「年度资金总额 :: total budget=10 executed=9 rate=0.9 weight=10 score=9」. */
  readonly funding?: readonly string[];
  /** 「投入 w=15」: those named must exist. */
  readonly groups?: readonly string[];
  /** Codes of mandatory and of advisory findings, sorted; default none. */
  readonly mandatory?: readonly string[];
  readonly advisory?: readonly string[];
}

export interface FieldCase {
  readonly id: string;
  readonly book: WorkbookSnapshot;
  readonly tables: readonly TableExpected[];
}

/** Cells by 「|」; 「<」 joins the cell on the left, 「^」 the one above; 「'5」 is text, 「pct:0.9」 and 「date:45000」 are formatted numbers, 「=A1~5」 a formula with its result. */
export function sheet(name: string, text: string, options: SheetOptions & { readonly at?: readonly [number, number] } = {}): SheetSnapshot {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n\s*$/, '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const [down, right] = options.at ?? [0, 0];
  const owner = new Map<string, string>();
  const spans = new Map<string, { top: number; left: number; bottom: number; right: number }>();
  const rows: TestCell[][] = Array.from({ length: down }, () => []);
  lines.forEach((cells, r) => {
    const out: TestCell[] = Array.from({ length: right }, () => undefined);
    cells.forEach((cell, c) => {
      const from = cell === '<' ? `${r},${c - 1}` : cell === '^' ? `${r - 1},${c}` : null;
      const own = from === null ? `${r},${c}` : (owner.get(from) ?? `${r},${c}`);
      owner.set(`${r},${c}`, own);
      const [top, left] = own.split(',').map(Number) as [number, number];
      const span = spans.get(own) ?? { top, left, bottom: top, right: left };
      spans.set(own, { ...span, bottom: Math.max(span.bottom, r), right: Math.max(span.right, c) });
      out.push(from === null ? valueOf(cell) : undefined);
    });
    rows.push(out);
  });
  const merges: Rect[] = [...spans.values()]
    .filter((span) => span.bottom > span.top || span.right > span.left)
    .map((span) => ({ top: span.top + down, left: span.left + right, bottom: span.bottom + down, right: span.right + right }));
  return sheetOf(name, rows, { ...options, merges: [...merges, ...(options.merges ?? [])] });
}

function valueOf(cell: string): TestCell {
  if (cell === '') return undefined;
  if (cell.startsWith("'")) return cell.slice(1);
  if (cell.startsWith('pct:')) return { v: Number(cell.slice(4)), format: '0.00%' };
  if (cell.startsWith('date:')) return { v: Number(cell.slice(5)), format: 'yyyy/m/d' };
  const formula = /^=(.*)~(-?[\d.]+)$/.exec(cell);
  if (formula !== null) return { f: formula[1]!, v: Number(formula[2]) };
  if (/^-?\d+(?:\.\d+)?$/.test(cell)) return Number(cell);
  return cell.replace(/\\n/g, '\n');
}

export function field(id: string, sheets: SheetSnapshot | readonly SheetSnapshot[], ...tables: TableExpected[]): FieldCase {
  return { id, book: bookOf(sheets as SheetSnapshot[]), tables };
}

const at = (addr: Addr | undefined): string => (addr === undefined ? '' : a1(addr.row, addr.col));
const dec = (slot: Slot<Dec> | null | undefined): string =>
  slot === undefined || slot === null ? 'none' : slot.state === 'value' ? slot.value!.toFixed() : slot.state;

function quantity(slot: Slot<Quantity> | undefined): string {
  if (slot === undefined) return 'none';
  if (slot.state !== 'value' || slot.value === null) return slot.state;
  const q = slot.value;
  if (q.kind === 'date') return `date:${[q.date?.year, q.date?.month, q.date?.day].filter((part) => part !== null).join('-')}`;
  if (q.kind === 'words') return 'words';
  return `${q.comparator ?? ''}${q.number?.toFixed() ?? '?'}${q.kind === 'range' ? `~${q.upper?.toFixed()}` : ''}`;
}

const ROLE = { indicator: 'ind', execution: 'exe', bonus: 'bonus', breakdown: 'brk', placeholder: 'ph' } as const;

function rowTokens(scoreTable: ScoreTable, row: IndicatorRow): string[] {
  const tokens: string[] = [
    ROLE[row.role],
    `@n=${at(row.name.at)}`,
    `w=${dec(row.weight)}`,
    `@w=${at(row.weight?.at)}`,
    `from=${row.weightFrom}`,
  ];
  scoreTable.scoreColumns.forEach((column, index) => {
    const key = index === scoreTable.self ? 's' : column.kind;
    tokens.push(`${key}=${dec(row.scores[index])}`, `@${key}=${at(row.scores[index]?.at)}`);
  });
  tokens.push(`t=${quantity(row.target)}`, `a=${quantity(row.actual)}`, `@t=${at(row.target?.at)}`, `@a=${at(row.actual?.at)}`);
  tokens.push(`comp=${dec(row.completion)}`, `coef=${dec(row.coefficient)}`, `item=${dec(row.itemScore)}`);
  for (const key of ['criterion', 'reason', 'evidence', 'description', 'symbol', 'unit'] as const) {
    const slot = row[key];
    tokens.push(slot === undefined ? `no-${key}` : slot.state === 'value' ? `${key}@${at(slot.at)}` : `${key}=${slot.state}`);
  }
  if (row.applies === false) tokens.push('na', `@na=${at(row.notApplicableAt)}`);
  if (row.shares !== undefined) tokens.push('shares', `of=${at(scoreTable.rows.find((other) => other.id === row.shares)?.name.at)}`);
  return tokens;
}

function totalTokens(scoreTable: ScoreTable, total: TotalRow): string[] {
  const tokens: string[] = [
    total.kind,
    total.where,
    `w=${dec(total.weight)}`,
    `@w=${at(total.weight?.at)}`,
    `covers=${total.covers?.length ?? 'null'}`,
  ];
  scoreTable.scoreColumns.forEach((column, index) => {
    const key = index === scoreTable.self ? 's' : column.kind;
    tokens.push(`${key}=${dec(total.scores[index])}`, `@${key}=${at(total.scores[index]?.at)}`);
  });
  return tokens;
}

function headTokens(scoreTable: ScoreTable, book: WorkbookSnapshot): string[] {
  const said = (slot: Slot<string> | undefined): string =>
    slot === undefined ? 'none' : slot.state === 'value' ? slot.value! : slot.state;
  return [
    `kind=${scoreTable.kind}`,
    `unit=${said(scoreTable.unit)}`,
    `project=${said(scoreTable.project)}`,
    `department=${said(scoreTable.department)}`,
    `year=${scoreTable.year?.value ?? null}`,
    `money=${scoreTable.money}`,
    `full=${assess(scoreTable, book).totals.fullScore?.toFixed() ?? null}`,
    `grade=${said(scoreTable.grade)}`,
    `self=${scoreTable.self}`,
    `columns=${scoreTable.scoreColumns.map((column) => column.kind).join('+')}`,
    `sheet=${scoreTable.table.sheet + 1}`,
  ];
}

/** Compares tokens that share a key with what was expected; names the actual one where they differ. */
function lacking(where: string, expected: string, got: readonly string[]): string[] {
  const wrong: string[] = [];
  for (const token of expected.split(/\s+/).filter((part) => part !== '')) {
    if (token.startsWith('!')) {
      if (got.includes(token.slice(1))) wrong.push(`${where}: ${token.slice(1)} not expected`);
      continue;
    }
    if (got.includes(token)) continue;
    const key = /^(@?[a-z-]+=)/.exec(token)?.[1] ?? /^([a-z]+)@/.exec(token)?.[1];
    const instead = key === undefined ? got.slice(0, 2) : got.filter((one) => one.startsWith(key) || one === `no-${key}`);
    wrong.push(`${where}: expected ${token}, got ${instead.join(' ') || 'nothing'}`);
  }
  return wrong;
}

function compareTable(where: string, expected: TableExpected, scoreTable: ScoreTable, book: WorkbookSnapshot): string[] {
  const wrong = lacking(`${where} head`, expected.head ?? '', headTokens(scoreTable, book));
  const rows = scoreTable.rows.filter((row) => row.role !== 'placeholder');
  const line = (row: IndicatorRow): string => row.path.join('→');
  const wanted = expected.rows.map((text) => text.split('::').map((part) => part.trim()) as [string, string?]);
  if (wanted.map(([path]) => path).join('\n') !== rows.map(line).join('\n')) {
    const from = wanted.findIndex(([path], index) => rows[index] === undefined || path !== line(rows[index]));
    const first = from < 0 ? wanted.length : from;
    wrong.push(
      `${where} rows: expected ${wanted.length}, got ${rows.length}; from row ${first + 1} expected «${wanted
        .slice(first, first + 3)
        .map(([path]) => path)
        .join(' ; ')}» got «${rows
        .slice(first, first + 3)
        .map((row) => `${line(row)} (${ROLE[row.role]})`)
        .join(' ; ')}»`,
    );
  } else {
    wanted.forEach(([path, tokens], index) =>
      wrong.push(...lacking(`${where} [${path}]`, tokens ?? '', rowTokens(scoreTable, rows[index]!))),
    );
  }
  if (expected.totals !== undefined) {
    if (expected.totals.length !== scoreTable.totals.length)
      wrong.push(
        `${where} totals: expected ${expected.totals.length}, got ${scoreTable.totals.map((total) => `${total.label.value}@${at(total.label.at)} ${totalTokens(scoreTable, total).join(' ')}`).join(' ; ') || 'none'}`,
      );
    else
      expected.totals.forEach((text, index) =>
        wrong.push(...lacking(`${where} total ${index + 1}`, text, totalTokens(scoreTable, scoreTable.totals[index]!))),
      );
  }
  if (expected.funding !== undefined) {
    const got = scoreTable.funding?.rows ?? [];
    if (got.length !== expected.funding.length)
      wrong.push(
        `${where} funding: expected ${expected.funding.length} rows, got ${got.map((row) => row.label.value).join(';') || 'none'}`,
      );
    else
      expected.funding.forEach((text, index) => {
        const [label, tokens] = text.split('::').map((part) => part.trim()) as [string, string?];
        const row = got[index]!;
        if (row.label.value.replace(/\s/g, '') !== label)
          wrong.push(`${where} funding ${index + 1}: expected ${label}, got ${row.label.value}`);
        wrong.push(
          ...lacking(`${where} funding ${label}`, tokens ?? '', [
            row.kind,
            ...(['initial', 'budget', 'arrived', 'executed', 'rate', 'weight', 'score'] as const).map((key) => `${key}=${dec(row[key])}`),
          ]),
        );
      });
  }
  for (const text of expected.groups ?? []) {
    const [name, ...tokens] = text.split(' ');
    const group = scoreTable.groups.find((one) => one.name.value === name);
    if (group === undefined)
      wrong.push(`${where} group ${name}: missing among ${scoreTable.groups.map((one) => one.name.value).join(';')}`);
    else
      wrong.push(
        ...lacking(`${where} group ${name}`, tokens.join(' '), [
          `w=${dec(group.weight)}`,
          `rows=${group.rows.length}`,
          `s=${dec(group.scores[scoreTable.self ?? 0])}`,
        ]),
      );
  }
  return [...wrong, ...compareFindings(where, expected, scoreTable, book)];
}

function compareFindings(where: string, expected: TableExpected, scoreTable: ScoreTable, book: WorkbookSnapshot): string[] {
  const assessment = assess(scoreTable, book, { first: scoreTable.table.number === 1 });
  const wrong: string[] = assessment.coverage.failed.map((one) => `${where} CHECK ${one.code} crashed`);
  for (const severity of ['mandatory', 'advisory'] as const) {
    const found = assessment.findings.filter((finding) => finding.severity === severity);
    const want = [...(expected[severity] ?? [])].sort();
    const got = found.map((finding) => finding.code as string).sort();
    if (want.join() === got.join()) continue;
    const data = found.map((finding) => `${finding.code}@${at(finding.cell)} ${JSON.stringify(finding.data)?.slice(0, 160)}`);
    wrong.push(`${where} CHECK ${severity}: expected [${want.join(' ')}], got ${data.join(' ; ') || 'none'}`);
  }
  return wrong;
}

/** Everything that was read otherwise than expected, one line each. */
export function differences(one: FieldCase): string[] {
  const { tables } = recognise(one.book);
  if (tables.length !== one.tables.length) {
    return [
      `tables: expected ${one.tables.length}, got ${tables.length} (${tables.map((table) => `${table.table.sheet}:${a1(table.table.range.top, table.table.range.left)}-${a1(table.table.range.bottom, table.table.range.right)}`).join(' ')})`,
    ];
  }
  return one.tables.flatMap((expected, index) => compareTable(`T${index + 1}`, expected, tables[index]!, one.book));
}

/** The sheet's cells as lines, for a report. */
export function show(one: FieldCase, limit = 30): string {
  return one.book.sheets
    .map((sheet) => {
      const lines: string[] = [];
      for (let row = 0; row < Math.min(sheet.rows, limit); row++) {
        const cells = [...sheet.cellsOfRow(row)].map(
          ([col, cell]) => `${a1(row, col)}=${typeof cell.value === 'object' && cell.value !== null ? '#' : String(cell.value)}`,
        );
        if (cells.length > 0) lines.push(cells.join(' | '));
      }
      return `[${sheet.name}]\n${lines.join('\n')}`;
    })
    .join('\n');
}

/** What a finding is about, in words that hold when rows and columns are inserted, sheets renamed and families put in another order. */
import { type Finding, REPEATING } from '../checks';
import type { Group, IndicatorRow, ScoreTable, TotalRow } from '../score-table';
import { type Addr, addrKey, normal, oncePerObject, type WorkbookSnapshot } from '../workbook';

const EXECUTION = '执行率行';
const SEPARATOR = '/';

const path = (names: readonly string[]): string => names.map(normal).join(SEPARATOR);

interface Known {
  readonly rows: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
}

const knownOf = oncePerObject((scoreTable: ScoreTable): Known => {
  const groups = new Map<string, Group>(scoreTable.groups.map((group) => [group.id, group]));
  const namesOf = (group: Group): readonly string[] => {
    const parent = group.parent === null ? undefined : groups.get(group.parent);
    return [...(parent === undefined ? [] : namesOf(parent)), group.name.value];
  };
  return {
    rows: new Map(scoreTable.rows.map((row) => [row.id, rowName(row)])),
    groups: new Map(scoreTable.groups.map((group) => [group.id, path(namesOf(group))])),
  };
});

function rowName(row: IndicatorRow): string {
  return row.role === 'execution' ? EXECUTION : path([...row.path, row.name.value]);
}

/** Which column of scores, by what it is and not by where it stands. */
function columnName({ scoreColumns }: ScoreTable, index: string | undefined): string {
  const column = index === undefined ? undefined : scoreColumns[Number(index)];
  return column === undefined ? '' : `${column.kind} ${normal(column.header.value)}`;
}

/** A 小计 is called so in every family: what its rows have in common tells them apart. */
function totalName(scoreTable: ScoreTable, total: TotalRow | undefined): string {
  if (total === undefined) return '';
  const rows = total.kind === 'total' || total.covers === null ? [] : scoreTable.rows.filter((row) => total.covers!.includes(row.id));
  const [first, ...others] = rows.map((row) => row.path);
  const shared = (first ?? []).filter((name, level) => others.every((other) => other[level] === name));
  return `${total.kind} ${normal(total.label.value)} ${path(shared)}`;
}

function fundingName(scoreTable: ScoreTable, index: number): string {
  const row = scoreTable.funding?.rows[index];
  if (row === undefined) return '';
  const above = row.parent === null || row.parent === index ? '' : `${fundingName(scoreTable, row.parent)}${SEPARATOR}`;
  return `${above}${normal(row.label.value)}`;
}

function figureName({ data }: ScoreTable, key: string): string {
  const figure = data.find(({ value }) => addrKey(value.at) === key);
  return figure === undefined ? '' : `${path(figure.path)} ${figure.column ?? ''}`;
}

type Named = (scoreTable: ScoreTable, found: RegExpExecArray) => string;

/** The keys of what a finding blames that hold numbers or ids, and what they stand for. All others are words already. */
const KEYS: readonly (readonly [RegExp, Named])[] = [
  [/^group:([^:]+)(.*)$/, (table, [, id, rest]) => `分类 ${knownOf(table).groups.get(id!) ?? ''} ${rest!}`],
  [
    /^total:(\d+)(?::(\d+))?(.*)$/,
    (table, [, at, column, rest]) => `合计 ${totalName(table, table.totals[Number(at)])} ${columnName(table, column)} ${rest!}`,
  ],
  [/^funding:(\d+)(.*)$/, (table, [, at, rest]) => `资金 ${fundingName(table, Number(at))} ${rest!}`],
  [/^figure:(.*)$/, (table, [, key]) => `数据表 ${figureName(table, key!)}`],
  [/^date:(.*)$/, (table, [, id]) => `日期 ${knownOf(table).rows.get(id!) ?? ''}`],
  [/^form (\S+) \d+,\d+ (.*)$/s, (_table, [, kind, name]) => `空白表 ${kind!} ${normal(name!)}`],
];

function rowKeyName(key: string, scoreTable: ScoreTable): string {
  const { rows } = knownOf(scoreTable);
  const own = rows.get(key);
  if (own !== undefined) return own;
  // The score of a row in another column than the self-score's.
  const inColumn = /^(.+):(\d+)$/.exec(key);
  const row = inColumn === null ? undefined : rows.get(inColumn[1]!);
  if (row !== undefined) return `${row} ${columnName(scoreTable, inColumn![2])}`;
  for (const [pattern, named] of KEYS) {
    const found = pattern.exec(key);
    if (found !== null) return named(scoreTable, found);
  }
  return key;
}

/** The heading over a cell; '' for one that stands in no column of the table. */
function headingOver({ columns }: ScoreTable, at: Addr): string {
  return normal(columns.find(({ col }) => col === at.col)?.header.value ?? '');
}

/** The row, part of the form or line of the sheet that a finding is about, and the aspect of it. */
export function stableSubject({ accused, cell, code }: Finding, scoreTable: ScoreTable, book: WorkbookSnapshot): string {
  const { aspect } = accused;
  // One finding for a whole column: which of its rows comes first is nobody's business.
  if (REPEATING.has(code)) return `${aspect} ${headingOver(scoreTable, cell)}`;
  if (accused.row.startsWith('unread ')) return `${aspect} ${textAt(book, cell)}`;
  return `${aspect} ${rowKeyName(accused.row, scoreTable)}`;
}

function textAt(book: WorkbookSnapshot, { sheet, row, col }: Addr): string {
  const value = book.sheets[sheet]?.valueAt(row, col) ?? null;
  return typeof value === 'string' ? normal(value) : value === null || typeof value === 'object' ? '' : String(value);
}

/** What a workbook says of 指标值, as plain data. */
import { indicatorForms, type IndicatorForm, recognise, recogniseGoals } from '../recognition';
import type { Comparator, IndicatorRow, Quantity } from '../score-table';
import { a1, a1OfRect, type Addr, isPlaceholder, normal, type WorkbookSnapshot } from '../workbook';
import type { CellPlace, TargetLine, TargetTable, WrittenTarget } from './types';

const SIGNS: Readonly<Record<Comparator, string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=' };

function shownOf(value: Quantity, { target, unit }: IndicatorRow): string {
  const text = value.text === '' ? normal(String(target?.raw ?? '')) : value.text;
  const sign = value.comparatorFrom === 'column' && value.comparator !== null ? SIGNS[value.comparator] : '';
  const own = unit?.value == null || isPlaceholder(normal(unit.value)) ? '' : normal(unit.value);
  const behind = value.kind === 'number' && own !== '' && !text.endsWith(own) && !text.includes('%') ? own : '';
  return `${sign}${text}${behind}`;
}

/** 「50」 beside 「万人」 in the unit's column is what 「50万人」 is in one cell; money keeps its unit. */
const MAGNITUDE = /^([万亿])(?!元)(.*)$/;
const FACTORS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

function inOneCell(value: Quantity): Quantity {
  const match = value.kind === 'words' || value.kind === 'date' ? null : MAGNITUDE.exec(value.unit);
  if (match === null) return value;
  const factor = FACTORS[match[1]!]!;
  return { ...value, unit: match[2]!, number: value.number?.times(factor) ?? null, upper: value.upper?.times(factor) ?? null };
}

function written(row: IndicatorRow): WrittenTarget | null {
  const stated = row.target?.value ?? null;
  if (stated === null) return null;
  const value = inOneCell(stated);
  return { ...value, number: value.number?.toFixed() ?? null, upper: value.upper?.toFixed() ?? null, shown: shownOf(value, row) };
}

function lineOf(row: IndicatorRow, book: WorkbookSnapshot): TargetLine {
  const place = ({ sheet, row: at, col }: Addr): CellPlace => ({ sheet: book.sheets[sheet]?.name ?? '', address: a1(at, col) });
  return {
    path: row.path.at(-1) === row.name.value ? row.path : [...row.path, row.name.value],
    name: row.name.value,
    isPart: row.role === 'breakdown',
    nameAt: place(row.name.at),
    target: written(row),
    targetAt: row.target === undefined ? null : place(row.target.at),
  };
}

function tableOf(form: IndicatorForm, book: WorkbookSnapshot): TargetTable {
  const { code, project, unit, department, year, sheet, range, rows, hasTargets } = form;
  return {
    code,
    project,
    unit,
    department,
    year,
    sheet: book.sheets[sheet]?.name ?? '',
    range: a1OfRect(range),
    hasTargets,
    lines: rows.map((row) => lineOf(row, book)),
  };
}

/** The approved goals in a workbook; where it has no form of goals, its score tables as they were sent out with the goals filled in. */
export function approvedTables(book: WorkbookSnapshot): readonly TargetTable[] {
  const goals = recogniseGoals(book);
  const forms = goals.length > 0 ? goals : indicatorForms(book, recognise(book).tables).filter(({ hasTargets }) => hasTargets);
  return forms.map((form) => tableOf(form, book));
}

/** The score tables of a workbook with their 指标值. */
export const assessedTables = (book: WorkbookSnapshot): readonly TargetTable[] =>
  indicatorForms(book, recognise(book).tables).map((form) => tableOf(form, book));

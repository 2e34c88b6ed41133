/**
 * A blank form as plain data: recognised once, then held against every file of a folder, in this thread or another.
 * Figures are texts, so that it can be handed over and written down.
 */
import type { ColumnRole, Found, ScoreTable, Slot } from '../../score-table';
import type { Dec, Rect, WorkbookSnapshot } from '../../workbook';
import { sheetLines, type LineKind, type SheetLine } from '../lines';
import { nameKey } from '../names';
import type { FormKind } from '../types';

/** A cell of the form's sheet, 0-based. */
export interface FormSpot {
  readonly row: number;
  readonly col: number;
}

export interface FormText extends FormSpot {
  readonly text: string;
}

export interface FormLine {
  readonly kind: LineKind;
  readonly name: string;
  readonly keys: readonly string[];
  readonly parent: number | null;
  readonly body: string;
  readonly at: FormSpot;
  /** Printed in the form; null: none is, the unit fills it in. */
  readonly weight: FormText | null;
  readonly rule: FormText | null;
  readonly note: FormText | null;
  readonly target: FormText | null;
  readonly symbol: FormText | null;
  /** The unit names the lines below (the form has slots, or nothing at all). */
  readonly open: boolean;
}

/** A label line of the funding table or of the totals. */
export interface FormLabel extends FormText {
  readonly key: string;
  readonly part: 'funding' | 'total';
  /** 分值 printed beside it. */
  readonly weight: FormText | null;
}

export interface FormColumn extends FormText {
  readonly role: ColumnRole;
  readonly level: number | null;
}

export interface FormFormula extends FormSpot {
  readonly formula: string;
}

export interface TemplateForm {
  /** Name of the file, for people. */
  readonly file: string;
  readonly sheet: string;
  readonly kind: FormKind | null;
  readonly title: string;
  readonly range: Rect;
  readonly headerRows: { readonly top: number; readonly bottom: number };
  readonly fullScore: string | null;
  readonly columns: readonly FormColumn[];
  readonly lines: readonly FormLine[];
  readonly labels: readonly FormLabel[];
  readonly notes: readonly FormText[];
  readonly formulas: readonly FormFormula[];
}

const spot = (at: { readonly row: number; readonly col: number }): FormSpot => ({ row: at.row, col: at.col });

function textOf(found: Found<string>): FormText {
  return { text: found.value, ...spot(found.at) };
}

/** What is printed in a place; null where it is left to the unit. */
function printed<T>(slot: Slot<T> | null | undefined, show: (value: T) => string): FormText | null {
  return slot === null || slot === undefined || slot.value === null || show(slot.value) === ''
    ? null
    : { text: show(slot.value), ...spot(slot.at) };
}

const figure = (value: Dec): string => value.toFixed();
const words = (text: string): string => text;

/** The form a table of a blank workbook is. */
export function formOf(scoreTable: ScoreTable, book: WorkbookSnapshot, file: string): TemplateForm {
  const { sheet, range } = scoreTable.table;
  const lines = sheetLines(scoreTable);
  return {
    file,
    sheet: book.sheets[sheet]?.name ?? '',
    kind: scoreTable.kind,
    title: scoreTable.title?.value ?? '',
    range,
    headerRows: scoreTable.headerRows,
    fullScore: scoreTable.fullScore === null ? null : scoreTable.fullScore.value.toFixed(),
    columns: scoreTable.columns.map((column) => ({
      ...textOf(column.header),
      col: column.col,
      role: column.role,
      level: column.level ?? null,
    })),
    lines: lines.map((line, index) => lineOf(lines, line, index)),
    labels: labelsOf(scoreTable),
    notes: scoreTable.notes.map(textOf),
    formulas: formulasIn(book, sheet, tableRect(scoreTable)),
  };
}

/** The table with its funding block and everything labelled beside it. */
export function tableRect(scoreTable: ScoreTable): Rect {
  const rects = [scoreTable.table.range, ...(scoreTable.funding === undefined ? [] : [scoreTable.funding.range])];
  const cells = scoreTable.totals
    .flatMap((total) => total.scores.filter((slot) => slot !== null).map((slot) => slot.at))
    .filter((at) => at.sheet === scoreTable.table.sheet);
  return {
    top: Math.min(...rects.map((one) => one.top), ...cells.map((at) => at.row)),
    left: Math.min(...rects.map((one) => one.left), ...cells.map((at) => at.col)),
    bottom: Math.max(...rects.map((one) => one.bottom), ...cells.map((at) => at.row)),
    right: Math.max(...rects.map((one) => one.right), ...cells.map((at) => at.col)),
  };
}

function lineOf(lines: readonly SheetLine[], line: SheetLine, index: number): FormLine {
  const { row } = line;
  return {
    kind: line.kind,
    name: line.name,
    keys: line.keys,
    parent: line.parent,
    body: line.body,
    at: spot(line.at),
    weight: line.slot ? null : printed(line.weight, figure),
    rule: printed(row?.criterion, words),
    note: printed(row?.description, words),
    target: printed(row?.target, (quantity) => quantity.text),
    symbol: printed(row?.symbol, words),
    open: isOpen(lines, line, index),
  };
}

/** A class with slots to be named, or with nothing below; and a slot itself. */
function isOpen(lines: readonly SheetLine[], line: SheetLine, index: number): boolean {
  if (line.slot) return true;
  if (line.kind !== 'class') return false;
  const below = lines.filter((one) => one.parent === index);
  return below.length === 0 || below.some((one) => one.slot);
}

function labelsOf(scoreTable: ScoreTable): readonly FormLabel[] {
  const funding = scoreTable.funding?.rows ?? [];
  // The execution row stands among the lines as well; its label is compared there.
  const own = new Set(scoreTable.rows.filter((row) => row.role === 'execution').map((row) => `${row.name.at.row},${row.name.at.col}`));
  return [
    ...funding.filter((row) => !own.has(`${row.label.at.row},${row.label.at.col}`)).map((row) => label(row.label, row.weight, 'funding')),
    ...scoreTable.totals.filter((total) => total.where === 'row').map((total) => label(total.label, total.weight, 'total')),
  ];
}

function label(found: Found<string>, weight: Slot<Dec> | undefined, part: FormLabel['part']): FormLabel {
  return { ...textOf(found), key: labelKey(found.value), part, weight: printed(weight, figure) };
}

/** 「其中：基本支出：900.47」 and 「其中：基本支出：」 are one label. */
export function labelKey(text: string): string {
  return nameKey(text.replace(/[:：]?\s{0,9}(?<![\d,，])[\d,，]+(?:\.\d+)?\s*(?:万?元\s*)?$/, ''));
}

function formulasIn(book: WorkbookSnapshot, sheet: number, rect: Rect): readonly FormFormula[] {
  const found: FormFormula[] = [];
  const snapshot = book.sheets[sheet];
  for (let row = rect.top; snapshot !== undefined && row <= rect.bottom; row += 1) {
    for (const [col, cell] of snapshot.cellsOfRow(row)) {
      if (cell.formula !== undefined && col >= rect.left && col <= rect.right) found.push({ row, col, formula: cell.formula });
    }
  }
  return found;
}

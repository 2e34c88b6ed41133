/**
 * Writes cells: one sync asks what stands there, one writes and reads back. No marks, settings or looks travel with
 * values, so that Excel can take the whole step back. Excel has no transaction: what broke off is put back here.
 */
import { addrKey, type Cell, type CellEdit, contentOfCell, type Rect, type WorkbookSnapshot } from '../../workbook';
import type { HostPlan, WriteOutcome } from '../port';
import { accepted, GENERAL_FORMAT, needsPlainFormat, places, refused } from '../live';
import { entered } from './entering';
import { sentenceOf, excelTrouble } from './errors';
import { askRuns, cellsOfRange, heldFault, loadContent, type AskedRun } from './held-cells';
import type { Range, RequestContext } from './office-types';
import { runsOf } from './runs';

/** Bytes of a request at most, and what a written cell takes in one, its way there included. */
const MOST_BYTES = 1_500_000;
const RUN_BYTES = 900;
const CELL_BYTES = 24;

export type Wrote = (sheet: string, rect: Rect) => void;

/** A run with what stood there before. */
interface Prepared extends AskedRun {
  readonly before: readonly Cell[];
}

/** `wrote` is told of each range, by the sheet's key. */
export async function writeCells(
  context: RequestContext,
  edits: readonly CellEdit[],
  on: WorkbookSnapshot,
  wrote: Wrote = () => undefined,
): Promise<WriteOutcome> {
  const { workbook } = context;
  workbook.load('readOnly');
  const asked = askRuns(context, runsOf(edits), on);
  await context.sync();
  if (workbook.readOnly) return refused('read-only', []);
  const held = heldFault(asked);
  if (held !== null) return held;
  const prepared = asked.map((one) => ({ ...one, before: cellsOfRange(one.range) }));
  const closed = formatsInTheWay(prepared);
  if (closed.length > 0)
    return refused('protected', places(closed), '该单元格是文本格式，工作表受保护，不能改为数值格式，写入的数会变成文字。');
  try {
    for (const batch of batchesOf(prepared)) {
      for (const one of batch) put(one, wrote);
      await context.sync();
    }
  } catch (error) {
    return broken(context, prepared, error);
  }
  const wrong = prepared.flatMap(({ run, range }) => {
    const cells = cellsOfRange(range);
    return run.edits.filter((edit, down) => !accepted(cells[down], edit.after));
  });
  if (wrong.length > 0) return notAccepted(context, prepared, wrong);
  return { is: 'done', undo: { cells: undoOf(prepared, edits), sheets: [] }, warnings: [] };
}

/** Numbers in text cells of a protected sheet: the format cannot be changed there. */
function formatsInTheWay(prepared: readonly Prepared[]): CellEdit[] {
  return prepared.flatMap(({ run, before, sheet }) => {
    if (!sheet.protection.protected) return [];
    return run.edits.filter(
      (edit, down) => formatFor(edit, before[down]!) !== null && !(edit.format !== undefined && edit.format === before[down]!.format),
    );
  });
}

/** The format to set before the content; null: the cell keeps its own. */
function formatFor(edit: CellEdit, before: Cell): string | null {
  if (edit.format !== undefined && edit.format !== before.format) return edit.format;
  return needsPlainFormat(edit.after, edit.format ?? before.format) ? GENERAL_FORMAT : null;
}

function batchesOf(prepared: readonly Prepared[]): Prepared[][] {
  const batches: Prepared[][] = [];
  let room = 0;
  for (const one of prepared) {
    const bytes =
      RUN_BYTES +
      one.run.edits.reduce(
        (sum, { after }) =>
          sum +
          CELL_BYTES +
          ('value' in after && typeof after.value === 'string'
            ? after.value.length * 3
            : 'formula' in after
              ? after.formula.length * 3
              : 0),
        0,
      );
    if (bytes > room) {
      batches.push([]);
      room = MOST_BYTES;
    }
    batches[batches.length - 1]!.push(one);
    room -= bytes;
  }
  return batches;
}

function put({ run, sheet, range, before }: Prepared, wrote: Wrote): void {
  wrote(sheet.id, { top: run.row, left: run.col, bottom: run.row + run.edits.length - 1, right: run.col });
  run.edits.forEach((edit, down) => {
    const format = formatFor(edit, before[down]!);
    if (format !== null) range.getCell(down, 0).numberFormat = [[format]];
  });
  range.values = run.edits.map((edit, down) => [entered(edit.after, formatFor(edit, before[down]!) ?? before[down]!.format)]);
  loadContent(range);
}

/** The way back. What was written is what the host now shows: it may spell a formula its own way. */
function undoOf(prepared: readonly Prepared[], edits: readonly CellEdit[]): CellEdit[] {
  const back = new Map<string, CellEdit>();
  for (const { run, range, before } of prepared) {
    const now = cellsOfRange(range);
    run.edits.forEach((edit, down) => {
      const format = formatFor(edit, before[down]!) === null ? {} : { format: before[down]!.format };
      back.set(addrKey(edit.at), {
        at: edit.at,
        before: contentOfCell(now[down]!),
        after: contentOfCell(before[down]!),
        reason: '撤销',
        ...format,
      });
    });
  }
  return [...edits].reverse().map((edit) => back.get(addrKey(edit.at))!);
}

/** Some cells became something else, as typed dates do. Everything is put back. */
async function notAccepted(context: RequestContext, prepared: readonly Prepared[], wrong: readonly CellEdit[]): Promise<WriteOutcome> {
  const left = await putBack(context, prepared);
  const say = 'Excel 没有按原样接受要写入的内容（可能有数据验证、文本格式或数组公式），已恢复原状。';
  if (left.length === 0) return refused('unsupported', places(wrong), say);
  return partly(prepared, left, 'unsupported', say);
}

/** The host refused in the middle: earlier cells of the batch are written. */
async function broken(context: RequestContext, prepared: readonly Prepared[], error: unknown): Promise<WriteOutcome> {
  const why = excelTrouble(error) === 'gone' ? 'unsupported' : excelTrouble(error);
  const say = sentenceOf(error);
  const touched = await touchedRuns(context, prepared);
  if (touched.length === 0) return refused(why, [], say);
  const left = await putBack(context, touched);
  return partly(touched, left, why, say);
}

function partly(
  touched: readonly Prepared[],
  left: readonly CellEdit[],
  why: ReturnType<typeof excelTrouble>,
  say: string | undefined,
): WriteOutcome {
  const written: HostPlan = { cells: left, sheets: [] };
  const undo: HostPlan = { cells: left.map((edit) => ({ ...edit, before: edit.after, after: edit.before })), sheets: [] };
  const stands = new Set(left.map((edit) => addrKey(edit.at)));
  const restored = touched.flatMap(({ run }) => places(run.edits)).filter((at) => !stands.has(addrKey(at)));
  return { is: 'partly', why, written, undo, restored, ...(say === undefined ? {} : { say }) };
}

/** The runs of which something was written before it broke off. */
async function touchedRuns(context: RequestContext, prepared: readonly Prepared[]): Promise<Prepared[]> {
  const fresh = again(context, prepared);
  await context.sync();
  return fresh.filter(({ run, range, before }) => {
    const now = cellsOfRange(range);
    return run.edits.some((_, down) => !sameCell(now[down]!, before[down]!));
  });
}

/** Puts back what stood there, run by run so that one that fails does not keep the others. Answers the edits that stand. */
async function putBack(context: RequestContext, prepared: readonly Prepared[]): Promise<CellEdit[]> {
  const left: CellEdit[] = [];
  for (const { run, range, before } of again(context, prepared)) {
    try {
      before.forEach((cell, down) => {
        if (formatFor(run.edits[down]!, cell) !== null) range.getCell(down, 0).numberFormat = [[cell.format]];
      });
      range.values = before.map((cell) => [entered(contentOfCell(cell), cell.format)]);
      loadContent(range);
      await context.sync();
      const now = cellsOfRange(range);
      left.push(...run.edits.filter((_, down) => !sameCell(now[down]!, before[down]!)));
    } catch {
      left.push(...run.edits);
    }
  }
  return left;
}

/** The same runs over fresh ranges: those of a failed request are not to be trusted. */
function again(context: RequestContext, prepared: readonly Prepared[]): Prepared[] {
  return prepared.map((one) => {
    const sheet = context.workbook.worksheets.getItem(one.sheet.id);
    const range: Range = loadContent(sheet.getRangeByIndexes(one.run.row, one.run.col, one.run.edits.length, 1));
    return { ...one, range };
  });
}

function sameCell(a: Cell, b: Cell): boolean {
  if ((a.formula === undefined) !== (b.formula === undefined)) return false;
  return a.formula === undefined ? JSON.stringify(a.value) === JSON.stringify(b.value) : a.formula === b.formula;
}

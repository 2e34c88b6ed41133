/** What the cells of a plan hold now, asked for in one request with everything that could stand in their way. */
import { holds } from '../../workbook/contents';
import type { Cell, WorkbookSnapshot } from '../../workbook/types';
import type { CellEdit, Content } from '../../workbook/write-plan';
import { decOfNumber } from '../../workbook/decimal';
import { cellOf } from './cells';
import type { CellProperties, ClientResult, Range, RequestContext, Worksheet } from './office-types';
import { places, refused, type Refused } from './plan-faults';
import type { Run } from './runs';

export interface AskedRun {
  readonly run: Run;
  readonly sheet: Worksheet;
  readonly range: Range;
  readonly locks: ClientResult<readonly (readonly CellProperties[])[]>;
}

const CONTENT = 'values,formulas,valueTypes,numberFormat';

export function loadContent(range: Range): Range {
  return range.load(CONTENT);
}

/** Queues the question; the answer is there after the next sync. */
export function askRuns(context: RequestContext, runs: readonly Run[], on: WorkbookSnapshot): AskedRun[] {
  const sheets = new Map<string, Worksheet>();
  return runs.map((run) => {
    const { key } = on.sheets[run.sheet]!;
    const sheet = sheets.get(key) ?? context.workbook.worksheets.getItemOrNullObject(key).load('id,name,protection/protected');
    sheets.set(key, sheet);
    const range = loadContent(sheet.getRangeByIndexes(run.row, run.col, run.edits.length, 1));
    return { run, sheet, range, locks: range.getCellProperties({ format: { protection: { locked: true } } }) };
  });
}

/** The cells of a range of one column. */
export function cellsOf(range: Range): Cell[] {
  return range.values.map((line, down) => ({
    ...cellOf(line[0]!, range.formulas[down]![0]!, range.valueTypes[down]![0]!),
    format: range.numberFormat[down]![0] ?? 'General',
  }));
}

/** null: every cell is there, holds what the plan expects, and may be written. */
export function heldFault(asked: readonly AskedRun[]): Refused | null {
  const gone = asked.filter(({ sheet }) => sheet.isNullObject).flatMap(({ run }) => run.edits);
  if (gone.length > 0) return refused('gone', places(gone), '要写的工作表已经不在了，请重新审核。');
  const locked = asked.flatMap(({ run, sheet, locks }) =>
    run.edits.filter((_, down) => sheet.protection.protected && isLocked(locks.value[down]?.[0])),
  );
  if (locked.length > 0) return refused('protected', places(locked));
  const changed = asked.flatMap(({ run, range }) => {
    const cells = cellsOf(range);
    return run.edits.filter((edit, down) => !holds(cells[down], edit.before));
  });
  return changed.length > 0 ? refused('changed', places(changed)) : null;
}

function isLocked(properties: CellProperties | undefined): boolean {
  return properties?.format?.protection?.locked ?? true;
}

/** What a cell holds, as plans speak of it. */
export function contentOfCell(cell: Cell): Content {
  const { value, formula } = cell;
  const stored = typeof value === 'number' ? decOfNumber(value) : value !== null && typeof value === 'object' ? value.error : (value ?? '');
  if (formula !== undefined) return { kind: 'formula', formula, stored };
  return stored === '' ? { kind: 'blank' } : { kind: 'value', value: stored };
}

/** Whether the cell holds what was put there: a host may spell a formula its own way, and computes its value itself. */
export function accepted(cell: Cell | undefined, edit: CellEdit): boolean {
  const { after } = edit;
  if (after.kind !== 'formula') return holds(cell, after);
  return cell?.formula !== undefined && spelling(cell.formula) === spelling(after.formula);
}

/** Without what programs add or change: spaces, case, the sign of implicit intersection. Texts in quotes stay. */
function spelling(formula: string): string {
  return formula
    .replace(/^=/, '')
    .replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[\s@]+|[a-z]+/gi, (part) =>
      /^["']/.test(part) ? part : /^[\s@]/.test(part) ? '' : part.toUpperCase(),
    );
}

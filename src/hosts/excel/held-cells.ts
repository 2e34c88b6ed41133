/** What the cells of a plan hold now, asked for in one request with everything that could stand in their way. */
import { type Cell, holds, type WorkbookSnapshot } from '../../workbook';
import { cellOf } from './cells';
import type { CellProperties, ClientResult, Range, RequestContext, Worksheet } from './office-types';
import { places, refused, type RefusedWrite } from '../live';
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
export function cellsOfRange(range: Range): Cell[] {
  return range.values.map((line, down) => ({
    ...cellOf(line[0]!, range.formulas[down]![0]!, range.valueTypes[down]![0]!),
    format: range.numberFormat[down]![0] ?? 'General',
  }));
}

/** null: every cell is there, holds what the plan expects, and may be written. */
export function heldFault(asked: readonly AskedRun[]): RefusedWrite | null {
  const gone = asked.filter(({ sheet }) => sheet.isNullObject).flatMap(({ run }) => run.edits);
  if (gone.length > 0) return refused('gone', places(gone), '要写的工作表已经不在了，请重新审核。');
  const locked = asked.flatMap(({ run, sheet, locks }) =>
    run.edits.filter((_, down) => sheet.protection.protected && isLocked(locks.value[down]?.[0])),
  );
  if (locked.length > 0) return refused('protected', places(locked));
  const changed = asked.flatMap(({ run, range }) => {
    const cells = cellsOfRange(range);
    return run.edits.filter((edit, down) => !holds(cells[down], edit.before));
  });
  return changed.length > 0 ? refused('changed', places(changed)) : null;
}

function isLocked(properties: CellProperties | undefined): boolean {
  return properties?.format?.protection?.locked ?? true;
}

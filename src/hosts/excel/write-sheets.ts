/** Sheets of ours put and taken away. In requests of their own: a sheet that comes or goes cannot be taken back by Excel. */
import { type EditWarning, freeSheetName, type SheetChange, type SheetEdit } from '../../workbook';
import { formerContent } from './former-sheet';
import type { RequestContext } from './office-types';
import { listSheets, type OwnSheet, type SheetList } from './own-sheets';
import { putSheet } from './put-sheet';

export interface SheetsWritten {
  readonly undo: readonly SheetChange[];
  readonly warnings: readonly EditWarning[];
}

/** Each change in turn; `undo` in the order that brings everything back. `made` is told the key of each sheet that was put. */
export async function writeSheets(
  context: RequestContext,
  changes: readonly SheetChange[],
  made: (key: string) => void = () => undefined,
): Promise<SheetsWritten> {
  const undo: SheetChange[] = [];
  const warnings: EditWarning[] = [];
  for (const change of changes) {
    const list = await listSheets(context);
    const former = list.ours.find((one) => one.wanted === change.name);
    const before = former === undefined || !('remove' in change || change.replaces) ? null : await contentBefore(context, former);
    if ('remove' in change) {
      former?.sheet.delete();
      await context.sync();
      if (before !== null) undo.unshift(before);
      continue;
    }
    const given = await put(context, change, list, before === null ? undefined : former, made);
    if (given !== change.name) warnings.push({ kind: 'sheet-renamed', wanted: change.name, given });
    undo.unshift(before ?? { name: change.name, remove: true });
  }
  return { undo, warnings };
}

async function contentBefore(context: RequestContext, former: OwnSheet): Promise<SheetEdit> {
  return { name: former.wanted, replaces: true, content: await formerContent(context, former.sheet) };
}

async function put(
  context: RequestContext,
  edit: SheetEdit,
  { all }: SheetList,
  former: OwnSheet | undefined,
  made: (key: string) => void,
): Promise<string> {
  const staying = all.filter((sheet) => sheet !== former?.sheet);
  const given = freeSheetName(edit.name, new Set(staying.map((sheet) => sheet.name.toLowerCase())));
  const names = new Map([...staying.map((sheet) => sheet.name), given].map((name) => [name.toLowerCase(), name]));
  const position = former?.sheet.position ?? null;
  former?.sheet.delete();
  const key = await putSheet(context, edit.content, {
    wanted: edit.name,
    given,
    position,
    sheetNamed: (name) => names.get(name.toLowerCase()) ?? null,
  });
  made(key);
  return given;
}

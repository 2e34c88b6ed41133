/** Sheets of ours put, replaced and taken away. */
import { type EditWarning, freeSheetName, SHEET_NAME, type SheetChange, type SheetEdit, sheetTag } from '../../workbook';
import { attempt, get, collectionItems, ownText } from './bridge';
import type { EtApp, EtWorkbook, EtWorksheet } from './et';
import { hasNames, ourSheet } from './our-sheets';
import { putLooks, putValues } from './put-sheet';

interface Ours {
  readonly sheet: EtWorksheet;
  readonly wanted: string;
}

/** The sheets of ours in a workbook, and what we put into those that we made while it has been open here. */
export class OurSheets {
  private readonly contents = new Map<string, SheetEdit>();

  constructor(
    private readonly app: EtApp,
    private readonly book: EtWorkbook,
  ) {}

  /**
   * Each change in turn. `done` grows by what takes it back, in the order that brings everything back.
   * @throws what the program throws; a sheet half made is taken away again
   */
  write(changes: readonly SheetChange[], done: SheetChange[], warnings: EditWarning[]): void {
    for (const change of changes) {
      const former = 'remove' in change || change.replaces ? this.find(change.name) : null;
      const before = former === null ? undefined : this.contents.get(change.name);
      if ('remove' in change) {
        if (former === null) continue;
        former.sheet.Delete();
        this.contents.delete(change.name);
        if (before !== undefined) done.unshift(before);
        continue;
      }
      const given = this.put(change, former);
      this.contents.set(change.name, change);
      if (given !== change.name) warnings.push({ kind: 'sheet-renamed', wanted: change.name, given });
      done.unshift(before ?? { name: change.name, remove: true });
    }
  }

  /** All sheets of ours by today's names. */
  list(): { readonly sheet: EtWorksheet; readonly name: string; readonly wanted: string }[] {
    if (!hasNames(this.book)) return [];
    return this.all().flatMap(({ sheet, name }) => {
      const ours = ourSheet(sheet, name);
      return ours === null ? [] : [{ sheet, name, wanted: ours.wanted }];
    });
  }

  /** Takes all of them away; the last sheet of a workbook stays. */
  removeAll(): void {
    for (const { sheet } of this.list()) if (this.all().length > 1) sheet.Delete();
    this.contents.clear();
  }

  private find(wanted: string): Ours | null {
    return this.list().find((one) => one.wanted === wanted) ?? null;
  }

  private all(): { readonly sheet: EtWorksheet; readonly name: string }[] {
    return collectionItems(get(this.book, 'Worksheets')).map((sheet) => ({ sheet, name: ownText(get(sheet, 'Name')) }));
  }

  /** The new sheet is whole before the former one goes. */
  private put(edit: SheetEdit, former: Ours | null): string {
    const all = this.all();
    const formerName = former === null ? null : ownText(get(former.sheet, 'Name'));
    const staying = all.filter(({ name }) => name !== formerName);
    const given = freeSheetName(edit.name, new Set(staying.map(({ name }) => name.toLowerCase())));
    const names = new Map([...staying.map(({ name }) => name), given].map((name) => [name.toLowerCase(), name]));
    const shown = attempt(() => get(this.book, 'ActiveSheet'), null);
    const fresh = get(this.book, 'Worksheets').Add(undefined, all[all.length - 1]!.sheet);
    try {
      putValues(fresh, edit.content);
      get(fresh, 'Names').Add(SHEET_NAME, `=${sheetTag(edit.name, given)}`, false);
    } catch (error) {
      attempt(() => fresh.Delete(), null);
      throw error;
    }
    former?.sheet.Delete();
    fresh.Name = given;
    putLooks(this.app, fresh, edit.content, (name) => names.get(name.toLowerCase()) ?? null);
    attempt(() => shown?.Activate(), null);
    return given;
  }
}

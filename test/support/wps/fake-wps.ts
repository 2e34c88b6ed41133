/** A WPS 表格 in memory: what this host and the shell use of it, and a person in front of it. */
import type { EtApp, EtEnv, EtEvents, EtFileSystem, EtWindow } from '../../../src/hosts/wps/et';
import type { ShellApp } from '../../../src/hosts/wps/pane-shell';
import type { LabApp } from '../../../src/hosts/wps/self-test/lab';
import type { CellValue, Rect, WorkbookSnapshot } from '../../../src/workbook/types';
import { ModelBook, ModelSheet } from './model';
import { PLAIN, type Modes } from './modes';
import { paneOf, PaneObject, StorageObject } from './panes';
import { RangeObject } from './range';
import { BookObject } from './sheet';
import { FarObject, overBridge, World } from './world';

class AppObject extends FarObject implements LabApp, ShellApp {
  readonly Version = '12.1.0.28043';
  readonly Build = '28043';
  readonly CalculationState = 0;
  readonly ApiEvent: EventsObject;
  readonly FileSystem: FilesObject;
  readonly Env = new EnvObject();
  readonly ActiveWindow: EtWindow;
  readonly PluginStorage: StorageObject;
  readonly Workbooks: WorkbooksObject;

  constructor(private readonly world: World) {
    super();
    this.ApiEvent = new EventsObject(world);
    this.FileSystem = new FilesObject(world);
    this.ActiveWindow = new WindowObject();
    this.PluginStorage = new StorageObject(world);
    this.Workbooks = new WorkbooksObject(world);
  }

  CreateTaskPane(url: string, title: string): PaneObject {
    const pane = new PaneObject(this.world.panes.length + 1, url, title);
    this.world.panes.push(pane);
    return pane;
  }

  GetTaskPane(id: number): PaneObject {
    return paneOf(this.world, id);
  }

  /** Whether what a script wrote can be taken back is not known. */
  Undo(): void {
    throw new Error('不能撤销');
  }

  get ActiveWorkbook(): BookObject | null {
    return this.world.active === null ? null : new BookObject(this.world, this.world.active);
  }

  get WorksheetFunction(): FunctionsObject {
    return new FunctionsObject();
  }

  get Calculation(): number {
    return this.world.calculation;
  }

  get ScreenUpdating(): unknown {
    return this.world.screenUpdating;
  }

  set ScreenUpdating(on: unknown) {
    this.world.screenUpdating = on === true;
  }

  get EnableEvents(): unknown {
    return this.world.enableEvents;
  }

  set EnableEvents(on: unknown) {
    this.world.enableEvents = on === true;
  }

  get DisplayAlerts(): unknown {
    return this.world.displayAlerts;
  }

  set DisplayAlerts(on: unknown) {
    this.world.displayAlerts = on === true;
  }
}

class WorkbooksObject extends FarObject {
  constructor(private readonly world: World) {
    super();
  }

  /** The new workbook is the active one; unsaved, it has no folder. */
  Add(): BookObject {
    const fresh = new ModelBook({ sheets: [], externalLinks: null, date1904: false }, '工作簿2');
    fresh.sheets.push(new ModelSheet('Sheet1'));
    fresh.activeSheet = 'Sheet1';
    fresh.folder = '';
    return this.show(fresh);
  }

  Open(path: string): BookObject {
    const saved = this.world.saved.get(path);
    if (saved === undefined) throw new Error('找不到文件');
    return this.show(saved);
  }

  private show(book: ModelBook): BookObject {
    this.world.books.push(book);
    this.world.active = book;
    return new BookObject(this.world, book);
  }
}

class WindowObject extends FarObject implements EtWindow {
  FreezePanes: unknown = false;
  SplitRow: unknown = 0;
  SplitColumn: unknown = 0;
  DisplayGridlines: unknown = true;
}

class FunctionsObject extends FarObject {
  CountA(range: RangeObject): number {
    const { top, left, bottom, right } = range.rect;
    let count = 0;
    for (const [row, line] of range.model.cells) {
      if (row < top || row > bottom) continue;
      for (const [col, cell] of line) if (col >= left && col <= right && (cell.value !== null || cell.formula !== undefined)) count += 1;
    }
    return count;
  }
}

/** Template and types: listeners at the application only, for every workbook. */
class EventsObject extends FarObject implements EtEvents {
  constructor(private readonly world: World) {
    super();
  }

  AddApiEventListener(name: string, listener: (...of: never[]) => void): void {
    this.world.listeners.push([name, listener as (...of: unknown[]) => void]);
  }

  RemoveApiEventListener(name: string, listener: (...of: never[]) => void): void {
    const at = this.world.listeners.findIndex(([wanted, one]) => wanted === name && one === listener);
    if (at >= 0) this.world.listeners.splice(at, 1);
  }
}

class FilesObject extends FarObject implements EtFileSystem {
  constructor(private readonly world: World) {
    super();
    if (world.modes.files === 'missing') this.lacking();
  }

  existsSync(path: string): boolean {
    return [...this.world.files.keys()].some((file) => file === path || file.startsWith(`${path}/`));
  }

  mkdirSync(): boolean {
    return true;
  }

  readFileString(path: string): string {
    const text = this.world.files.get(path);
    if (text === undefined) throw new Error('文件不存在');
    return text;
  }

  writeFileString(path: string, text: string): boolean {
    if (this.world.modes.files === 'work') this.world.files.set(path, text);
    return true;
  }

  unlinkSync(path: string): boolean {
    return this.world.files.delete(path);
  }

  private lacking(): void {
    for (const name of ['existsSync', 'mkdirSync', 'readFileString', 'writeFileString', 'unlinkSync'] as const) {
      Object.defineProperty(this, name, {
        value: () => {
          throw new Error('未找到成员');
        },
      });
    }
  }
}

class EnvObject extends FarObject implements EtEnv {
  GetAppDataPath(): string {
    return '/home/u/appdata';
  }

  GetTempPath(): string {
    return '/tmp/';
  }

  GetDesktopPath(): string {
    return '/home/u/桌面';
  }
}

export class FakeWps {
  readonly world: World;
  /** `window.Application`. */
  readonly app: EtApp;

  constructor(book: WorkbookSnapshot, modes: Partial<Modes> = {}, name?: string) {
    this.world = new World(new ModelBook(book, name), { ...PLAIN, ...modes });
    this.app = overBridge(new AppObject(this.world), this.world) as unknown as EtApp;
  }

  get book(): ModelBook {
    return this.world.books[0]!;
  }

  sheet(name: string): ModelSheet {
    const found = this.book.sheets.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no sheet ${name}`);
    return found;
  }

  /** A person types into a cell. */
  type(sheet: string, row: number, col: number, value: CellValue): void {
    const range = this.range(sheet, row, col);
    const cell = range.model.cell(row, col);
    cell.value = value;
    cell.formula = undefined;
    this.book.calculate([[range.model, row, col]]);
    this.world.fire('SheetChange', range.owner, range);
  }

  /** A person selects a cell. */
  pick(sheet: string, row: number, col: number): void {
    const range = this.range(sheet, row, col);
    this.book.activeSheet = sheet;
    this.world.fire('SheetSelectionChange', range.owner, range);
  }

  /** A person selects an area. */
  select(sheet: string, rect: Rect): void {
    const range = new RangeObject(this.world, new BookObject(this.world, this.book).sheet(this.sheet(sheet)), [rect]);
    this.world.fire('SheetSelectionChange', range.owner, range);
  }

  moveLast(sheet: string): void {
    const model = this.sheet(sheet);
    this.book.sheets = [...this.book.sheets.filter((one) => one !== model), model];
  }

  rename(sheet: string, name: string): void {
    this.sheet(sheet).name = name;
  }

  closeBook(): void {
    const book = this.book;
    this.world.fire('WorkbookBeforeClose', new BookObject(this.world, book));
    this.world.books = [];
    this.world.active = null;
  }

  private range(sheet: string, row: number, col: number): RangeObject {
    const owner = new BookObject(this.world, this.book).sheet(this.sheet(sheet));
    return new RangeObject(this.world, owner, [{ top: row, left: col, bottom: row, right: col }]);
  }
}

/** Sheets, their names and the workbook around them. */
import { MAX_COLS, MAX_ROWS, parseRect } from '../../../src/workbook/address';
import type { EtHyperlinks, EtName, EtNames, EtPageSetup, EtProtection, EtWorksheet, EtWorksheets } from '../../../src/hosts/wps/et';
import { ModelSheet, type ModelBook } from './model';
import type { LabWorkbook, LabXmlParts } from '../../../src/hosts/wps/self-test/lab';
import { CommentsObject, RangeObject, type Owner } from './range';
import { FarObject, type World } from './world';

export class SheetObject extends FarObject implements EtWorksheet, Owner {
  readonly PageSetup = new PageSetupObject();

  constructor(
    readonly world: World,
    readonly book: BookObject,
    readonly model: ModelSheet,
  ) {
    super();
  }

  get Name(): unknown {
    this.alive();
    return this.model.name;
  }

  set Name(name: unknown) {
    const wanted = String(name);
    if (
      wanted.length > 31 ||
      /[[\]:*?/\\]/.test(wanted) ||
      this.book.model.sheets.some((one) => one !== this.model && one.name.toLowerCase() === wanted.toLowerCase())
    ) {
      throw new Error('名称无效');
    }
    if (this.book.model.activeSheet === this.model.name) this.book.model.activeSheet = wanted;
    this.model.name = wanted;
  }

  get Parent(): BookObject {
    return this.book;
  }

  get Visible(): number {
    return { visible: -1, hidden: 0, veryHidden: 2 }[this.model.state];
  }

  get ProtectContents(): boolean {
    return this.model.protected;
  }

  get Protection(): ProtectionObject {
    return new ProtectionObject(this.model.allowFormatting);
  }

  get UsedRange(): RangeObject {
    this.alive();
    return new RangeObject(this.world, this, [this.model.usedRect()]);
  }

  get Cells(): RangeObject {
    return new RangeObject(this.world, this, [{ top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLS - 1 }]);
  }

  get Comments(): CommentsObject {
    return new CommentsObject(this.world, this);
  }

  get Names(): NamesObject {
    return new NamesObject(() => [this.model]);
  }

  get Hyperlinks(): LinksObject {
    return new LinksObject();
  }

  Range(address: string): RangeObject {
    this.alive();
    return RangeObject.parse(this.world, this, address);
  }

  Activate(): void {
    // VBA: a hidden sheet cannot be shown so.
    if (this.model.state !== 'visible') throw new Error('工作表已隐藏');
    this.book.model.activeSheet = this.model.name;
    this.world.fire('SheetActivate', this);
  }

  /** REAL: silent with DisplayAlerts=false. Otherwise a box asks, and every call waits for it. */
  Delete(): void {
    if (this.world.displayAlerts) {
      this.world.busy = true;
      throw new Error('等待确认');
    }
    if (this.book.model.structureProtected) throw new Error('工作簿受保护');
    this.model.deleted = true;
    this.book.model.sheets = this.book.model.sheets.filter((one) => one !== this.model);
    if (this.book.model.activeSheet === this.model.name) this.book.model.activeSheet = this.book.model.sheets[0]!.name;
  }

  Protect(): void {
    this.model.protected = true;
  }

  Unprotect(): void {
    this.model.protected = false;
  }

  private alive(): void {
    if (this.model.deleted || !this.world.books.includes(this.book.model)) throw new Error('对象已删除');
  }
}

class PageSetupObject extends FarObject implements EtPageSetup {
  Orientation: unknown = 1;
  PaperSize: unknown = 9;
  PrintTitleRows: unknown = '';
  CenterFooter: unknown = '';
  RightFooter: unknown = '';
  Zoom: unknown = 100;
  FitToPagesWide: unknown = 1;
  FitToPagesTall: unknown = 1;
}

class ProtectionObject extends FarObject implements EtProtection {
  constructor(readonly AllowFormattingCells: boolean) {
    super();
  }
}

class LinksObject extends FarObject implements EtHyperlinks {
  Add(anchor: RangeObject, _address: string, place: string): void {
    // VBA: the cell gets the link's look and, where it is empty, its place as text.
    if (parseRect(place.slice(place.lastIndexOf('!') + 1)) === null) throw new Error(`不是位置：${place}`);
    if (anchor.model.peek(anchor.rect.top, anchor.rect.left)?.value == null)
      anchor.model.cell(anchor.rect.top, anchor.rect.left).value = place;
  }
}

class NameObject extends FarObject implements EtName {
  constructor(
    private readonly owner: ModelSheet,
    private readonly name: string,
  ) {
    super();
  }

  get RefersTo(): string {
    return this.owner.names.get(this.name)!;
  }

  Delete(): void {
    this.owner.names.delete(this.name);
  }
}

/** REAL: Add, and RefersTo of Item. VBA: a workbook's names hold those of its sheets; hidden ones, too. */
class NamesObject extends FarObject implements EtNames {
  constructor(private readonly owners: () => readonly ModelSheet[]) {
    super();
  }

  get Count(): number {
    return this.owners().reduce((sum, owner) => sum + owner.names.size, 0);
  }

  Item(name: string): NameObject {
    const owner = this.owners().find((one) => one.names.has(name));
    if (owner === undefined) throw new Error('未找到名称');
    return new NameObject(owner, name);
  }

  Add(name: string, refersTo: string): NameObject {
    const owner = this.owners()[0]!;
    owner.names.set(name, refersTo);
    return new NameObject(owner, name);
  }
}

class SheetsObject extends FarObject implements EtWorksheets {
  constructor(private readonly book: BookObject) {
    super();
  }

  get Count(): number {
    return this.book.model.sheets.length;
  }

  Item(index: number | string): SheetObject {
    const { sheets } = this.book.model;
    const found = typeof index === 'number' ? sheets[index - 1] : sheets.find((one) => one.name === index);
    if (found === undefined) throw new Error('下标越界');
    return this.book.sheet(found);
  }

  /** Typed. The new sheet is the active one then (VBA). */
  Add(_before: undefined, after: SheetObject): SheetObject {
    const { model } = this.book;
    if (model.structureProtected) throw new Error('工作簿受保护');
    let number = model.sheets.length + 1;
    while (model.sheets.some((one) => one.name === `Sheet${number}`)) number += 1;
    const fresh = new ModelSheet(`Sheet${number}`);
    model.sheets.splice(model.sheets.indexOf(after.model) + 1, 0, fresh);
    model.activeSheet = fresh.name;
    return this.book.sheet(fresh);
  }
}

/** Typed only; nobody was found who uses it. */
class XmlPartsObject extends FarObject implements LabXmlParts {
  constructor(private readonly model: ModelBook) {
    super();
  }

  Add(xml: string): void {
    this.model.xmlParts.push(xml);
  }

  SelectByNamespace(namespace: string): CountObject {
    return new CountObject(this.model.xmlParts.filter((xml) => xml.includes(namespace)).length);
  }
}

class CountObject extends FarObject {
  constructor(readonly Count: number) {
    super();
  }
}

export class BookObject extends FarObject implements LabWorkbook {
  constructor(
    readonly world: World,
    readonly model: ModelBook,
  ) {
    super();
  }

  get Name(): string {
    this.alive();
    return this.model.name;
  }

  get FullName(): string {
    this.alive();
    return this.model.fullName;
  }

  get Path(): string {
    return this.model.folder;
  }

  get ReadOnly(): boolean {
    return this.model.readOnly;
  }

  get Date1904(): boolean {
    return this.model.date1904;
  }

  get ProtectStructure(): boolean {
    return this.model.structureProtected;
  }

  get Worksheets(): SheetsObject {
    this.alive();
    return new SheetsObject(this);
  }

  get ActiveSheet(): SheetObject {
    return this.sheet(this.model.sheets.find((one) => one.name === this.model.activeSheet) ?? this.model.sheets[0]!);
  }

  get Names(): NamesObject {
    return new NamesObject(() => this.model.sheets);
  }

  Activate(): void {
    this.alive();
    this.world.active = this.model;
  }

  get CustomXMLParts(): XmlPartsObject {
    return new XmlPartsObject(this.model);
  }

  SaveAs(path: string): void {
    const at = path.lastIndexOf('/');
    this.model.folder = path.slice(0, at);
    this.model.name = path.slice(at + 1);
    this.world.saved.set(path, this.model);
  }

  Close(): void {
    this.world.books = this.world.books.filter((one) => one !== this.model);
    if (this.world.active === this.model) this.world.active = this.world.books[0] ?? null;
  }

  sheet(model: ModelSheet): SheetObject {
    return new SheetObject(this.world, this, model);
  }

  private alive(): void {
    if (!this.world.books.includes(this.model)) throw new Error('工作簿已关闭');
  }
}

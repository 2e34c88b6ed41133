/**
 * The members of Microsoft's library this host uses, and no others. Written by hand, because published typings run
 * ahead of the library that is shipped: what stands here is in it. Behind each interface the requirement set.
 */

export interface OfficeRuntime {
  readonly Excel: ExcelNamespace;
  readonly requirements: { isSetSupported(name: string, version?: string): boolean };
}

export interface ExcelNamespace {
  run<T>(batch: (context: RequestContext) => Promise<T>): Promise<T>;
  /** Classes, looked at for the members they have. */
  readonly Range?: { readonly prototype: object };
  readonly RangeAreas?: { readonly prototype: object };
  readonly Worksheet?: { readonly prototype: object };
  readonly WorksheetCollection?: { readonly prototype: object };
}

export interface RequestContext {
  readonly workbook: Workbook;
  sync(): Promise<void>;
}

interface Loaded {
  load(properties: string): this;
}

interface Nullable {
  readonly isNullObject: boolean;
}

export interface ClientResult<T> {
  readonly value: T;
}

interface Collection<T> extends Loaded {
  readonly items: readonly T[];
}

/** 1.1; name 1.7; readOnly 1.8 */
export interface Workbook extends Loaded {
  readonly name: string;
  readonly readOnly: boolean;
  readonly worksheets: WorksheetCollection;
  readonly settings: SettingCollection;
  /** 1.7 */
  readonly protection: { readonly protected: boolean } & Loaded;
  /** 1.2 */
  readonly functions: { date(year: number, month: number, day: number): { readonly value: unknown } & Loaded };
  /** calculationState 1.9, calculationMode 1.1 */
  readonly application: Application;
}

export interface Application extends Loaded {
  readonly calculationState: 'Done' | 'Calculating' | 'Pending';
  readonly calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
}

/** 1.1; OrNullObject 1.4; events 1.7 to 1.14 */
export interface WorksheetCollection extends Collection<Worksheet> {
  add(name: string): Worksheet;
  getItem(key: string): Worksheet;
  getActiveWorksheet(): Worksheet;
  getItemOrNullObject(key: string): Worksheet;
  readonly onChanged: Events<ChangedArgs>;
  readonly onCalculated: Events<SheetArgs>;
  readonly onSelectionChanged: Events<SelectionArgs>;
  readonly onAdded: Events<SheetArgs>;
  readonly onDeleted: Events<SheetArgs>;
  /** 1.14 */
  readonly onProtectionChanged?: Events<SheetArgs>;
}

export interface Events<A> {
  add(handler: (args: A) => Promise<void>): EventResult;
}

export interface EventResult {
  remove(): void;
  readonly context: RequestContext;
}

export interface SheetArgs {
  readonly worksheetId: string;
  readonly source?: string;
}

export interface SelectionArgs extends SheetArgs {
  readonly address: string;
}

export interface ChangedArgs extends SelectionArgs {
  readonly changeType: string;
  /** 1.14 */
  readonly triggerSource?: string;
}

export interface Worksheet extends Loaded, Nullable {
  readonly id: string;
  readonly name: string;
  position: number;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  showGridlines: boolean;
  readonly protection: { readonly protected: boolean; readonly options: { readonly allowFormatCells?: boolean } | null } & Loaded;
  readonly names: NamedItemCollection;
  readonly freezePanes: { freezeRows(count: number): void; getLocationOrNullObject(): Range };
  /** 1.9 */
  readonly pageLayout: PageLayout;
  activate(): void;
  delete(): void;
  getRange(address?: string): Range;
  /** 1.9 */
  getRanges(addresses: string): RangeAreas;
  /** 1.7 */
  getRangeByIndexes(row: number, col: number, rows: number, cols: number): Range;
  getCell(row: number, col: number): Range;
  /** 1.4 */
  getUsedRangeOrNullObject(valuesOnly: boolean): Range;
}

export interface NamedItemCollection extends Collection<NamedItem> {
  add(name: string, formula: string): NamedItem;
  getItemOrNullObject(name: string): NamedItem;
}

export interface NamedItem extends Loaded, Nullable {
  readonly name: string;
  readonly formula: string;
  visible: boolean;
}

export interface PageLayout extends Loaded {
  orientation: string;
  paperSize: string;
  zoom: object;
  readonly headersFooters: { readonly defaultForAllPages: { centerFooter: string; rightFooter: string } & Loaded };
  setPrintTitleRows(rows: string): void;
  getPrintTitleRowsOrNullObject(): Range;
}

export type CellContent = string | number | boolean | null;

export interface Range extends Loaded, Nullable {
  readonly address: string;
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** null where the host finds the range too large. */
  values: CellContent[][];
  readonly formulas: CellContent[][];
  readonly valueTypes: readonly (readonly string[])[];
  numberFormat: string[][];
  hyperlink: { readonly documentReference?: string; readonly textToDisplay?: string } | null;
  readonly format: RangeFormat;
  readonly conditionalFormats: ConditionalFormatCollection;
  getCell(row: number, col: number): Range;
  merge(across?: boolean): void;
  select(): void;
  /** 1.13; fails above 512 areas */
  getMergedAreasOrNullObject(): RangeAreas;
  /** 1.9 */
  getRowProperties(wanted: object): ClientResult<readonly LineProperties[]>;
  getColumnProperties(wanted: object): ClientResult<readonly LineProperties[]>;
  getCellProperties(wanted: object): ClientResult<readonly (readonly CellProperties[])[]>;
}

export interface LineProperties {
  readonly rowHidden?: boolean;
  readonly columnHidden?: boolean;
  readonly format?: { readonly rowHeight?: number; readonly columnWidth?: number };
}

export interface CellProperties {
  readonly hyperlink?: { readonly documentReference?: string } | null;
  readonly format?: {
    readonly protection?: { readonly locked?: boolean };
    readonly font?: { readonly bold?: boolean; readonly color?: string; readonly size?: number };
    readonly fill?: { readonly color?: string };
    readonly borders?: { readonly top?: { readonly style?: string | null } };
    readonly horizontalAlignment?: string;
    readonly wrapText?: boolean;
  };
}

export interface RangeFormat {
  horizontalAlignment: string;
  verticalAlignment: string;
  wrapText: boolean;
  columnWidth: number;
  rowHeight: number;
  readonly font: Font & { size: number; name: string };
  readonly fill: { color: string };
  readonly borders: { getItem(side: BorderSide): Border };
}

export interface Font {
  bold: boolean;
  italic: boolean;
  color: string;
  underline: string;
}

export type BorderSide = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

export interface Border {
  style: string;
  color: string;
}

/** 1.9 */
export interface RangeAreas extends Loaded, Nullable {
  readonly address: string;
  readonly areaCount: number;
  readonly format: RangeFormat;
  readonly conditionalFormats: ConditionalFormatCollection;
}

/** 1.6 */
export interface ConditionalFormatCollection extends Collection<ConditionalFormat> {
  add(type: 'Custom'): ConditionalFormat;
  getItem(id: string): ConditionalFormat;
}

export interface ConditionalFormat extends Loaded {
  readonly id: string;
  readonly type: string;
  priority: number;
  readonly custom: CustomFormat;
  readonly customOrNullObject: CustomFormat;
  delete(): void;
  /** 1.9 */
  getRanges(): RangeAreas;
}

export interface CustomFormat extends Loaded, Nullable {
  readonly rule: { formula: string } & Loaded;
  readonly format: { readonly font: Font; readonly fill: { color: string }; readonly borders: { getItem(side: BorderSide): Border } };
}

/** 1.4 */
export interface SettingCollection extends Collection<Setting> {
  add(key: string, value: string): Setting;
  getItemOrNullObject(key: string): Setting;
}

export interface Setting extends Loaded, Nullable {
  readonly key: string;
  readonly value: unknown;
  delete(): void;
}

/**
 * The part of the WPS 表格 (ET) object model that this host uses, as types of our own: values are `unknown` until looked at,
 * because what crosses the bridge is not written down anywhere. Names are held against et-jsapi-declare by
 * test/hosts/wps/et-names.ts. The bridge is synchronous; every member read or called is one crossing (about 0.2 ms).
 * Read properties through `get` (bridge.ts): some builds show them as methods without arguments.
 */

/** XlFormatConditionType.xlExpression */
export const XL_EXPRESSION = 2;
/** XlCalculation.xlCalculationManual */
export const XL_MANUAL = -4135;
/** XlCalculationState.xlDone */
export const XL_DONE = 0;
/** XlSheetVisibility */
export const XL_SHEET_HIDDEN = 0;
export const XL_SHEET_VERY_HIDDEN = 2;
/** XlBordersIndex: left, top, bottom, right, inside vertical, inside horizontal. */
export const XL_EDGES = [7, 8, 9, 10] as const;
/** XlLineStyle */
export const XL_CONTINUOUS = 1;
export const XL_DASH = -4115;
/** XlHAlign, XlVAlign */
export const XL_ALIGN = { general: 1, left: -4131, center: -4108, right: -4152, top: -4160 } as const;
/** XlUnderlineStyle.xlUnderlineStyleSingle */
export const XL_UNDERLINE_SINGLE = 2;
/** XlPageOrientation */
export const XL_PORTRAIT = 1;
export const XL_LANDSCAPE = 2;
/** XlPaperSize.xlPaperA4 */
export const XL_A4 = 9;
/** A longer address is refused (known of Excel's object model, which this one follows). */
export const MOST_ADDRESS = 240;

export interface EtFont {
  Bold: unknown;
  Italic: unknown;
  Underline: unknown;
  /** BGR. */
  Color: unknown;
  Size: unknown;
  Name: unknown;
}

export interface EtInterior {
  /** BGR. */
  Color: unknown;
}

export interface EtBorder {
  LineStyle: unknown;
  Color: unknown;
}

export interface EtBorders {
  LineStyle: unknown;
  Color: unknown;
}

export interface EtCount {
  readonly Count: unknown;
}

export interface EtFormatCondition {
  readonly Formula1: unknown;
  readonly AppliesTo: EtRange;
  readonly Interior: EtInterior;
  readonly Font: EtFont;
  readonly Borders: EtBorders;
  StopIfTrue: unknown;
  SetFirstPriority(): unknown;
  Delete(): unknown;
}

export interface EtFormatConditions {
  readonly Count: unknown;
  Item(index: number): EtFormatCondition;
  Add(type: number, operator: undefined, formula1: string): EtFormatCondition;
}

export interface EtComment {
  Text(): unknown;
  Delete(): unknown;
  /** The cell. */
  readonly Parent: EtRange;
}

export interface EtComments {
  readonly Count: unknown;
  Item(index: number): EtComment;
}

export interface EtHyperlinks {
  Add(anchor: EtRange, address: string, subAddress: string): unknown;
}

export interface EtRange {
  Address(rowAbsolute: boolean, columnAbsolute: boolean): unknown;
  readonly Row: unknown;
  readonly Column: unknown;
  readonly Rows: EtCount;
  readonly Columns: EtCount;
  readonly Worksheet: EtWorksheet;
  Value2: unknown;
  Formula: unknown;
  readonly Text: unknown;
  NumberFormat: unknown;
  readonly MergeCells: unknown;
  readonly MergeArea: EtRange;
  readonly HasArray: unknown;
  readonly Locked: unknown;
  readonly FormatConditions: EtFormatConditions;
  readonly Comment: EtComment | null;
  AddComment(text: string): EtComment;
  readonly Font: EtFont;
  readonly Interior: EtInterior;
  readonly Borders: EtBorders;
  HorizontalAlignment: unknown;
  VerticalAlignment: unknown;
  WrapText: unknown;
  ColumnWidth: unknown;
  RowHeight: unknown;
  Merge(): unknown;
  Select(): unknown;
  Calculate(): unknown;
}

export interface EtName {
  readonly RefersTo: unknown;
  Delete(): unknown;
}

export interface EtNames {
  readonly Count: unknown;
  Item(name: string): EtName;
  Add(name: string, refersTo: string, visible: boolean): EtName;
}

export interface EtProtection {
  readonly AllowFormattingCells: unknown;
}

export interface EtPageSetup {
  Orientation: unknown;
  PaperSize: unknown;
  PrintTitleRows: unknown;
  CenterFooter: unknown;
  RightFooter: unknown;
  Zoom: unknown;
  FitToPagesWide: unknown;
  FitToPagesTall: unknown;
}

export interface EtWorksheet {
  /** The workbook. */
  readonly Parent: EtWorkbook;
  Name: unknown;
  readonly Visible: unknown;
  readonly ProtectContents: unknown;
  readonly Protection: EtProtection;
  readonly UsedRange: EtRange;
  readonly Cells: EtRange;
  readonly Comments: EtComments;
  readonly Names: EtNames;
  readonly Hyperlinks: EtHyperlinks;
  readonly PageSetup: EtPageSetup;
  Range(a1: string): EtRange;
  Activate(): unknown;
  Delete(): unknown;
}

export interface EtWorksheets {
  readonly Count: unknown;
  Item(index: number): EtWorksheet;
  Add(before: undefined, after: EtWorksheet): EtWorksheet;
}

export interface EtWindow {
  FreezePanes: unknown;
  SplitRow: unknown;
  SplitColumn: unknown;
  DisplayGridlines: unknown;
}

export interface EtWorkbook {
  readonly Name: unknown;
  readonly FullName: unknown;
  readonly Path: unknown;
  readonly ReadOnly: unknown;
  readonly Date1904: unknown;
  readonly ProtectStructure: unknown;
  readonly Worksheets: EtWorksheets;
  readonly ActiveSheet: EtWorksheet;
  readonly Names: EtNames;
  Activate(): unknown;
}

export interface EtEvents {
  AddApiEventListener(name: string, listener: (...of: never[]) => void): unknown;
  RemoveApiEventListener(name: string, listener: (...of: never[]) => void): unknown;
}

export interface EtFileSystem {
  existsSync(path: string): unknown;
  mkdirSync(path: string): unknown;
  readFileString(path: string): unknown;
  writeFileString(path: string, text: string): unknown;
  unlinkSync(path: string): unknown;
}

export interface EtEnv {
  GetAppDataPath(): unknown;
  GetDesktopPath(): unknown;
  GetTempPath(): unknown;
}

export interface EtApp {
  readonly ActiveWorkbook: EtWorkbook | null;
  readonly ActiveWindow: EtWindow;
  readonly WorksheetFunction: { CountA(range: EtRange): unknown };
  readonly ApiEvent: EtEvents;
  readonly FileSystem: EtFileSystem;
  readonly Env: EtEnv;
  readonly CalculationState: unknown;
  readonly Calculation: unknown;
  ScreenUpdating: unknown;
  EnableEvents: unknown;
  DisplayAlerts: unknown;
}

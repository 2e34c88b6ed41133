/** Where the self-test works: a scratch workbook of its own, never one of the user's. */
import { attempt, get, ownText } from '../bridge';
import type { EtApp, EtRange, EtWorkbook, EtWorksheet } from '../et';

export interface LabXmlParts {
  Add(xml: string): unknown;
  SelectByNamespace(namespace: string): { readonly Count: unknown };
}

export interface LabWorkbook extends EtWorkbook {
  readonly CustomXMLParts: LabXmlParts;
  SaveAs(path: string): unknown;
  Close(save: boolean): unknown;
}

export interface LabApp extends EtApp {
  readonly Workbooks: { Add(): LabWorkbook; Open(path: string): LabWorkbook };
  readonly Version: unknown;
  readonly Build: unknown;
  Undo(): unknown;
}

export interface Lab {
  readonly app: LabApp;
  book: LabWorkbook;
  readonly sheet: EtWorksheet;
  range(a1: string): EtRange;
  /** A file that may be written and is taken away afterwards; null where there is no place for one. */
  readonly file: string | null;
  wait(ms: number): Promise<void>;
}

/** Opens the scratch workbook, runs `work` in it, and closes it without saving whatever happens. */
export async function inLab<T>(app: LabApp, work: (lab: Lab) => Promise<T>): Promise<T> {
  const shown = attempt(() => get(app, 'ActiveWorkbook'), null);
  const alerts = attempt(() => get(app, 'DisplayAlerts'), true) !== false;
  // A box that asks would hold up everything.
  attempt(() => (app.DisplayAlerts = false), null);
  const book = get(app, 'Workbooks').Add();
  const temporary = attempt(() => ownText(get(app, 'Env').GetTempPath()), '');
  const lab: Lab = {
    app,
    book,
    sheet: get(book, 'Worksheets').Item(1),
    range: (a1) => lab.sheet.Range(a1),
    file: temporary === '' ? null : `${temporary.replace(/[\\/]+$/, '')}/jihe-selftest.xlsx`,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
  try {
    return await work(lab);
  } finally {
    attempt(() => lab.book.Close(false), null);
    attempt(() => lab.file !== null && get(app, 'FileSystem').unlinkSync(lab.file), null);
    attempt(() => (app.DisplayAlerts = alerts), null);
    attempt(() => shown?.Activate(), null);
  }
}

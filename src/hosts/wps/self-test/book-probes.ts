/** Probes of what stands around cells: marks, notes, names, sheets, saving, events, files. */
import { markFormula, TAG } from '../../../workbook';
import { attempt, collectionCount, get, isTrue, ownText } from '../bridge';
import { XL_EXPRESSION } from '../et';
import { ourMarks } from '../marks';
import { ourNotes } from '../notes';
import type { Lab } from './lab';
import { isTold, type Probe } from './probe';

const NAMESPACE = 'urn:jihe:selftest';
const PATIENCE_MS = 800;

export const BOOK_PROBES: readonly Probe[] = [
  {
    id: 'marks',
    what: 'A conditional format of ours: its formula comes back, it is found in the sheet, it goes alone',
    run({ sheet, range }) {
      const other = get(range('A1'), 'FormatConditions').Add(XL_EXPRESSION, undefined, '=A1>0');
      const mark = get(range('A1:A2,C1'), 'FormatConditions').Add(XL_EXPRESSION, undefined, `=${markFormula('mandatory')}`);
      get(mark, 'Interior').Color = 0xcec7ff;
      const formula = ownText(get(mark, 'Formula1'));
      const found = ourMarks(sheet).length;
      for (const one of ourMarks(sheet)) one.Delete();
      const left = collectionCount(get(get(sheet, 'Cells'), 'FormatConditions'));
      attempt(() => other.Delete(), null);
      return { formula, found, left, right: formula.includes(TAG) && found === 1 && left === 1 };
    },
    wanting: (seen) => (isTold(seen, 'right') ? null : '条件格式的公式读不回来，表内标注不可用；问题仍在面板中列出。'),
    broken: '不能添加条件格式，表内标注不可用；问题仍在面板中列出。',
  },
  {
    id: 'comments',
    what: 'A comment added, read, found by its first letters, deleted',
    run({ sheet, range }) {
      range('B2').AddComment('绩核：\n试');
      const found = ourNotes(sheet).length;
      const parent = attempt(() => ownText(get(ourNotes(sheet)[0]!, 'Parent').Address(false, false)), '');
      for (const one of ourNotes(sheet)) one.Delete();
      return { found, parent, left: ourNotes(sheet).length, right: found === 1 && ourNotes(sheet).length === 0 };
    },
    wanting: (seen) => (isTold(seen, 'right') ? null : '批注读写不完整，标注时可能不写批注。'),
    broken: '不能添加批注，标注时不写批注。',
  },
  {
    id: 'sheet-names',
    what: 'A hidden name of a sheet that refers to a text',
    run({ book, sheet }) {
      get(sheet, 'Names').Add('_jihe_probe', `="${TAG}a:b"`, false);
      const refersTo = ownText(get(get(sheet, 'Names').Item('_jihe_probe'), 'RefersTo'));
      const counted = collectionCount(get(book, 'Names'));
      attempt(() => get(sheet, 'Names').Item('_jihe_probe').Delete(), null);
      return { refersTo, counted, right: refersTo.includes(TAG) && counted > 0 };
    },
    wanting: (seen) => (isTold(seen, 'right') ? null : '认不出自己添加的结果表，请不要用“写入结果表”，可改为导出。'),
    broken: '认不出自己添加的结果表，请不要用“写入结果表”，可改为导出。',
  },
  {
    id: 'held-sheets',
    what: 'A sheet object held over adding, renaming and moving sheets',
    run({ book }) {
      const sheets = get(book, 'Worksheets');
      const held = sheets.Item(1);
      const before = ownText(get(held, 'Name'));
      const fresh = sheets.Add(undefined, held);
      held.Name = '改名';
      const after = ownText(get(sheets.Item(1), 'Name'));
      held.Name = before;
      fresh.Delete();
      return { before, after, right: after === '改名' && ownText(get(held, 'Name')) === before };
    },
    wanting: (seen) => (isTold(seen, 'right') ? null : '工作表改名或移动后可能找不到，写入前请先重新审核。'),
  },
  {
    id: 'protection',
    what: 'Writing into a protected sheet throws; Locked tells',
    run({ sheet, range }) {
      const lockable = sheet as unknown as { Protect(): unknown; Unprotect(): unknown };
      lockable.Protect();
      const told = isTrue(get(sheet, 'ProtectContents'));
      const locked = attempt(() => String(get(range('A1'), 'Locked')), 'throws');
      const throws = attempt(() => {
        range('A1').Value2 = 2;
        return false;
      }, true);
      attempt(() => lockable.Unprotect(), null);
      return { told, locked, throws, right: told };
    },
    wanting: (seen) => (isTold(seen, 'right') ? null : '看不出工作表是否受保护；写入受保护的表时会报错并恢复原样。'),
  },
  {
    id: 'events',
    what: 'SheetChange and SheetSelectionChange of a change of ours',
    run: (lab) => events(lab),
    wanting: (seen) => (isTold(seen, 'heard') ? null : '收不到改动通知，改动后每15秒复查一次。'),
  },
  {
    id: 'undo',
    what: 'Does Undo take back what a script wrote?',
    run({ app, range }) {
      range('A30').Value2 = 1;
      range('A30').Value2 = 2;
      const works = attempt(() => {
        app.Undo();
        return true;
      }, false);
      return { called: works, after: attempt(() => Number(get(range('A30'), 'Value2')), -1) };
    },
  },
  { id: 'saving', what: 'Our mark, our name and custom XML after saving and opening again', run: (lab) => saving(lab) },
  {
    id: 'files',
    what: 'A text file in the application data folder',
    run({ app }) {
      const files = get(app, 'FileSystem');
      const path = `${ownText(get(app, 'Env').GetAppDataPath()).replace(/[\\/]+$/, '')}/jihe-selftest.txt`;
      files.writeFileString(path, '试');
      const kept = isTrue(files.existsSync(path)) && ownText(files.readFileString(path)) === '试';
      attempt(() => files.unlinkSync(path), null);
      return { path, right: kept };
    },
    wanting: (seen) => (isTold(seen, 'right') ? null : '不能在本机存放设置，设置改存在面板自己的存储中。'),
    broken: '不能在本机存放设置，设置改存在面板自己的存储中。',
  },
];

async function events({
  app,
  range,
  wait,
}: Lab): Promise<{ readonly heard: boolean; readonly names: readonly string[]; readonly whenQuiet: boolean }> {
  const names: string[] = [];
  const api = get(app, 'ApiEvent');
  const change = (): void => void names.push('SheetChange');
  const select = (): void => void names.push('SheetSelectionChange');
  api.AddApiEventListener('SheetChange', change);
  api.AddApiEventListener('SheetSelectionChange', select);
  try {
    range('A28').Value2 = 1;
    range('B28').Select();
    for (let waited = 0; waited < PATIENCE_MS && names.length < 2; waited += 50) await wait(50);
    const heard = names.includes('SheetChange');
    const count = names.length;
    app.EnableEvents = false;
    range('A28').Value2 = 2;
    await wait(200);
    app.EnableEvents = true;
    return { heard, names: names.slice(0, count), whenQuiet: names.length > count };
  } finally {
    attempt(() => (app.EnableEvents = true), null);
    attempt(() => api.RemoveApiEventListener('SheetChange', change), null);
    attempt(() => api.RemoveApiEventListener('SheetSelectionChange', select), null);
  }
}

function saving(lab: Lab): { readonly [key: string]: string | number | boolean } {
  if (lab.file === null) return { saved: false };
  const sheet = get(lab.book, 'Worksheets').Item(1);
  get(sheet.Range('A1'), 'FormatConditions').Add(XL_EXPRESSION, undefined, `=${markFormula('advisory')}`);
  attempt(() => get(sheet, 'Names').Add('_jihe_probe', `="${TAG}a:b"`, false), null);
  const xml = attempt(() => {
    get(lab.book, 'CustomXMLParts').Add(`<t xmlns="${NAMESPACE}">1</t>`);
    return true;
  }, false);
  lab.book.SaveAs(lab.file);
  lab.book.Close(false);
  lab.book = get(lab.app, 'Workbooks').Open(lab.file);
  const again = get(lab.book, 'Worksheets').Item(1);
  return {
    saved: true,
    marks: attempt(() => ourMarks(again).length, -1),
    name: attempt(() => ownText(get(get(again, 'Names').Item('_jihe_probe'), 'RefersTo')), ''),
    xmlAdded: xml,
    xmlKept: attempt(() => collectionCount(get(lab.book, 'CustomXMLParts').SelectByNamespace(NAMESPACE)), -1),
  };
}

/** 运算记录: what 运算 changed in a workbook, each cell with what it was, what it is and why. */
import { type Change, contentText, oldReasons, oldReasonText, type Recalc, type RecalcTable, subjectText, whyText } from '../recalc';
import { type Words, wordsFor } from '../words';
import { a1, type Addr, type CellEdit, type SheetEdit, type WorkbookSnapshot } from '../workbook';
import { type PageValue, tablePage } from './summary/table-page';

export const RECORD_SHEET = '运算记录';
const TITLE = '运算记录';
const HEADINGS = ['序号', '工作表', '单元格', '内容', '运算前', '运算后', '原因'] as const;
const WIDTHS = [5, 18, 9, 26, 20, 20, 60];
const GUIDE = '每行是一个单元格：运算前是什么、运算后是什么、为什么。没有列出的单元格没有改动。标为「未改动」的，请按原因人工处理。';
const NOTHING = '没有改动。';
const KEPT = '未改动';
const HOW: Readonly<Record<Change['how'], string>> = { filled: '填写', corrected: '更正', form: '改写形式', refreshed: '公式结果更新' };

interface Line {
  readonly at: Addr;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

/** `book`: as it was. null where nothing is written. */
export function recordSheet(recalc: Recalc, book: WorkbookSnapshot): SheetEdit | null {
  if (recalc.cells.length === 0) return null;
  const lines = [...recalc.tables.flatMap((table) => tableLines(table, book)), ...recalc.followed.map((edit) => followedLine(edit, book))];
  const rows = lines.map(({ at, what, before, after, why }, index): readonly PageValue[] => [
    String(index + 1),
    book.sheets[at.sheet]?.name ?? '',
    a1(at.row, at.col),
    what,
    before,
    after,
    why,
  ]);
  const content = tablePage({ title: TITLE, above: [GUIDE], headings: HEADINGS, widths: WIDTHS, rows, none: NOTHING });
  return { name: RECORD_SHEET, replaces: true, content };
}

function tableLines(table: RecalcTable, book: WorkbookSnapshot): readonly Line[] {
  const words = wordsFor(book, table.before.scoreTable.table.sheet);
  return [
    ...table.changes.map((change) => changeLine(change, words)),
    ...oldReasons(table).map(({ name, at }): Line => ({
      at,
      what: `${words.name(name)}原因`,
      before: '',
      after: KEPT,
      why: oldReasonText,
    })),
    ...table.kept.map((kept): Line => {
      const what = subjectText(kept.part, kept.name, words);
      return { at: kept.at, what, before: '', after: KEPT, why: whyText(kept) };
    }),
  ];
}

function changeLine({ part, how, name, edit }: Change, words: Words): Line {
  return { ...editLine(edit, words), what: `${subjectText(part, name, words)}（${HOW[how]}）` };
}

function followedLine(edit: CellEdit, book: WorkbookSnapshot): Line {
  return { ...editLine(edit, wordsFor(book, edit.at.sheet)), what: HOW.refreshed };
}

function editLine(edit: CellEdit, words: Words): Omit<Line, 'what'> {
  return { at: edit.at, before: contentText(edit.before, words), after: contentText(edit.after, words), why: edit.reason };
}

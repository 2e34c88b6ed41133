/** Texts made to keep an expression busy: whatever a cell says, looking at it takes a moment. */
import { assess } from '../../src/assessment';
import { narrate } from '../../src/narrative';
import { recognise } from '../../src/recognition';
import { sheetOf, bookOf, type TestCell } from '../support/sheets';
import { projectRows } from '../cli/fixtures/books';

const LENGTH = 8_000;
const filled = (piece: string, length = LENGTH): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const TEXTS: readonly (readonly [string, string])[] = [
  ...[
    '，',
    '、',
    '。',
    '：',
    '；',
    ' ',
    '　',
    '0',
    '9',
    '１',
    '(',
    ')',
    '（',
    '分',
    '%',
    '-',
    '.',
    '*',
    '★',
    '"',
    "'",
    '=',
    '\n',
    '\t',
    '年',
    '一',
  ].map((one) => [`「${one}」`, filled(one)] as const),
  ...[
    '产出效益',
    '产出、效益、',
    '产出指标',
    '绩效',
    '自评',
    '扣1',
    '每发现一例扣',
    '的按',
    '≥90%',
    '1.',
    '1,',
    '1例',
    '10%得',
    '指标(5分',
    '（5分）(',
    '不低于',
    '完成率',
    '得分',
    '分别为',
    '其中：',
    '因',
    '不超过',
    '±',
    '第一季度',
    '5/',
    '×5',
    '100%-',
    '①',
    'A1+',
    '且',
    '或',
    '未完成',
  ].map((one) => [`「${one}」`, filled(one)] as const),
  ['names of a list that never comes', `注：${filled('产出效益', 400)}分别设置`],
  ['figures of a list', `产出、效益分别为${filled('10、', 400)}`],
  ['blanks before a line end', `${filled(' ')}x`],
  ['commas before a letter', `${filled('，')}x`],
];

/** The place of a text in the form of `projectRows`. */
const PLACES: readonly (readonly [string, number, number])[] = [
  ['title', 0, 0],
  ['unit', 2, 6],
  ['heading', 6, 3],
  ['name', 8, 2],
  ['target', 8, 3],
  ['value', 8, 4],
  ['score', 8, 6],
  ['reason', 8, 7],
  ['note', 14, 0],
];

function tableWith(text: string, row: number, col: number): readonly (readonly TestCell[])[] {
  const rows: TestCell[][] = projectRows().map((line) => [...line]);
  rows.push([], []);
  rows[row]![col] = text;
  return rows;
}

describe.each(PLACES)('in the %s', (_place, row, col) => {
  test.each(TEXTS)('%s', (_name, text) => {
    const started = Date.now();
    const book = bookOf([sheetOf('表', tableWith(text, row, col))]);
    for (const table of recognise(book).tables) narrate(assess(table, book, { first: true }));
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});

/** Probes of cells: in which shape values come, and whether they go in as meant. */
import { readBlock } from '../block';
import { get, ownText } from '../bridge';
import { readCell } from '../cells';
import { gridOf } from '../values';
import { isTold, shapeOf, type Probe, type Seen } from './probe';

const SLOW_MS = 3_000;

/** Whether a shape is one we know. */
function known(value: unknown, rows: number, cols: number): boolean {
  try {
    gridOf(value, rows, cols);
    return true;
  } catch {
    return false;
  }
}

export const CELL_PROBES: readonly Probe[] = [
  {
    id: 'value2-shapes',
    what: 'Value2 and Formula of a block, a row, a column, a cell, an empty cell',
    run({ range }) {
      range('A1').Value2 = 1;
      range('B1').Value2 = '文字';
      range('A2').Value2 = 0.5;
      const seen: Record<string, Seen> = {};
      for (const [address, rows, cols] of [
        ['A1:B2', 2, 2],
        ['A1:B1', 1, 2],
        ['A1:A2', 2, 1],
        ['A1', 1, 1],
        ['D9', 1, 1],
      ] as const) {
        const value = get(range(address), 'Value2');
        const formula = get(range(address), 'Formula');
        seen[address] = { value: shapeOf(value), formula: shapeOf(formula), known: known(value, rows, cols) && known(formula, rows, cols) };
      }
      return { ...seen, allKnown: Object.values(seen).every((one) => isTold(one, 'known')) };
    },
    wanting: (seen) => (isTold(seen, 'allKnown') ? null : '成块读取单元格返回了未见过的形式，将改为逐格读取，大表会较慢。'),
    broken: '不能读取单元格，绩核在这个 WPS 里无法使用。',
  },
  {
    id: 'errors-booleans-dates',
    what: 'What #DIV/0!, #NAME?, #N/A, TRUE and a date come as',
    run({ sheet, range }) {
      range('A4').Formula = '=1/0';
      range('B4').Formula = '=NA()';
      range('C4').Value2 = true;
      range('D4').Value2 = 45352;
      range('D4').NumberFormat = 'yyyy/m/d';
      const seen = Object.fromEntries(
        ['A4', 'B4', 'C4', 'D4'].map((one) => [one, { value: shapeOf(get(range(one), 'Value2')), text: ownText(get(range(one), 'Text')) }]),
      );
      const [row] = readBlock(sheet, { top: 3, left: 0, bottom: 3, right: 3 }).cells;
      const read = row!.map((cell) => (cell.value !== null && typeof cell.value === 'object' ? cell.value.error : cell.value));
      return { ...seen, read, right: JSON.stringify(read) === '["#DIV/0!","#N/A",true,45352]' };
    },
    wanting: (seen) => (isTold(seen, 'right') ? null : '错误值、逻辑值或日期读出来与表中不同，审核结果可能不完整。'),
  },
  {
    id: 'bulk-write',
    what: 'A block assigned to Value2 and read back',
    run({ sheet, range }) {
      range('A6:B7').Value2 = [
        [1, '甲'],
        [2, '乙'],
      ];
      const cells = readBlock(sheet, { top: 5, left: 0, bottom: 6, right: 1 }).cells.map((line) =>
        line.map(({ value }) => (typeof value === 'object' ? null : value)),
      );
      return { cells, right: JSON.stringify(cells) === '[[1,"甲"],[2,"乙"]]' };
    },
    wanting: (seen) => (isTold(seen, 'right') ? null : '不能成块写入，将改为逐格写入，写入结果表时会较慢。'),
    broken: '不能成块写入，将改为逐格写入，写入结果表时会较慢。',
  },
  {
    id: 'entering',
    what: 'Texts that look like numbers and formulas, with a quote sign in front; a number in a text cell; blanks',
    run({ app, sheet, range }) {
      range('A9').Value2 = "'001";
      range('B9').Value2 = "'=1+1";
      range('C9').NumberFormat = '@';
      range('C9').Value2 = 5;
      range('D9').Value2 = 7;
      range('D9').Value2 = '';
      const seen = Object.fromEntries(['A', 'B', 'C', 'D'].map((col, at) => [`${col}9`, shapeOf(readCell(sheet, 8, at).value)]));
      return {
        ...seen,
        blankCounts: Number(get(app, 'WorksheetFunction').CountA(range('D9'))),
        quoted: get(range('A9'), 'Value2') === '001',
      };
    },
    wanting: (seen) => (isTold(seen, 'quoted') ? null : '以文字写入编号（如 001）时会变成数字；运算写入前请核对预览。'),
  },
  {
    id: 'formulas',
    what: 'A formula set, its text and value read; does it change the format of its cell?',
    run({ range }) {
      range('A11').Value2 = 0.5;
      range('A11').NumberFormat = '0.00%';
      range('B11').Formula = '=SUM(A11:A11)';
      return {
        formula: ownText(get(range('B11'), 'Formula')),
        value: shapeOf(get(range('B11'), 'Value2')),
        format: ownText(get(range('B11'), 'NumberFormat')),
        right: get(range('B11'), 'Value2') === 0.5,
      };
    },
    wanting: (seen) => (isTold(seen, 'right') ? null : '写入公式后读不到结果，请勿使用运算写入。'),
    broken: '不能写入公式，请勿使用运算写入。',
  },
  {
    id: 'formats',
    what: 'NumberFormat of a plain cell, of equal cells, of different cells',
    run: ({ range }) => ({
      plain: shapeOf(get(range('F20'), 'NumberFormat')),
      equal: shapeOf(get(range('F20:G20'), 'NumberFormat')),
      mixed: shapeOf(get(range('A11:C11'), 'NumberFormat')),
    }),
  },
  {
    id: 'merges',
    what: 'MergeCells of none, some, all; MergeArea and its address',
    run({ range }) {
      range('A13:B14').Merge();
      const seen = {
        none: shapeOf(get(range('D13:E14'), 'MergeCells')),
        some: shapeOf(get(range('A13:C14'), 'MergeCells')),
        all: shapeOf(get(range('A13:B14'), 'MergeCells')),
        area: ownText(get(range('B14'), 'MergeArea').Address(false, false)),
      };
      return { ...seen, right: get(range('A13:C14'), 'MergeCells') !== false && seen.area === 'A13:B14' };
    },
    wanting: (seen) => (isTold(seen, 'right') ? null : '合并单元格认不全，分组名称可能读错，请核对审核结果中的指标名称。'),
    broken: '读不到合并单元格，分组名称可能读错，请核对审核结果中的指标名称。',
  },
  {
    id: 'xml-of-a-range',
    what: 'Value(11): a block with its formats and merges in one go',
    run({ range }) {
      const ask = range('A1:C14') as unknown as { Value(kind: number): unknown };
      const text = ownText(ask.Value(11));
      return { length: text.length, head: text.slice(0, 120) };
    },
  },
  {
    id: 'speed',
    what: '100 single reads; a block of 200 × 12 cells',
    run({ sheet, range }) {
      const start = Date.now();
      for (let n = 0; n < 100; n += 1) get(range('A1'), 'Value2');
      const single = Date.now() - start;
      readBlock(sheet, { top: 0, left: 0, bottom: 199, right: 11 });
      return { hundredReads: single, block: Date.now() - start - single, slow: Date.now() - start > SLOW_MS };
    },
    wanting: (seen) => (isTold(seen, 'slow') ? '这台电脑上与 WPS 交换数据较慢，大表审核要等几秒。' : null),
  },
];

import { editWorkbook, readXlsx } from '../../src/hosts/file';
import { recognise } from '../../src/recognition';
import { Dec } from '../../src/workbook/decimal';
import type { SheetContent } from '../../src/workbook/write-plan';
import { projectRows, xlsx } from '../cli/fixtures/books';

const CONTENT: SheetContent = {
  widths: [20, 10, 10],
  rows: [
    { cells: ['一级指标', '分值', '得分'].map((value, col) => ({ col, value, style: 'heading' as const })) },
    {
      cells: [
        { col: 0, value: '产出指标', style: 'label' },
        { col: 1, value: new Dec(50), style: 'number' },
        { col: 2, value: new Dec(50), style: 'number' },
      ],
    },
    {
      cells: [
        { col: 0, value: '效益指标', style: 'label' },
        { col: 1, value: new Dec(50), style: 'number' },
        { col: 2, value: new Dec(40), style: 'number' },
      ],
    },
  ],
  merges: [],
  frozenRows: 0,
  print: { landscape: false, repeatRows: null, footer: '' },
};

test('a sheet of ours is known as such and never read as a table; one of the user’s by the same name is', async () => {
  const edited = editWorkbook(new Uint8Array(await xlsx(projectRows(), '自评小结')), {
    sheets: [{ name: '自评小结', replaces: true, content: CONTENT }],
  });
  if (!edited.ok) throw new Error(edited.why);
  const book = readXlsx(edited.bytes);
  expect(book.sheets.map((sheet) => [sheet.name, sheet.ours])).toEqual([
    ['自评小结', false],
    ['自评小结 (2)', true],
  ]);
  expect(recognise(book).tables.map((table) => table.table.sheet)).toEqual([0]);
});

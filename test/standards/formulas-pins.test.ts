/** Formulas of a sheet against those of the form that was sent out: the same however written, changed in every part, typed over, gone. `npm run pin` renews it. */
import path from 'node:path';
import { recognise } from '../../src/recognition';
import { matchForm } from '../../src/standards/template/compare';
import { formOf } from '../../src/standards/template/form';
import type { WorkbookSnapshot } from '../../src/workbook';
import { FORM } from '../right-numbers/support';
import { cellName, expectPinned } from '../support/pinned';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';

const TOTAL = 17;
const SCORE = 6;
function book(total: TestCell, first: TestCell = 15, above = 0): WorkbookSnapshot {
  const rows = FORM.map((cells, row) =>
    cells.map((cell, col) => (col !== SCORE ? cell : row === TOTAL ? total : row === 10 ? first : cell)),
  );
  return bookOf([sheetOf('评分表', [...Array.from({ length: above }, () => ['说明']), ...rows]), sheetOf('附表', [[1], [2]])]);
}
const f = (formula: string, v: number | string = 99.5): TestCell => ({ f: formula, v });

const FORMS: readonly string[] = [
  'G6+SUM(G11:G17)',
  'SUM(G11:G17,G6)',
  'ROUND(G6+SUM(G11:G17),2)',
  '附表!A1+G6+SUM(G11:G17)',
  '-(G6+SUM(G11:G17))*-1',
  'IF(G6>0,SUM(G6,G11:G17),0)',
  'G6+G11+G12+G13+G14+G15+G16+G17',
  '100%*SUM(G6,G11:G17)',
];
const SHEETS: readonly string[] = [
  ...FORMS,
  'SUM(G11:G17)+G6',
  'G6+SUM(G11:G16)',
  'G6+SUM(G11:G17)+0',
  'G6-SUM(G11:G17)',
  'SUM($G$6,G$11:$G17)',
  'SUM(G6:G17)',
  'ROUND(G6+SUM(G11:G17),1)',
  'ROUNDUP(G6+SUM(G11:G17),2)',
  '附表!A2+G6+SUM(G11:G17)',
  '评分表!G6+SUM(G11:G17)',
  '+(G6+SUM(G11:G17))*-1',
  'IF(G6>=0,SUM(G6,G11:G17),0)',
  'IF(G6>0,SUM(G6,G11:G17),"")',
  'H6+SUM(H11:H17)',
  '10%*SUM(G6,G11:G17)',
  'Table1[得分]',
];

test('every formula of the form against every one of the sheet', () => {
  const lines = FORMS.flatMap((wanted) => {
    const blank = book(f(wanted, 0), f('F11*1', 0));
    const forms = recognise(blank).tables.map((table) => formOf(table, blank, '空白表.xlsx'));
    const changes = (one: WorkbookSnapshot): string =>
      recognise(one)
        .tables.flatMap((table) => matchForm(forms, table, one)!.changes)
        .filter(({ kind }) => kind.startsWith('formula'))
        .map(({ kind, at, was, is, count, total }) => `${kind} ${cellName(at)} ${was}→${is} ${count} ${total ?? ''}`)
        .join('; ');
    const first = f('F11*1', 15);
    return [
      `# ${wanted}`,
      ...SHEETS.map((there) => `${there}: ${changes(book(f(there), first)) || 'the same'}`),
      `typed: ${changes(book(99.5, first))}`,
      `cleared: ${changes(book(null, first))}`,
      `both typed: ${changes(book(99.5, 15))}`,
      `two rows lower: ${changes(book(f(wanted.replace(/G(\d+)/g, (_, row: string) => `G${Number(row) + 2}`)), f('F13*1', 15), 2)) || 'the same'}`,
      `two rows lower, one row short: ${changes(book(f(wanted.replace(/G(\d+)/g, (_, row: string) => `G${Number(row) + 1}`)), f('F13*1', 15), 2)) || 'the same'}`,
    ];
  });
  expectPinned(path.join(__dirname, 'pins'), 'formulas', lines);
});

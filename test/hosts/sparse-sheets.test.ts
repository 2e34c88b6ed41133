/** Sheets that hold little and claim much: what is stored counts, never what is declared. */
import { readXlsx } from '../../src/hosts/file';
import { recognise } from '../../src/recognition';
import { evaluatorOf, parseFormula } from '../../src/workbook/formulas';
import { projectRows, xlsx } from '../cli/fixtures/books';
import { partsOf, rowsXlsx, xlsxOf } from '../support/ooxml';
import { unzipMembers } from '../support/unzip';
import { zipOf } from '../support/zip';

/** The sheet of a good workbook with something more inside `<sheetData>`. */
async function withRows(rows: string): Promise<Uint8Array> {
  const text = (data: Uint8Array): string => new TextDecoder().decode(data);
  const members = unzipMembers(await xlsx(projectRows()));
  return zipOf(
    members.map(({ name, data }) => ({
      name,
      data: name.endsWith('sheet1.xml') ? text(data).replace('</sheetData>', `${rows}</sheetData>`) : data,
    })),
  );
}

const timed = (work: () => void): number => {
  const started = Date.now();
  work();
  return Date.now() - started;
};

describe('a stray cell costs nothing', () => {
  test.each([
    ['in the last place of a sheet', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
    [
      'below formatted rows',
      `${Array.from({ length: 5000 }, (_, n) => `<row r="${n + 20}"><c r="A${n + 20}" s="0"/></row>`).join('')}<row r="900000"><c r="A900000"><v>1</v></c></row>`,
    ],
    ['far to the right', '<row r="40"><c r="XFD40"><v>1</v></c></row>'],
  ])('%s', async (_, rows) => {
    const book = readXlsx(await withRows(rows));
    let found = 0;
    expect(timed(() => (found = recognise(book).tables.length))).toBeLessThan(1_000);
    expect(found).toBe(1);
  });

  test('in each of two hundred sheets', () => {
    const sheet = '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    const book = readXlsx(xlsxOf({ sheets: Array.from({ length: 200 }, () => sheet) }));
    expect(timed(() => recognise(book))).toBeLessThan(2_000);
  });
});

describe('formatted cells without content', () => {
  const blanks = (count: number): string => `<row>${'<c s="0"/>'.repeat(count)}</row>`;

  test('do not count as cells; those beyond what is kept have no format of their own', () => {
    const sheet = readXlsx(rowsXlsx(`${blanks(10)}<row><c><v>7</v></c></row>`), { cells: 1, blanks: 4 }).sheets[0]!;
    expect([sheet.rows, sheet.valueAt(1, 0), sheet.at(0, 3)?.value, sheet.at(0, 4)]).toEqual([2, 7, null, undefined]);
  });
});

describe('sheets that are not read', () => {
  const list = `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(20)}</sheetData>`;
  const small = '<sheetData><row><c><v>5</v></c><c><f>SUM(表1!A1:A9)</f><v>9</v></c></row></sheetData>';

  test('the small ones come first, wherever they stand; the long one is named', () => {
    const book = readXlsx(xlsxOf({ sheets: [list, small] }), { cells: 10 });
    expect(book.sheets.map((sheet) => [sheet.name, sheet.unread, sheet.rows])).toEqual([
      ['表1', 'too-many-cells', 0],
      ['表2', undefined, 1],
    ]);
    // Nothing may be computed from what was not read.
    expect(evaluatorOf(book, { deep: true })(parseFormula('SUM(表1!A1:A9)'), { sheet: 1, row: 0, col: 1 })).toBe('unknown');
  });

  test('a part of no bytes beside a good sheet costs that sheet alone', () => {
    const parts = partsOf({ sheets: [small, list] });
    parts.set('xl/worksheets/sheet2.xml', '');
    const book = readXlsx(zipOf([...parts].map(([name, data]) => ({ name, data }))));
    expect(book.sheets.map((sheet) => sheet.unread)).toEqual([undefined, 'damaged']);
  });

  test('where nothing else is left the file is refused', () => {
    expect(() => readXlsx(xlsxOf({ sheets: [list, list] }), { cells: 10 })).toThrow('too-many-cells');
    expect(() => readXlsx(xlsxOf({ sheets: ['<sheetData/>', '<sheetData/>', '<sheetData/>'] }), { sheets: 2 })).toThrow('too-many-sheets');
  });
});

test('a text is what a cell can hold', () => {
  const long = '长'.repeat(40_000);
  const book = readXlsx(
    rowsXlsx(
      `<row><c t="inlineStr"><is><t>${long}</t><r><t>${long}</t></r></is></c><c t="str"><v>${long}</v></c><c t="s"><v>0</v></c></row>`,
      { strings: `<si><t>${long}</t></si>` },
    ),
  );
  const sheet = book.sheets[0]!;
  expect([0, 1, 2].map((col) => (sheet.valueAt(0, col) as string).length)).toEqual([32_767, 32_767, 32_767]);
});

test('members that share their bytes are damaged', () => {
  const members = [...partsOf({ sheets: ['<sheetData/>'] })].map(([name, data]) => ({ name, data }));
  const lying = zipOf(members.map((member) => (member.name.endsWith('sheet1.xml') ? { ...member, declaredPackedSize: 5000 } : member)));
  expect(() => readXlsx(lying)).toThrow('damaged');
});

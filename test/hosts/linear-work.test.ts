import { budgetOf } from '../../src/hosts/file/budget';
import { DEFAULT_LIMITS } from '../../src/hosts/file/limits';
import { SharedStrings } from '../../src/hosts/file/shared-strings';
import { readSheet } from '../../src/hosts/file/sheet-reader';
import { readStyles, StyleTable } from '../../src/hosts/file/styles';
import { XmlScanner } from '../../src/hosts/file/xml-scanner';
import type { SheetData } from '../../src/workbook/snapshot';
import { countingBytes } from '../support/counting-bytes';

const encoder = new TextEncoder();
const MEGABYTE = 1024 * 1024;

interface Work {
  readonly size: number;
  readonly perByte: number;
  readonly sheet: SheetData;
}

/** Reads a worksheet with every look at a byte counted. */
function workOn(inside: string, shared = ''): Work {
  const raw = encoder.encode(`<worksheet><sheetData>${inside}</sheetData></worksheet>`);
  const counting = countingBytes(raw);
  const texts = countingBytes(encoder.encode(`<sst>${shared}</sst>`));
  const strings = new SharedStrings(new XmlScanner(texts.bytes, 'strings'));
  const sheet = readSheet(new XmlScanner(counting.bytes, 'sheet'), 's', 'visible', {
    strings,
    styles: new StyleTable(),
    date1904: false,
    cellPictures: true,
    budget: { ...budgetOf(DEFAULT_LIMITS), formulaText: Infinity },
  });
  const size = raw.length + texts.bytes.length;
  return { size, perByte: (counting.reads() + texts.reads()) / size, sheet };
}

/** Rows of cells until the sheet is so large. */
function rowsOf(cell: (n: number) => string, megabytes: number): string {
  const rows: string[] = [];
  for (let size = 0, n = 0; size < megabytes * MEGABYTE; n += 1) {
    const row = `<row>${Array.from({ length: 10 }, (_, col) => cell(n * 10 + col)).join('')}</row>`;
    rows.push(row);
    size += row.length;
  }
  return rows.join('');
}

/** Each byte is seen by the scanner (twice where a tag begins), and a value once more when it is read. */
const BOUND = 4;

test('a sheet of 3 MB costs a few looks at each byte', () => {
  const { size, perByte, sheet } = workOn(
    rowsOf((n) => `<c s="1" t="str"><f>A${(n % 9) + 1}*2</f><v>第${n}项</v></c><c><v>${n}.5</v></c>`, 3),
  );
  expect(size).toBeGreaterThan(3 * MEGABYTE);
  expect(sheet.values.length).toBeGreaterThan(80_000);
  expect(perByte).toBeLessThan(BOUND);
});

describe('tags that never come again are not searched for', () => {
  test.each<[string, (n: number) => string]>([
    ['only the first cell has a formula', (n) => (n === 0 ? '<c><f>A1</f><v>1</v></c>' : '<c><v>1</v></c>')],
    [
      'only the first text has a phonetic guide',
      (n) => (n === 0 ? '<c t="inlineStr"><is><t>a</t><rPh><t>b</t></rPh></is></c>' : '<c t="inlineStr"><is><t>a</t></is></c>'),
    ],
    ['empty cells', () => '<c r=""/>'.replace(' r=""', '')],
    ['entities that are none', () => '<c t="str"><v>&&&&&&&&&&&&&&&&</v></c>'],
    ['escapes that are none', () => '<c t="str"><v>_x_x_x_x000_x000D</v></c>'],
    ['comments', (n) => `<!-- ${n} -- > --><c><v>1<!----></v></c>`],
    ['CDATA', () => '<c t="str"><v><![CDATA[]]]]></v></c>'],
    ['elements nobody knows', () => '<c><extLst><ext><x><y/></x></ext></extLst></c>'],
    ['many attributes', () => `<c ${Array.from({ length: 30 }, (_, n) => `a${n}="${n}"`).join(' ')}/>`],
    [
      'shared formulas',
      (n) => (n === 0 ? `<c r="A1"><f t="shared" si="0" ref="A1:J9">${'A1+'.repeat(2000)}A1</f></c>` : '<c><f t="shared" si="0"/></c>'),
    ],
  ])('%s', (_, cell) => {
    const small = workOn(rowsOf(cell, 0.04));
    const large = workOn(rowsOf(cell, 0.16));
    expect(large.perByte).toBeLessThan(BOUND);
    // Four times the sheet costs four times the work, not sixteen.
    expect(large.perByte).toBeLessThan(small.perByte * 1.2);
  });
});

test('a long text, a long attribute, a long run of blanks', () => {
  for (const inside of ['长'.repeat(50_000), ' '.repeat(150_000), '&amp;'.repeat(30_000)]) {
    expect(workOn(`<row><c t="str"><v>${inside}</v></c></row>`).perByte).toBeLessThan(BOUND);
    expect(workOn(`<row spans="${inside}"><c${' '.repeat(1000)}/></row>`).perByte).toBeLessThan(BOUND);
  }
});

test('shared texts are noted in one pass and made once each, however many cells use them', () => {
  const shared = Array.from({ length: 5000 }, (_, n) => `<si><t>第${n}条</t></si>`).join('');
  const { perByte, sheet } = workOn(
    rowsOf((n) => `<c t="s"><v>${n % 5000}</v></c>`, 0.3),
    shared,
  );
  expect(sheet.values[4999]).toBe('第4999条');
  expect(perByte).toBeLessThan(BOUND);
});

test('styles', () => {
  const raw = encoder.encode(
    `<styleSheet><numFmts>${'<numFmt numFmtId="200" formatCode="0.0"/>'.repeat(2000)}</numFmts><cellXfs>${'<xf numFmtId="200"><protection locked="0"/></xf>'.repeat(5000)}</cellXfs></styleSheet>`,
  );
  const counting = countingBytes(raw);
  expect(readStyles(new XmlScanner(counting.bytes, 'styles')).styles).toHaveLength(5000);
  expect(counting.reads() / raw.length).toBeLessThan(BOUND);
});

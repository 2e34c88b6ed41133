import { passSheet } from '../../../../src/hosts/file/editor/sheet-pass';
import { PartPatch } from '../../../../src/hosts/file/editor/part-patch';
import type { SheetEditCell } from '../../../../src/hosts/file/editor/sheet-cells';
import { Dec } from '../../../../src/workbook/decimal';
import { countingBytes } from '../../../support/counting-bytes';

const encoder = new TextEncoder();
const formats = { formatFor: (style: number): number => style, sharedText: (): null => null };

/** Passes a sheet of so many rows of 12 cells with edits spread over it; every look at a byte is counted. */
function work(rows: number, edits: number, row: (n: number) => string = plainRow): { perByte: number; written: number } {
  const raw = encoder.encode(
    `<worksheet><cols><col min="1" max="3" style="1"/></cols><sheetData>${Array.from({ length: rows }, (_, n) => row(n + 1)).join('')}</sheetData></worksheet>`,
  );
  const counting = countingBytes(raw);
  const patch = new PartPatch(raw, 'sheet');
  // The patch is opened over plain bytes, then scanned over counting ones.
  Object.defineProperty(patch, 'text', { value: counting.bytes });
  const cells: SheetEditCell[] = Array.from({ length: edits }, (_, n) => ({
    row: Math.floor((n * rows) / edits),
    col: (n * 5) % 14,
    after: { kind: 'value', value: new Dec(n) },
  }));
  const pass = passSheet(patch, cells, false, formats);
  return { perByte: counting.reads() / raw.length, written: pass.cells.styles.size };
}

const plainRow = (n: number): string =>
  `<row r="${n}" spans="1:12">${Array.from({ length: 12 }, (_, col) => `<c r="${String.fromCharCode(65 + col)}${n}" s="1"><v>${n}.5</v></c>`).join('')}</row>`;

/** The scanner looks at a byte once or twice; addresses of cells in rows with edits are read once more. */
const BOUND = 5;

test('500 edits in a sheet cost a few looks at each byte, as 5 edits do', () => {
  const few = work(500, 5);
  const many = work(500, 500);
  expect([few.written, many.written]).toEqual([5, 500]);
  expect(few.perByte).toBeLessThan(BOUND);
  expect(many.perByte).toBeLessThan(BOUND);
  // Ten times the sheet with ten times the edits costs the same a byte.
  expect(work(5000, 5000).perByte).toBeLessThan(many.perByte * 1.1);
});

test.each<[string, (n: number) => string]>([
  [
    'a shared formula whose master is written over',
    (n) => `<row r="${n}"><c r="A${n}"><f t="shared" si="0"${n === 1 ? ' ref="A1:A9999">B1*2+SUM(C1:C9)' : '>'}</f><v>1</v></c></row>`,
  ],
  ['cells without addresses', () => '<row><c><v>1</v></c><c/><c/></row>'],
  ['empty rows', (n) => `<row r="${n}"/>`],
  ['one row of everything', (n) => `<row r="${n}">${n === 1 ? Array.from({ length: 3000 }, () => '<c><v>1</v></c>').join('') : ''}</row>`],
])('%s', (_, row) => {
  const small = work(300, 60, row);
  const large = work(1200, 240, row);
  expect(large.perByte).toBeLessThan(BOUND);
  expect(large.perByte).toBeLessThan(small.perByte * 1.3);
});

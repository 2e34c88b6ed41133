import fc from 'fast-check';
import { readWorkbook, readXlsx } from '../../src/hosts/file';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { UnreadableError } from '../../src/workbook/unreadable';
import { partsOf, relation, type XlsxParts } from '../support/ooxml';
import { zipOf } from '../support/zip';
import { RUNS, SEED } from './runs';

const RICH: XlsxParts = {
  sheets: [
    '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.95</v></c><c t="d"><v>2024-01-05</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">SUM(B$1:B1)</f><v>6</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row><row><c><f t="shared" si="0"/></c><c t="inlineStr"><is><r><t xml:space="preserve"> 分</t></r></is></c></row></sheetData>' +
      '<sheetProtection sheet="1"/><mergeCells><mergeCell ref="A4:B5"/></mergeCells>',
    '<sheetData><row><c t="str"><v>a_x000D_&lt;<![CDATA[x]]><!-- y --></v></c></row></sheetData>',
  ],
  strings: '<si><t>绩效&#x4E2D;</t><rPh><t>x</t></rPh></si>',
  styles:
    '<numFmts><numFmt numFmtId="176" formatCode="0.0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"><protection locked="0"/></xf></cellXfs>',
  relations: relation('x', 'externalLink', 'externalLinks/externalLink1.xml'),
};
const PARTS = [...partsOf(RICH)].map(([name, data]) => ({ name, data: data as string }));
const PACKED = zipOf(PARTS);
/** Without checksums, or every change would end there. */
const STORED = zipOf(PARTS.map((part) => ({ ...part, stored: true, crc: 0 })));
const UNCHECKED = zipOf(PARTS.map((part) => ({ ...part, crc: 0 })));
const outcomes = new Map<string, number>();

/** Opens the bytes and looks at everything in them; anything but an UnreadableError fails the property. */
function openAll(bytes: Uint8Array): void {
  let outcome = 'read';
  try {
    walk(readXlsx(bytes));
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    outcome = error.why;
  }
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}

function walk(book: WorkbookSnapshot): void {
  for (const sheet of book.sheets) {
    let last = -1;
    for (let row = 0; row < Math.min(sheet.rows, 2000); row += 1) {
      for (const [col, cell] of sheet.cellsOfRow(row)) {
        expect(cell.value).toBe(sheet.valueAt(row, col));
        expect(cell.value === null || ['number', 'string', 'boolean', 'object'].includes(typeof cell.value)).toBe(true);
        expect(typeof cell.value !== 'number' || Number.isFinite(cell.value)).toBe(true);
        expect(typeof cell.format).toBe('string');
        expect(col).toBeLessThan(sheet.cols);
        last = row;
      }
    }
    if (sheet.rows > 0 && sheet.rows < 2000) expect(last).toBe(sheet.rows - 1);
  }
}

const options = { seed: SEED, numRuns: RUNS };
const edits = (size: number): fc.Arbitrary<readonly (readonly [number, number])[]> =>
  fc.array(fc.tuple(fc.nat(size - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });

function edited(bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array {
  const copy = bytes.slice();
  for (const [at, byte] of changes) copy[at] = byte;
  return copy;
}

describe(`reading what was tampered with (seed ${SEED}, ${RUNS} cases each)`, () => {
  test('bytes of a packed archive, with checksums and without', () => {
    fc.assert(
      fc.property(fc.constantFrom(PACKED, UNCHECKED), edits(UNCHECKED.length), (bytes, changes) => openAll(edited(bytes, changes))),
      options,
    );
  });

  test('bytes of a stored archive, so that the XML itself changes', () => {
    fc.assert(
      fc.property(edits(STORED.length), (changes) => openAll(edited(STORED, changes))),
      options,
    );
  });

  test('archives cut, doubled or with a piece taken out', () => {
    fc.assert(
      fc.property(fc.nat(PACKED.length), fc.nat(PACKED.length), fc.boolean(), (a, b, double) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const kept = double ? [PACKED.subarray(0, to), PACKED.subarray(from)] : [PACKED.subarray(0, from), PACKED.subarray(to)];
        openAll(Uint8Array.from(kept.flatMap((piece) => [...piece])));
      }),
      options,
    );
  });

  const marks = [
    '<',
    '>',
    '</',
    '/>',
    '"',
    "'",
    '=',
    '&',
    ';',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<!DOCTYPE x>',
    '<c>',
    '<row>',
    '<v>',
    '</c>',
    '<f t="shared" si="0"/>',
    ' r="XFD1048576"',
    ' t="s"',
    '\u0000',
    'x:',
    '<sheetData>',
    '_x0000_',
    '&#x110000;',
    '999999999999',
    '-1',
  ];
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(40), put: fc.constantFrom('', ...marks) });

  test('XML of one part with marks put in and stretches cut out', () => {
    fc.assert(
      fc.property(fc.nat(PARTS.length - 1), fc.array(change, { minLength: 1, maxLength: 5 }), (which, changes) => {
        const parts = PARTS.map((part, n) => {
          if (n !== which) return part;
          let data = part.data;
          for (const { at, cut, put } of changes) {
            const place = Math.floor(at * data.length);
            data = data.slice(0, place) + put + data.slice(place + cut);
          }
          return { ...part, data };
        });
        openAll(zipOf(parts.map((part) => ({ ...part, stored: true }))));
      }),
      options,
    );
  });

  const word = fc.constantFrom(
    ...marks,
    'worksheet',
    '<worksheet>',
    '</worksheet>',
    '</row>',
    '</v>',
    '<is>',
    '<t>',
    'A1',
    '5',
    ' ',
    '分值',
    '<mergeCell ref="A1:B2"/>',
  );
  test('XML of marks in any order', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        openAll(
          zipOf(
            PARTS.map((part) =>
              part.name.endsWith('sheet1.xml')
                ? { ...part, data: `<worksheet><sheetData>${words.join('')}</sheetData></worksheet>` }
                : part,
            ),
          ),
        );
      }),
      options,
    );
  });

  test('any bytes behind any signature', async () => {
    const heads = [
      [],
      [0x50, 0x4b, 3, 4],
      [0x50, 0x4b, 5, 6],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      [0x3c, 0x3f],
      [0xff, 0xfe],
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 600 }), async (head, tail) => {
        await expect(readWorkbook(Uint8Array.from([...head, ...tail]))).rejects.toBeInstanceOf(UnreadableError);
      }),
      options,
    );
  });

  test('the cases reached both good and bad ends', () => {
    expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['read', 'damaged', 'truncated', 'doctype', 'not-spreadsheet']));
  });
});

import fc from 'fast-check';
import { editWorkbook, readXlsx, removeTraces, sniff } from '../../src/hosts/file';
import { a1 } from '../../src/workbook/address';
import { Dec } from '../../src/workbook/decimal';
import type { SheetSnapshot, WorkbookSnapshot } from '../../src/workbook/types';
import type { CellEdit, Content, WritePlan } from '../../src/workbook/write-plan';
import { contentOf, sampleSheet } from '../support/edit-plans';
import { xlsxOf } from '../support/ooxml';
import { packageFaults } from '../support/package-faults';
import { corpusFiles } from '../support/shared-folder';
import { unzipParts } from '../support/unzip';
import { RUNS, SEED } from './runs';

const ROWS = 9;
const COLS = 7;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const options = { seed: SEED, numRuns: RUNS };

/** One cell as a file may write it: raw inner XML with its type, by the kinds that writers use. */
interface RawCell {
  readonly row: number;
  readonly col: number;
  readonly style: number;
  readonly xml: readonly [type: string, inside: (p: string) => string];
}

const rawCell: fc.Arbitrary<RawCell> = fc.record({
  row: fc.nat(ROWS - 1),
  col: fc.nat(COLS - 1),
  style: fc.nat(2),
  xml: fc.oneof(
    fc.constant(['', () => ''] as const),
    fc.integer({ min: -999, max: 999 }).map((n) => ['', (p: string) => `<${p}v>${n / 10}</${p}v>`] as const),
    fc.nat(2).map((n) => [' t="s"', (p: string) => `<${p}v>${n}</${p}v>`] as const),
    fc.constant([' t="inlineStr"', (p: string) => `<${p}is><${p}r><${p}t>富</${p}t></${p}r></${p}is>`] as const),
    fc.constant([' t="b"', (p: string) => `<${p}v>1</${p}v>`] as const),
    fc.constant([' t="e"', (p: string) => `<${p}f>1/0</${p}f><${p}v>#DIV/0!</${p}v>`] as const),
    fc.constant(['', (p: string) => `<${p}f>A1+1</${p}f><${p}v>2</${p}v>`] as const),
    fc.constant([' t="str"', (p: string) => `<${p}f t="shared" si="0"/><${p}v>同</${p}v>`] as const),
  ),
});

interface RawSheet {
  readonly cells: readonly RawCell[];
  readonly prefix: string;
  readonly addressed: boolean;
  readonly spans: boolean;
  readonly merge: boolean;
  readonly extras: number;
}

const rawSheet: fc.Arbitrary<RawSheet> = fc.record({
  cells: fc.uniqueArray(rawCell, { maxLength: 25, selector: ({ row, col }) => row * COLS + col }),
  prefix: fc.constantFrom('', '', 'x:'),
  addressed: fc.boolean(),
  spans: fc.boolean(),
  merge: fc.boolean(),
  extras: fc.nat(3),
});

/** Cells without addresses stand without gaps, so those are filled. */
function sheetXml({ cells, prefix: p, addressed, spans, merge, extras }: RawSheet): string {
  const rows: string[] = [];
  // The master of the one shared formula stands first of all.
  const all: RawCell[] = [
    { row: 0, col: 0, style: 0, xml: ['', () => `<${p}f t="shared" ref="A1:G9" si="0">B2*2</${p}f><${p}v>4</${p}v>`] },
    ...cells.filter((cell) => cell.row + cell.col > 0),
  ];
  for (let row = 0; row < ROWS; row += 1) {
    const inRow = all.filter((cell) => cell.row === row).sort((a, b) => a.col - b.col);
    if (inRow.length === 0 && addressed) continue;
    const last = inRow[inRow.length - 1]?.col ?? -1;
    let text = '';
    for (let col = 0; col <= last; col += 1) {
      const cell = inRow.find((one) => one.col === col);
      if (cell === undefined && addressed) continue;
      const inside = cell?.xml[1](p) ?? '';
      const head = `<${p}c${addressed ? ` r="${a1(row, col)}"` : ''}${(cell?.style ?? 0) > 0 ? ` s="${cell!.style}"` : ''}${inside === '' ? '' : cell!.xml[0]}`;
      text += inside === '' ? `${head}/>` : `${head}>${inside}</${p}c>`;
    }
    rows.push(
      `<${p}row${addressed ? ` r="${row + 1}"` : ''}${spans && last >= 0 ? ` spans="1:${last + 1}"` : ''}${text === '' ? '/>' : `>${text}</${p}row>`}`,
    );
  }
  const merges = merge ? `<${p}mergeCells count="1"><${p}mergeCell ref="B4:C5"/></${p}mergeCells>` : '';
  const rules =
    extras > 0
      ? `<${p}conditionalFormatting sqref="A1:A9"><${p}cfRule type="expression" priority="${extras}"><${p}formula>A1&gt;1</${p}formula></${p}cfRule></${p}conditionalFormatting>`
      : '';
  const after = extras > 1 ? `<${p}pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>` : '';
  return `<${p}worksheet xmlns${p === '' ? '' : ':x'}="${MAIN}">${extras > 2 ? `<${p}dimension ref="A1:G9"/>` : ''}<${p}sheetData>${rows.join('')}</${p}sheetData>${merges}${rules}${after}</${p}worksheet>`;
}

const STYLES =
  '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="3"><xf/><xf numFmtId="10"/><xf quotePrefix="1"/></cellXfs>';

interface RawBook {
  readonly sheets: readonly RawSheet[];
  /** null: no styles part. */
  readonly dxfs: string | null;
}

const rawBook: fc.Arbitrary<RawBook> = fc.record({
  sheets: fc.array(rawSheet, { minLength: 1, maxLength: 3 }),
  dxfs: fc.constantFrom(null, '', '<dxfs count="0"/>', '<dxfs count="1"><dxf/></dxfs>'),
});

function bookBytes({ sheets, dxfs }: RawBook): Uint8Array {
  const plain = sheets.map((sheet) => (dxfs === null ? { ...sheet, cells: sheet.cells.map((cell) => ({ ...cell, style: 0 })) } : sheet));
  return xlsxOf({
    sheets: plain.map(sheetXml),
    strings: '<si><t>一</t></si><si><t xml:space="preserve"> 二 </t></si><si><r><t>三</t></r></si>',
    ...(dxfs === null ? {} : { styles: STYLES + dxfs }),
  });
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom('=1', '+1', '-', '@x', '\t', '_x000D_', '得分', ' ', '<&>"\''),
);
const content: fc.Arbitrary<Content> = fc.oneof(
  fc.constant<Content>({ kind: 'blank' }),
  anyText.map((value): Content => ({ kind: 'value', value })),
  fc.integer({ min: -99999, max: 99999 }).map((n): Content => ({ kind: 'value', value: new Dec(n).div(100) })),
  fc.boolean().map((value): Content => ({ kind: 'value', value })),
  fc
    .tuple(fc.constantFrom('SUM(A1:B2)', 'IF(B1>"<",1,2)', 'IFS(A1,1)', '\'表 1\'!A1&"&"'), fc.integer({ min: 0, max: 9 }))
    .map(([written, n]): Content => ({ kind: 'formula', formula: written, stored: new Dec(n) })),
);
const place = fc.record({ sheet: fc.nat(2), row: fc.nat(ROWS + 3), col: fc.nat(COLS + 2) });
interface Wanted {
  readonly cells: readonly (readonly [CellEdit['at'], Content])[];
  readonly marks: WritePlan['marks'];
  readonly notes: WritePlan['notes'];
  readonly sheets: readonly string[];
}

const plan: fc.Arbitrary<Wanted> = fc.record({
  cells: fc.uniqueArray(fc.tuple(place, content), { maxLength: 12, selector: ([{ sheet, row, col }]) => `${sheet} ${row} ${col}` }),
  marks: fc.array(
    fc.record({ severity: fc.constantFrom('mandatory' as const, 'advisory' as const), cells: fc.array(place, { maxLength: 6 }) }),
    { maxLength: 3 },
  ),
  notes: fc.array(fc.record({ at: place, text: anyText }), { maxLength: 4 }),
  sheets: fc.subarray(['审核结果', '自评小结', '表1']),
});

function planFor(book: WorkbookSnapshot, { cells, marks, notes, sheets }: Wanted): WritePlan {
  const there = (at: { readonly sheet: number }): boolean => at.sheet < book.sheets.length;
  const edits: CellEdit[] = [];
  for (const [at, after] of cells) {
    const before = there(at) ? contentOf(book.sheets[at.sheet]!.at(at.row, at.col)) : null;
    if (before !== null) edits.push({ at, before, after, reason: '' });
  }
  return {
    cells: edits,
    marks: marks.map((mark) => ({ ...mark, cells: mark.cells.filter(there) })),
    notes: notes.filter(({ at }) => there(at)),
    sheets: sheets.map((name) => ({ name, replaces: true, content: sampleSheet({ sheet: book.sheets[0]!.name, a1: 'B2' }) })),
  };
}

/** What a reader sees in a sheet, by address; cells of the plan left out or replaced by what the plan says. */
function seen(sheet: SheetSnapshot, edits: readonly CellEdit[], index: number): Map<string, string> {
  const found = new Map<string, string>();
  for (let row = 0; row < sheet.rows; row += 1)
    for (const [col, cell] of sheet.cellsOfRow(row)) found.set(a1(row, col), `${cell.formula ?? ''}|${JSON.stringify(cell.value)}`);
  for (const { at, before, after } of edits) {
    // An empty text is a blank to plans: nothing is written over it.
    if (at.sheet !== index || (before.kind === 'blank' && after.kind === 'blank')) continue;
    const value = after.kind === 'value' ? after.value : after.kind === 'formula' ? after.stored : null;
    const plain = typeof value === 'object' && value !== null ? value.toNumber() : value;
    if (after.kind === 'blank') found.delete(a1(at.row, at.col));
    else found.set(a1(at.row, at.col), `${after.kind === 'formula' ? after.formula : ''}|${JSON.stringify(plain)}`);
  }
  return found;
}

const kind = (fault: string): string => fault.replace(/\d+/g, '#');
const tally = new Map<string, number>();
const count = (what: string): void => void tally.set(what, (tally.get(what) ?? 0) + 1);

function hold(bytes: Uint8Array, wanted: WritePlan, faults: boolean): void {
  const book = readXlsx(bytes);
  const edited = editWorkbook(bytes, wanted);
  if (!edited.ok) {
    count(edited.why);
    expect(['unsupported', 'protected', 'signed']).toContain(edited.why);
    return;
  }
  count('written');
  const after = readXlsx(edited.bytes);
  book.sheets.forEach((sheet, index) =>
    expect(Object.fromEntries(seen(after.sheets[index]!, [], index))).toEqual(Object.fromEntries(seen(sheet, wanted.cells, index))),
  );
  expect(after.sheets).toHaveLength(book.sheets.length + wanted.sheets.length);
  if (faults) {
    const known = packageFaults(bytes).map(kind);
    expect(packageFaults(edited.bytes).filter((fault) => !known.includes(kind(fault)))).toEqual([]);
  }
  // The same again changes nothing, and without our traces only the cells differ.
  const again = editWorkbook(edited.bytes, { ...wanted, cells: [] });
  expect(again.ok && Buffer.compare(again.bytes, edited.bytes)).toBe(0);
  const cellsOnly = editWorkbook(bytes, { cells: wanted.cells });
  const without = unzipParts(removeTraces(edited.bytes));
  for (const [name, data] of unzipParts(cellsOnly.ok ? cellsOnly.bytes : bytes))
    expect([name, Buffer.compare(data, without.get(name)!)]).toEqual([name, 0]);
  // And the way back is one more plan.
  const undone = editWorkbook(edited.bytes, { cells: edited.undo.cells });
  if (undone.ok)
    readXlsx(undone.bytes)
      .sheets.slice(0, book.sheets.length)
      .forEach((sheet, index) =>
        expect(Object.fromEntries(seen(sheet, [], index))).toEqual(Object.fromEntries(seen(book.sheets[index]!, [], index))),
      );
  else expect(undone.why).toBe('unsupported');
}

test(`random edits on random workbooks read back equal to the model (seed ${SEED})`, () => {
  fc.assert(
    fc.property(rawBook, plan, (raw, wanted) => {
      const bytes = bookBytes(raw);
      hold(bytes, planFor(readXlsx(bytes), wanted), true);
    }),
    options,
  );
  expect(tally.get('written')).toBeGreaterThan(RUNS / 2);
});

const SMALL = 20_000;
const corpus = [...(corpusFiles() ?? [])].filter(
  ([name, bytes]) => bytes.length < SMALL && sniff(bytes) === 'xlsx' && !/^(21|22|32)_/.test(name),
);
const cases = corpus.length === 0 ? test.skip : test;

cases(`random edits on real workbooks read back equal to the model (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.nat(corpus.length - 1), plan, (index, wanted) => {
      const bytes = corpus[index]![1];
      hold(bytes, planFor(readXlsx(bytes), wanted), false);
    }),
    { seed: SEED, numRuns: Math.ceil(RUNS / 5) },
  );
});

import { editWorkbook, newWorkbook, readXlsx, removeTraces } from '../../../../src/hosts/file';
import { Dec } from '../../../../src/workbook/decimal';
import type { SheetContent, SheetEdit, WritePlan } from '../../../../src/workbook/write-plan';
import { sampleSheet } from '../../../support/edit-plans';
import { expectSound, partText, writtenBy } from '../../../support/edited';
import { relation, rowsXlsx, xlsxOf } from '../../../support/ooxml';
import { packageFaults } from '../../../support/package-faults';
import { unzipMembers, unzipParts } from '../../../support/unzip';
import { zipOf } from '../../../support/zip';

const STYLES =
  '<fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs>';
const book = xlsxOf({ sheets: ['<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', '<sheetData/>'], styles: STYLES });
const sheet = (name: string, content: Partial<SheetContent> = {}, replaces = true): SheetEdit => ({
  name,
  replaces,
  content: { ...sampleSheet({ sheet: '表1', a1: 'A1' }), ...content },
});
const rows = (...values: string[]): SheetContent['rows'] => values.map((value) => ({ cells: [{ col: 0, value, style: 'text' }] }));
const names = (bytes: Uint8Array): string[] => readXlsx(bytes).sheets.map((one) => one.name);

/** As a program that saves all parts anew: the record of our traces no longer fits. */
function resaved(bytes: Uint8Array, change: (name: string, xml: string) => string = (_, xml) => xml): Uint8Array {
  const members = unzipMembers(bytes).map(({ name, data }) => {
    const xml = new TextDecoder().decode(data);
    return { name, data: change(name, name.endsWith('.xml') ? `${xml}<!-- saved -->` : xml) };
  });
  return zipOf(members);
}

test('a sheet behind all others, with its looks, print settings and links', () => {
  const edited = writtenBy(book, { sheets: [sheet('审核结果')] });
  expectSound(book, edited.bytes);
  expect(names(edited.bytes)).toEqual(['表1', '表2', '审核结果']);
  const xml = partText(edited.bytes, 'xl/worksheets/sheet3.xml');
  for (const piece of [
    '<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>',
    '<cols><col min="1" max="1" width="8" customWidth="1"/>',
    '<row r="1" ht="28" customHeight="1">',
    '<mergeCell ref="A1:C1"/>',
    '<hyperlink ref="B3" location="\'表1\'!A1" display="\'表1\'!A1"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '<oddFooter>&amp;C绩核 &amp;&amp; 审核&amp;R第 &amp;P 页，共 &amp;N 页</oddFooter>',
  ]) {
    expect(xml).toContain(piece);
  }
  const workbook = partText(edited.bytes, 'xl/workbook.xml');
  expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="2">'审核结果'!$2:$2</definedName>`);
  expect(workbook).toContain('<definedName name="_jihe_sheet" localSheetId="2" hidden="1">"JIHE:1:审核结果:审核结果"</definedName>');
  expect(readXlsx(edited.bytes).sheets[2]!.at(3, 0)).toEqual({ value: 0.985, format: '0.00%' });
  expect(readXlsx(edited.bytes).sheets[2]!.valueAt(3, 1)).toBe('=SUM(A1)');
});

test('the same sheet again replaces ours; the others of ours stay', () => {
  const first = writtenBy(book, { sheets: [sheet('审核结果'), sheet('自评小结')] });
  const second = writtenBy(first.bytes, { sheets: [sheet('审核结果', { rows: rows('新'), merges: [] })] });
  expectSound(book, second.bytes);
  expect(names(second.bytes)).toEqual(['表1', '表2', '审核结果', '自评小结']);
  expect(readXlsx(second.bytes).sheets[2]!.valueAt(0, 0)).toBe('新');
  // The way back for the sheet that was there.
  expect(names(writtenBy(second.bytes, { sheets: second.undo.sheets }).bytes)).toEqual(names(first.bytes));
  expect(Buffer.compare(writtenBy(second.bytes, { sheets: second.undo.sheets }).bytes, first.bytes)).toBe(0);
});

test('a sheet of that name which is not ours is never touched', () => {
  const named = rowsXlsx('<row r="1"><c r="A1"><v>7</v></c></row>');
  const once = writtenBy(named, { sheets: [sheet('表1')] });
  expect(names(once.bytes)).toEqual(['表1', '表1 (2)']);
  expect(once.warnings).toEqual([{ kind: 'sheet-renamed', wanted: '表1', given: '表1 (2)' }]);
  expect(names(writtenBy(once.bytes, { sheets: [sheet('表1')] }).bytes)).toEqual(['表1', '表1 (2)']);
  expect(names(writtenBy(once.bytes, { sheets: [sheet('表1', {}, false)] }).bytes)).toEqual(['表1', '表1 (2)', '表1 (3)']);
});

test('names that no sheet may have', () => {
  const edited = writtenBy(book, { sheets: [sheet('a/b:c[d]*?'), sheet(`'${'长'.repeat(40)}'`), sheet("'")] });
  expectSound(book, edited.bytes);
  expect(names(edited.bytes).slice(2)).toEqual(['a_b_c_d___', '长'.repeat(30), '表']);
});

test('texts of any kind, numbers, links to sheets that are there and that are not', () => {
  const content: SheetContent = {
    ...sampleSheet({ sheet: '表1', a1: 'A1' }),
    rows: [
      {
        cells: [
          { col: 0, value: '\u0001=1+1\r', style: 'text' },
          { col: 2, value: new Dec('1e-7'), style: 'number' },
        ],
      },
      {
        cells: [
          { col: 0, value: '没有', style: 'link', link: { sheet: '不存在', a1: 'A1' } },
          { col: 1, value: '本簿', style: 'link', link: { sheet: '小结', a1: 'B2' } },
        ],
      },
    ],
    merges: [],
    print: { landscape: false, repeatRows: null, footer: '12 月' },
  };
  const edited = writtenBy(book, { sheets: [{ name: '审核结果', replaces: true, content }, sheet('小结')] });
  expectSound(book, edited.bytes);
  const read = readXlsx(edited.bytes).sheets[2]!;
  expect([read.valueAt(0, 0), read.valueAt(0, 2)]).toEqual(['\u0001=1+1\r', 1e-7]);
  const xml = partText(edited.bytes, 'xl/worksheets/sheet3.xml');
  expect(xml.match(/<hyperlink /g)).toHaveLength(1);
  expect(xml).toContain('<oddFooter>&amp;C 12 月&amp;R');
});

test('a link to a sheet of the plan that had to take another name', () => {
  const edited = writtenBy(book, { sheets: [sheet('表2', sampleSheet({ sheet: '表2', a1: 'A3' }))] });
  expect(partText(edited.bytes, 'xl/worksheets/sheet3.xml')).toContain(`location="'表2 (2)'!A3"`);
});

test('workbooks of odd make: strict, prefixed, chart sheets, names, no prefix for relationships', () => {
  const strict = xlsxOf({
    parts: {
      'xl/workbook.xml':
        '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheets><x:sheet xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships" name="图" sheetId="3" q:id="rId9"/><x:sheet xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships" name="表" sheetId="5" q:id="rId1"/></x:sheets><x:definedNames><x:definedName name="甲">1</x:definedName></x:definedNames></x:workbook>',
      'xl/chartsheets/c.xml': '<chartsheet/>',
    },
    relations: relation('rId9', 'chartsheet', 'chartsheets/c.xml'),
  });
  const edited = writtenBy(strict, {
    sheets: [sheet('审核结果')],
    marks: [{ severity: 'mandatory', cells: [{ sheet: 0, row: 0, col: 0 }] }],
    notes: [{ at: { sheet: 0, row: 0, col: 0 }, text: '注' }],
  });
  expectSound(strict, edited.bytes);
  const workbook = partText(edited.bytes, 'xl/workbook.xml');
  expect(workbook).toMatch(
    /<x:sheet name="审核结果" sheetId="6" xmlns:r="http:\/\/purl.oclc.org\/ooxml\/officeDocument\/relationships" r:id="rId\d+"\/><\/x:sheets>/,
  );
  expect(workbook).toContain('<x:definedName name="甲">1</x:definedName><x:definedName name="_xlnm.Print_Titles" localSheetId="2">');
  expect(partText(edited.bytes, 'xl/worksheets/sheet1.xml')).toContain('conditionalFormatting');
  expect(names(edited.bytes)).toEqual(['表', '审核结果']);
});

describe('after another program has saved the file', () => {
  const plan: Partial<WritePlan> = {
    sheets: [sheet('审核结果')],
    marks: [{ severity: 'mandatory', cells: [{ sheet: 0, row: 0, col: 0 }] }],
    notes: [{ at: { sheet: 0, row: 0, col: 0 }, text: '注' }],
  };
  const saved = resaved(writtenBy(book, plan).bytes);

  test('traces are found by their tags and taken out', () => {
    const back = removeTraces(saved);
    expect(packageFaults(back)).toEqual([]);
    expect(names(back)).toEqual(['表1', '表2']);
    expect([...unzipParts(back).keys()]).toEqual([...unzipParts(book).keys()]);
    expect(partText(back, 'xl/worksheets/sheet1.xml').replace('<!-- saved -->', '')).toBe(partText(book, 'xl/worksheets/sheet1.xml'));
    expect(partText(back, 'xl/workbook.xml')).not.toContain('jihe');
  });

  test('annotating does not pile up', () => {
    const again = writtenBy(saved, plan);
    expect(packageFaults(again.bytes)).toEqual([]);
    expect(names(again.bytes)).toEqual(['表1', '表2', '审核结果']);
    expect(partText(again.bytes, 'xl/worksheets/sheet1.xml').match(/JIHE/g)).toHaveLength(1);
    expect(Buffer.compare(writtenBy(again.bytes, plan).bytes, again.bytes)).toBe(0);
  });

  test('our sheet was moved to the front: addresses still mean the same cells', () => {
    const moved = resaved(saved, (name, xml) =>
      name !== 'xl/workbook.xml'
        ? xml
        : xml.replace(/(<sheets>)(.*)(<sheet name="审核结果"[^>]*>)/, '$1$3$2').replace(/localSheetId="2"/g, 'localSheetId="0"'),
    );
    expect(names(moved)).toEqual(['审核结果', '表1', '表2']);
    const again = writtenBy(moved, { ...plan, marks: [{ severity: 'advisory', cells: [{ sheet: 1, row: 4, col: 2 }] }] });
    expect(packageFaults(again.bytes)).toEqual([]);
    expect(names(again.bytes)).toEqual(['表1', '表2', '审核结果']);
    expect(partText(again.bytes, 'xl/worksheets/sheet1.xml')).toContain('sqref="C5"');
  });

  test('a sheet of ours that was renamed or copied is the user’s', () => {
    const renamed = resaved(saved, (name, xml) => (name === 'xl/workbook.xml' ? xml.replace('name="审核结果"', 'name="留存"') : xml));
    expect(names(removeTraces(renamed))).toEqual(['表1', '表2', '留存']);
  });

  test('a program that drops the author of notes', () => {
    const nameless = resaved(saved, (name, xml) =>
      name.includes('comments') ? xml.replace('<author>绩核</author>', '<author> </author>') : xml,
    );
    expect([...unzipParts(removeTraces(nameless)).keys()].filter((name) => /comments|vml/.test(name))).toEqual([]);
    const foreign = resaved(saved, (name, xml) =>
      name.includes('comments') ? xml.replace('<author>绩核</author>', '<author>张三</author>') : xml,
    );
    expect([...unzipParts(removeTraces(foreign)).keys()].filter((name) => /comments|vml/.test(name))).toHaveLength(2);
  });

  test('a window that showed our sheet shows another', () => {
    const shown = resaved(saved, (name, xml) =>
      name === 'xl/workbook.xml' ? xml.replace('<sheets>', '<bookViews><workbookView activeTab="2"/></bookViews><sheets>') : xml,
    );
    expect(partText(removeTraces(shown), 'xl/workbook.xml')).toContain('activeTab="1"');
  });
});

test('sheets, marks and notes of ours stay when cells are changed', () => {
  const marked = writtenBy(book, {
    sheets: [sheet('审核结果')],
    marks: [{ severity: 'mandatory', cells: [{ sheet: 0, row: 0, col: 0 }] }],
  });
  const cell: WritePlan['cells'][number] = {
    at: { sheet: 0, row: 0, col: 0 },
    before: { kind: 'value', value: new Dec(1) },
    after: { kind: 'value', value: new Dec(2) },
    reason: '',
  };
  const both = writtenBy(marked.bytes, { cells: [cell] });
  expect(names(both.bytes)).toEqual(['表1', '表2', '审核结果']);
  expect(partText(both.bytes, 'xl/worksheets/sheet1.xml')).toContain('JIHE');
  expect(
    Buffer.compare(
      both.bytes,
      writtenBy(book, {
        cells: [cell],
        sheets: [sheet('审核结果')],
        marks: [{ severity: 'mandatory', cells: [{ sheet: 0, row: 0, col: 0 }] }],
      }).bytes,
    ),
  ).toBe(0);
  const back = removeTraces(both.bytes);
  expect(partText(back, 'xl/worksheets/sheet1.xml')).toBe(partText(book, 'xl/worksheets/sheet1.xml').replace('<v>1</v>', '<v>2</v>'));
  expect(partText(back, 'xl/styles.xml')).toBe(partText(book, 'xl/styles.xml'));
});

test('a protected structure: the copy gets its sheet and says so', () => {
  const locked = rowsXlsx('', { workbookPr: '<workbookProtection lockStructure="1"/>' });
  expect(writtenBy(locked, { sheets: [sheet('审核结果')] }).warnings).toEqual([{ kind: 'structure-protected' }]);
});

test('a new workbook: from a blank one by the same editor, the same bytes every time', () => {
  const sheets = [sheet('汇总', sampleSheet({ sheet: '按单位', a1: 'A1' })), sheet('按单位')];
  const made = newWorkbook(sheets);
  expect(packageFaults(made)).toEqual([]);
  expect(names(made)).toEqual(['汇总', '按单位']);
  expect(Buffer.compare(made, newWorkbook(sheets))).toBe(0);
  // Nothing in it is a trace in somebody else's file.
  expect(removeTraces(made)).toBe(made);
  expect(() => newWorkbook([])).toThrow(RangeError);
});

test('a sheet with more cells than can be read again is refused', () => {
  const cells = Array.from({ length: 1000 }, (_, col) => ({ col, value: null, style: 'text' as const }));
  expect(editWorkbook(book, { sheets: [sheet('大', { rows: Array.from({ length: 501 }, () => ({ cells })), merges: [] })] })).toMatchObject(
    { ok: false, why: 'unsupported' },
  );
});

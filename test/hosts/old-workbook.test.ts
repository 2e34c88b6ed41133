import { DEFAULT_LIMITS, type Limits } from '../../src/hosts/file/limits';
import { oldWorkbook } from '../../src/hosts/file/old-workbook';
import { sniff } from '../../src/hosts/file';
import { UnreadableError } from '../../src/workbook/unreadable';
import { compoundOf, legacyBytes } from '../support/legacy-bytes';
import { fieldFile, testWith } from '../support/shared-folder';

function why(bytes: Uint8Array, kind: 'xls' | 'xml', limits: Partial<Limits> = {}): string {
  try {
    oldWorkbook(bytes, kind, { ...DEFAULT_LIMITS, ...limits });
  } catch (error) {
    if (error instanceof UnreadableError) return error.why;
    throw error;
  }
  return 'read';
}

const record = (id: number, body: readonly number[]): number[] => [id & 255, id >> 8, body.length & 255, body.length >> 8, ...body];
const word = (value: number): number[] => [value & 255, value >> 8];
const BOF = record(0x0809, [0, 6, 5, 0, 0, 0, 0, 0]);
const stream = (...records: readonly (readonly number[])[]): Uint8Array =>
  compoundOf({ Workbook: Uint8Array.from([...BOF, ...records.flat(), ...record(0x0a, [])]) });

describe('binary workbooks are counted before a library sees them', () => {
  const number = record(
    0x0203,
    Array.from({ length: 14 }, () => 0),
  );
  const many = record(0x00bd, [...word(0), ...word(0), ...Array.from({ length: 600 }, () => 0), ...word(99)]);
  const merge = (top: number, bottom: number): number[] =>
    record(0x00e5, [...word(1), ...word(top), ...word(bottom), ...word(0), ...word(1)]);

  test.each<[string, string, Uint8Array, Partial<Limits>]>([
    ['cells', 'read', stream(number, number), { cells: 2 }],
    ['one cell more', 'too-many-cells', stream(number, number, number), { cells: 2 }],
    ['a run of numbers', 'too-many-cells', stream(many), { cells: 99 }],
    ['a run of numbers within', 'read', stream(many), { cells: 100 }],
    [
      'formatted blanks count nothing',
      'read',
      stream(record(0x0201, [0, 0, 0, 0, 0, 0]), record(0x00be, [0, 0, 0, 0, 1, 0, 1, 0, 1, 0])),
      { cells: 0 },
    ],
    ['merged areas', 'too-many-merges', stream(merge(0, 2000), merge(0, 2000)), { mergeRows: 3999 }],
    ['lists of merged areas', 'too-many-merges', stream(...Array.from({ length: 5001 }, () => merge(0, 0))), {}],
    ['sheets', 'too-many-sheets', stream(BOF, BOF), { sheets: 2 }],
    ['size', 'legacy-too-large', stream(number), { oldBytes: 20 }],
    ['a record cut off', 'read', stream([0x03, 0x02, 0xff, 0xff, 1]), {}],
  ])('%s', (_, wanted, bytes, limits) => {
    expect(why(bytes, 'xls', limits)).toBe(wanted);
  });

  test.each(['biff8', 'biff5', 'biff2', 'xlsb'] as const)('what programs write goes through: %s', (kind) => {
    expect(why(legacyBytes(kind), 'xls')).toBe('read');
  });

  test('containers whose chains go in circles are damaged, and cost no more than their size', () => {
    const bytes = legacyBytes('biff8').slice();
    const view = new DataView(bytes.buffer);
    const fatAt = (view.getUint32(76, true) + 1) * 512;
    const directory = view.getUint32(48, true);
    view.setUint32(fatAt + directory * 4, directory, true);
    expect(why(bytes, 'xls')).toBe('damaged');
  });

  testWith(
    'field',
    'red',
    'l05_dirloop4096.xls',
  )('so are those that others made, in no time', () => {
    const started = Date.now();
    expect(['other', 'xls']).toContain(sniff(fieldFile('red/l05_dirloop4096.xls')!));
    expect(Date.now() - started).toBeLessThan(500);
  });
});

describe('XML tables are counted before a library sees them', () => {
  const table = (inside: string): Uint8Array =>
    new TextEncoder().encode(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>${inside}</Table></Worksheet></Workbook>`,
    );
  const cell = '<Cell><Data ss:Type="Number">1</Data></Cell>';

  test.each<[string, string, string, Partial<Limits>]>([
    ['cells', 'read', `<Row>${cell}${cell}</Row>`, { cells: 2 }],
    ['one cell more', 'too-many-cells', `<Row>${cell}${cell}${cell}</Row>`, { cells: 2 }],
    ['cells with a prefix, in capitals', 'too-many-cells', '<ss:Row><ss:Cell/><SS:CELL/></ss:Row>', { cells: 1 }],
    ['an area merged over a million cells', 'too-many-merges', '<Row><Cell ss:MergeAcross="999" ss:MergeDown="999"/></Row>', {}],
    [
      'the same in single quotes and on lines of its own',
      'too-many-merges',
      "<Row><Cell\n  ss:MergeAcross = '999'\n  ss:MergeDown = '999'/></Row>",
      {},
    ],
    ['a row repeated without end', 'beyond-grid', '<Row ss:Span="1000000000"/>', {}],
    ['a column repeated without end', 'beyond-grid', '<Column ss:Span="1000000000"/>', {}],
    ['a row far below', 'beyond-grid', '<Row ss:Index="2000000"/>', {}],
    ['a column far to the right', 'beyond-grid', '<Row><Cell ss:Index="20000"/></Row>', {}],
    ['an area that leaves the sheet', 'beyond-grid', '<Row><Cell ss:MergeDown="99999999999"/></Row>', {}],
    ['size', 'legacy-too-large', '', { oldBytes: 20 }],
    ['a text without end', 'too-much-text', `<Row><Cell><Data ss:Type="String">${'扣'.repeat(400_000)}</Data></Cell></Row>`, {}],
    ['sheets', 'too-many-sheets', '</Table></Worksheet><Worksheet><Table>', { sheets: 1 }],
    [
      'what forms have',
      'read',
      '<Column ss:Index="1" ss:Span="8"/><Row ss:Index="3"><Cell ss:MergeAcross="8" ss:MergeDown="12"/></Row>',
      {},
    ],
  ])('%s', (_, wanted, inside, limits) => {
    expect(why(table(inside), 'xml', limits)).toBe(wanted);
  });

  test('what the library writes goes through; a file of broken tags costs no more than its size', () => {
    expect(why(legacyBytes('xlml'), 'xml')).toBe('read');
    const started = Date.now();
    why(table('<Cell '.repeat(400_000)), 'xml');
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});

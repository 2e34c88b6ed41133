/**
 * Archives, containers, pages and texts with one byte or one tag otherwise: what they are taken for and what is read of them. Damage is
 * told, never guessed around, and nothing but `UnreadableError` is thrown. `npm run pin` renews the lists.
 */
import path from 'node:path';
import { countBiff } from '../../../src/hosts/file/biff-census';
import { CompoundFile } from '../../../src/hosts/file/compound-file';
import { crc32 } from '../../../src/hosts/file/crc32';
import { toUtf8 } from '../../../src/hosts/file/encoding';
import { readPage } from '../../../src/hosts/file/html/read-page';
import { serialOfIso } from '../../../src/hosts/file/iso-date';
import { DEFAULT_LIMITS } from '../../../src/hosts/file/limits';
import { indexAt, numberAt } from '../../../src/hosts/file/numbers';
import { readDelimited } from '../../../src/hosts/file/read-text';
import { sniff } from '../../../src/hosts/file/sniff';
import { typedText } from '../../../src/hosts/file/typed-text';
import { countXmlTable } from '../../../src/hosts/file/xml-table-census';
import { localNames, packedBytes, readDirectory } from '../../../src/hosts/file/zip-directory';
import { ZipContainer } from '../../../src/hosts/file/zip-container';
import { a1OfRect, type SheetData } from '../../../src/workbook';
import { CompactSheet } from '../../../src/workbook/snapshot';
import { UnreadableError } from '../../../src/workbook/unreadable';
import { fragmented } from '../../support/fragmented';
import { legacyBytes } from '../../support/legacy-bytes';
import { expectPinned } from '../../support/pinned';
import { sumOf } from '../../support/variations';
import { zipOf, type ZipMember } from '../../support/zip';

const FOLDER = path.join(__dirname, 'pins');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function orWhy(line: () => string): string {
  try {
    return line();
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return `unreadable: ${error.why}`;
  }
}

/** Runs of the same answer are one line: 「12–15 damaged」. */
function byPlace(places: readonly number[], answer: (at: number) => string): readonly string[] {
  const lines: { from: number; to: number; said: string }[] = [];
  for (const at of places) {
    const said = answer(at);
    const last = lines.at(-1);
    if (last?.said === said) last.to = at;
    else lines.push({ from: at, to: at, said });
  }
  return lines.map(({ from, to, said }) => `${from === to ? from : `${from}–${to}`} ${said}`);
}

const withByte = (bytes: Uint8Array, at: number, to: (byte: number) => number): Uint8Array => {
  const copy = bytes.slice();
  copy[at] = to(copy[at]!) & 255;
  return copy;
};
const FLIPS: readonly (readonly [string, (byte: number) => number])[] = [
  ['one more', (byte) => byte + 1],
  ['all other', (byte) => byte ^ 255],
];
const all = (length: number): number[] => [...Array(length).keys()];

describe('archives', () => {
  const MEMBERS: readonly ZipMember[] = [
    { name: 'a.txt', data: 'abcabcabcabcabc' },
    { name: 'xl/b.xml', data: 'b', stored: true },
    { name: '\\c\\d', data: 'dddddddddddd', descriptor: true },
  ];
  const listed = (bytes: Uint8Array): string =>
    orWhy(() =>
      readDirectory(bytes, DEFAULT_LIMITS)
        .map((one) => `${one.name} ${one.method} ${one.packedSize}/${one.size} @${one.offset}${one.encrypted ? ' encrypted' : ''}`)
        .join(', '),
    );
  const held = (bytes: Uint8Array): string =>
    orWhy(() => {
      const zip = new ZipContainer(bytes, DEFAULT_LIMITS);
      return zip.names.map((name) => `${name}=${orWhy(() => textOf(zip.part(name)!).slice(0, 6))}`).join(' ');
    });

  test.each<[string, Uint8Array]>([
    ['plain', zipOf(MEMBERS)],
    ['zip64', zipOf(MEMBERS, { zip64: true })],
    ['something in front and behind', zipOf(MEMBERS, { prefix: utf8('#!/bin/sh\n'), comment: '备注' })],
  ])('%s: each byte otherwise, and cut at each place', (name, bytes) => {
    const lines = [
      `# ${listed(bytes)} | ${held(bytes)} | ${sniff(bytes)}`,
      ...FLIPS.flatMap(([flip, to]) => [
        `# ${flip}`,
        ...byPlace(all(bytes.length), (at) => `${listed(withByte(bytes, at, to))} | ${held(withByte(bytes, at, to))}`),
      ]),
      '# cut',
      ...byPlace(
        all(bytes.length),
        (at) => `${listed(bytes.subarray(0, at))} | ${localNames(bytes.subarray(0, at)).join(' ')} ${sniff(bytes.subarray(0, at))}`,
      ),
      '# cut in front',
      ...byPlace(all(bytes.length), (at) => listed(bytes.subarray(at))),
    ];
    expectPinned(FOLDER, `zip-${name.split(' ')[0]!}`, lines);
  });

  test('what lies beyond the end of the file is damaged, up to the last byte it is not', () => {
    const bytes = zipOf([{ name: 'a', data: 'abc', stored: true }]);
    const [entry] = readDirectory(bytes, DEFAULT_LIMITS);
    expect(textOf(packedBytes(bytes, entry!))).toBe('abc');
    expect(() => packedBytes(bytes.subarray(0, 34), { ...entry!, listedAt: 0 })).not.toThrow();
    expect(() => packedBytes(bytes.subarray(0, 33), { ...entry!, listedAt: 0 })).toThrow(UnreadableError);
    expect(() => readDirectory(bytes, { parts: 1 })).not.toThrow();
    expect(() => readDirectory(zipOf(MEMBERS), { parts: 2 })).toThrow(UnreadableError);
    expect(readDirectory(zipOf(MEMBERS), { parts: 3 })).toHaveLength(3);
  });
});

describe('containers of old programs', () => {
  const bytes = fragmented(
    { Workbook: Uint8Array.from({ length: 5000 }, (_, n) => n % 251), Small: utf8('klein'.repeat(20)), Mini: utf8('m') },
    { seed: 5, sectorSize: 512, storage: 'Folder' },
  );
  const told = (one: Uint8Array): string => {
    const file = new CompoundFile(one);
    return `${file.streams.map((stream) => `${stream.name}:${stream.type} ${stream.size} ${sumOf(Buffer.from(file.content(stream)).toString('hex')).slice(0, 4)}`).join(', ')}${file.broken ? ' broken' : ''}`;
  };

  test('each byte of the header and of the tables otherwise', () => {
    const view = new DataView(bytes.buffer);
    const sector = (at: number): number[] => all(512).map((n) => (view.getUint32(at, true) + 1) * 512 + n);
    const places = [
      ...all(120),
      ...sector(76)
        .filter((at) => at % 4 < 2)
        .slice(0, 60),
      ...sector(48),
      ...sector(60).slice(0, 24),
    ];
    const lines = FLIPS.flatMap(([flip, to]) => [`# ${flip}`, ...byPlace(places, (at) => told(withByte(bytes, at, to)))]);
    expectPinned(FOLDER, 'compound', [told(bytes), ...lines]);
  });

  test('cut at each sector and beside it', () => {
    const places = all(Math.ceil(bytes.length / 512)).flatMap((n) => [n * 512, n * 512 + 1, n * 512 + 511]);
    expectPinned(
      FOLDER,
      'compound-cut',
      byPlace(places, (at) => `${told(bytes.subarray(0, at))} ${sniff(bytes.subarray(0, at))}`),
    );
  });

  test('a limit of cells, sheets and merged rows is what still passes', () => {
    const record = (id: number, ...body: number[]): number[] => [id & 255, id >> 8, body.length & 255, body.length >> 8, ...body];
    const merges = (count: number, rows: number): number[] =>
      record(0xe5, count, 0, ...Array.from({ length: count }, () => [0, 0, (rows - 1) & 255, ((rows - 1) >> 8) & 255, 0, 0, 1, 0]).flat());
    const zeros = (n: number): number[] => new Array<number>(n).fill(0);
    const CELLS = [0x02, 0x03, 0x04, 0x05, 0x06, 0x203, 0x204, 0x205, 0x206, 0x406, 0x27e, 0xfd, 0xd6];
    const counted = (stream: readonly number[], limits: Partial<typeof DEFAULT_LIMITS>): string =>
      orWhy(() => {
        countBiff(Uint8Array.from(stream), { ...DEFAULT_LIMITS, ...limits });
        return 'passes';
      });
    for (const id of CELLS) {
      expect(counted(record(id, ...zeros(14)), { cells: 1 })).toBe('passes');
      expect(counted(record(id, ...zeros(14)), { cells: 0 })).toBe('unreadable: too-many-cells');
    }
    // Numbers in a run: row, first column, six bytes each, last column.
    for (const [size, cells] of [
      [5, 0],
      [6, 0],
      [11, 0],
      [12, 1],
      [17, 1],
      [18, 2],
    ] as const) {
      expect(counted(record(0xbd, ...zeros(size)), { cells })).toBe('passes');
      if (cells > 0) expect(counted(record(0xbd, ...zeros(size)), { cells: cells - 1 })).toBe('unreadable: too-many-cells');
    }
    for (const id of [0x09, 0x209, 0x409, 0x809]) {
      expect(counted([...record(id, 0, 0), ...record(id, 0, 0)], { sheets: 2 })).toBe('passes');
      expect(counted([...record(id, 0, 0), ...record(id, 0, 0)], { sheets: 1 })).toBe('unreadable: too-many-sheets');
    }
    expect(counted(merges(2, 3), { mergeRows: 6 })).toBe('passes');
    expect(counted(merges(2, 3), { mergeRows: 5 })).toBe('unreadable: too-many-merges');
    // A very tall one counts as so many rows; one turned over as one.
    expect(counted(merges(1, 60_000), { mergeRows: 2000 })).toBe('passes');
    expect(counted(merges(1, 60_000), { mergeRows: 1999 })).toBe('unreadable: too-many-merges');
    expect(counted(record(0xe5, 1, 0, 9, 0, 3, 0, 0, 0, 1, 0), { mergeRows: 1 })).toBe('passes');
    expect(counted(Array.from({ length: 5000 }, () => merges(0, 1)).flat(), {})).toBe('passes');
    expect(counted(Array.from({ length: 5001 }, () => merges(0, 1)).flat(), {})).toBe('unreadable: too-many-merges');
    // Cut in the head of a record: nothing is counted; cut in its body: it is.
    expect(counted([...record(0x203, ...zeros(14)), 0x03, 0x02, 14], { cells: 1 })).toBe('passes');
    expect(counted([0x03, 0x02, 14, 0], { cells: 0 })).toBe('unreadable: too-many-cells');
  });
});

describe('tables of 2003', () => {
  const counted = (inside: string, limits: Partial<typeof DEFAULT_LIMITS> = {}): string =>
    orWhy(() => {
      countXmlTable(utf8(`<?xml version="1.0"?><Workbook>${inside}</Workbook>`), { ...DEFAULT_LIMITS, ...limits });
      return 'passes';
    });
  const sheet = (rows: string): string => `<ss:Worksheet ss:Name="a"><Table>${rows}</Table></ss:Worksheet>`;
  const CELL = '<Cell><Data ss:Type="Number">1</Data></Cell>';

  test.each<[string, string, Partial<typeof DEFAULT_LIMITS>, Partial<typeof DEFAULT_LIMITS>]>([
    ['cells', sheet(`<Row>${CELL}${CELL}</Row><Row>${CELL}</Row>`), { cells: 3 }, { cells: 2 }],
    ['sheets', sheet('') + sheet(''), { sheets: 2 }, { sheets: 1 }],
  ])('%s', (_name, inside, passing, failing) => {
    expect([counted(inside, passing), counted(inside, failing)]).toEqual(['passes', expect.stringMatching('unreadable')]);
  });

  test('each number just inside and just outside of the grid', () => {
    const CASES = [
      '<Row ss:Index="1048576"/>',
      '<Row ss:Index="1048577"/>',
      '<Row ss:Index="1048576"/><Row/>',
      '<Row ss:Span="1048575"/>',
      '<Row ss:Span="1048576"/>',
      '<Row><Cell ss:Index="16384"/></Row>',
      '<Row><Cell ss:Index="16385"/></Row>',
      '<Row><Cell ss:Index="16384"/><Cell/></Row>',
      '<Row><Cell ss:MergeAcross="16383"/></Row>',
      '<Row><Cell ss:MergeAcross="16384"/></Row>',
      '<Row><Cell ss:MergeDown="1999"/></Row>',
      '<Row ss:Index="1048576"><Cell ss:MergeDown="1"/></Row>',
      '<Column ss:Index="16384"/>',
      '<Column ss:Index="16385"/>',
      '<Column ss:Span="16383"/>',
      '<Column ss:Span="16384"/>',
      '<Column ss:Index="16000"/><Column ss:Span="383"/>',
      '<Column ss:Index="16000"/><Column ss:Span="384"/>',
      '<Row ss:Span="3"><Cell/></Row>',
      '<Row><Cell ss:MergeDown="3"/><Cell ss:MergeDown="3"/></Row>',
    ];
    const limits = [
      {},
      { cells: 1 },
      { cells: 3 },
      { cells: 4 },
      { mergeRows: 3 },
      { mergeRows: 4 },
      { mergeRows: 7 },
      { mergeRows: 8 },
      { mergeRows: 1999 },
      { mergeRows: 2000 },
    ];
    expectPinned(
      FOLDER,
      'xml-table',
      CASES.map((rows) => `${rows} ${limits.map((one) => counted(sheet(rows), one).replace('unreadable: ', '')).join(' ')}`),
    );
  });
});

const rowsOf = (data: SheetData): string => {
  const sheet = new CompactSheet(data);
  const rows = all(sheet.rows).map((row) =>
    all(sheet.cols)
      .map((col) => JSON.stringify(sheet.valueAt(row, col)))
      .join(','),
  );
  return `${sheet.name}: ${rows.join(' / ')}${sheet.merges.length === 0 ? '' : ` merged ${sheet.merges.map(a1OfRect).join(' ')}`}`;
};

describe('web pages', () => {
  const PAGE = `<!DOCTYPE html><html><head><title>表</title><style>td{color:red}</style></head><body><!-- 注 --><table border=1><thead><tr><th colspan="2">指标</th><th rowspan=3>分值&nbsp;</th></tr></thead>
<tbody><tr><td>甲<br/>乙</td><td style="display:none">藏</td><td x:num="12.5">12.5</td></tr><tr style="display: none"><td>隐</td></tr><tr><td><p>一</p><p>二</p></td><td><table><tr><td>内</td></tr></table></td><td>1,234.50</td></tr></tbody></table>后文<script>"</td>"</script></body></html>`;
  const read = (page: string): string => orWhy(() => readPage(page, DEFAULT_LIMITS).map(rowsOf).join(' | '));

  test('with each tag gone, twice, never closed, or without what it says', () => {
    const tags = [...PAGE.matchAll(/<[^<>]*>/g)];
    const lines = tags.flatMap(({ 0: tag, index }) => {
      const [before, after] = [PAGE.slice(0, index), PAGE.slice(index + tag.length)];
      const bare = tag.replace(/\s+[^/>]*/, '');
      return [
        `gone: ${read(before + after)}`,
        `twice: ${read(before + tag + tag + after)}`,
        `not closed: ${read(before + tag.slice(0, -1) + after)}`,
        ...(bare === tag ? [] : [`bare: ${read(before + bare + after)}`]),
      ].map((line) => `${tag} ${line}`);
    });
    expectPinned(FOLDER, 'pages', [read(PAGE), ...lines]);
  });

  test.each(['colspan', 'rowspan'])('%s of every size', (name) => {
    const sizes = ['', '0', '1', '2', '3', '-1', '1.9', 'x', '"2"', "'2'", ' 2', '999', '1000', '1001', '65534', '65535'];
    expectPinned(
      FOLDER,
      `pages-${name}`,
      sizes.map(
        (size) =>
          `${size}: ${sumOf(read(`<table><tr><td ${name}=${size}>a</td><td>b</td></tr><tr><td>c</td></tr></table>`))} ${read(`<table><tr><td ${name}=${size}>a</td><td>b</td></tr><tr><td>c</td></tr></table>`).slice(0, 80)}`,
      ),
    );
  });
});

test('texts with something between the cells', () => {
  const read = (text: string): string => orWhy(() => rowsOf(readDelimited(utf8(text), DEFAULT_LIMITS)));
  const TEXTS = [
    'a,b\n1,2',
    'a\tb\r\n1\t2\r\n',
    'a;b\r1;2',
    'a,b',
    'a,b\nc',
    'a,b\nc,d\ne\nf\ng',
    'a,b\nc,d\ne\nf\ng\nh',
    '"a,b",c\n1,2',
    '"a""b",c\n1,2',
    '"a\nb",c\n1,2',
    '"a,b\n1,2',
    'a,,b\n\n1,2',
    ',\n,',
    'a,"b"x\n1,2',
    '\ufeffa,b\n1,2',
    '001,12.50\n98.5%,"1,234"',
  ];
  expectPinned(
    FOLDER,
    'delimited',
    TEXTS.map((text) => `${JSON.stringify(text)} ${read(text)}`),
  );
});

test('what a typed text is, number or text', () => {
  const TEXTS = [
    '',
    ' ',
    '0',
    '-0',
    '5',
    '-5',
    '05',
    '5.',
    '.5',
    '5.50',
    '123456789012345',
    '1234567890123456',
    '0.123456789012345',
    '0.1234567890123456',
    '1,234',
    '12,34',
    '1234,567',
    '1,234,567.5',
    '0,123',
    '-1,234',
    '5%',
    '5.5%',
    '-5.50%',
    '05%',
    '100 %',
    '1e5',
    '+5',
    '５',
    '2023-12-31',
    '330182199001011234',
  ];
  expectPinned(
    FOLDER,
    'typed-text',
    TEXTS.map((text) => `«${text}» ${JSON.stringify(typedText(text))}`),
  );
});

test('dates as files write them, in both systems', () => {
  const TEXTS = [
    '1899-12-31',
    '1900-01-01',
    '1900-02-28',
    '1900-03-01',
    '1904-01-01',
    '2000-02-29',
    '2023-12-31',
    '2024-01-01',
    '2024-02-29',
    '2024-03-01',
    '2100-02-28',
    '2100-03-01',
    '2023-12-31T12:00',
    '2023-12-31T12:30:15',
    '2023-12-31 06:00:00.250Z',
    '2023-12-31T00:00:00+08:00',
    '12:00',
    '23:59:59',
    'T06:30:00',
    '2023-13-01',
    '2023-00-01',
    '2023-01-00',
    '2023-01-32',
    '2023-1-1',
    '20231231',
    ' 2023-12-31 ',
    '',
  ];
  expectPinned(
    FOLDER,
    'iso-dates',
    TEXTS.map((text) => `«${text}» ${JSON.stringify(serialOfIso(text, false))} ${serialOfIso(text, true)?.serial ?? null}`),
  );
});

test('numbers and places as files spell them', () => {
  const TEXTS = ['0', '7', '12', '999999999', '9999999999', ' 7 ', '\t7\n', '', ' ', '-1', '1.5', '7a', ':', '/', '1 2'];
  expect(TEXTS.map((text) => indexAt(utf8(text), 0, text.length))).toEqual([0, 7, 12, 999999999, -1, 7, 7, -1, -1, -1, -1, -1, -1, -1, -1]);
  const long = (digits: number): string => '1'.repeat(digits);
  for (const text of [
    long(15),
    long(16),
    `0.${long(22)}`,
    `0.${long(23)}`,
    long(309),
    `${long(300)}${'0'.repeat(100)}`.slice(0, 400),
    ' 5 ',
    '+5',
  ])
    expect(numberAt(utf8(text), 0, text.length)).toBe(Number.isFinite(Number(text)) ? Number(text) : NaN);
  expect(numberAt(utf8(`0.${'0'.repeat(398)}`), 0, 400)).toBe(0);
  expect(numberAt(utf8(`0.${'0'.repeat(399)}`), 0, 401)).toBeNaN();
  expect(numberAt(utf8('x-12.5y'), 1, 6)).toBe(-12.5);
});

test('the checksum of every length', () => {
  // ISO 3309, as every archive program computes it.
  expect(crc32(utf8('123456789')).toString(16)).toBe('cbf43926');
  const slow = (bytes: Uint8Array): number => {
    let crc = ~0;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
  };
  for (const length of [0, 1, 2, 3, 4, 5, 7, 8, 64, 257, 1021]) {
    const bytes = Uint8Array.from({ length }, (_, n) => (n * 151 + length) & 255);
    expect(crc32(bytes)).toBe(slow(bytes));
  }
});

test('texts of every encoding come out the same', () => {
  const TEXT = '<?xml version="1.0"?><a>指标：95%</a>';
  const wide = (text: string, little: boolean, mark: boolean): Uint8Array => {
    const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (char) => char.charCodeAt(0))];
    return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
  };
  const named = (name: string): string => TEXT.replace('"1.0"', `"1.0" encoding='${name}'`);
  expect(textOf(toUtf8(utf8(TEXT), 'p'))).toBe(TEXT);
  expect(textOf(toUtf8(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(TEXT)]), 'p'))).toBe(TEXT);
  for (const little of [true, false]) for (const mark of [true, false]) expect(textOf(toUtf8(wide(TEXT, little, mark), 'p'))).toBe(TEXT);
  for (const name of ['UTF-8', 'utf8', 'us-ascii', 'UTF-16']) expect(textOf(toUtf8(utf8(named(name)), 'p'))).toBe(named(name));
  const gbk = [0xd6, 0xb8, 0xb1, 0xea];
  const head = '<?xml version=\'1.0\' encoding = "GB2312"?><a>';
  expect(textOf(toUtf8(Uint8Array.from([...utf8(head), ...gbk]), 'p'))).toBe(`${head}指标`);
  expect(() => toUtf8(utf8(named('no-such-code')), 'p')).toThrow(UnreadableError);
  // The first line alone counts, and only if it is one.
  expect(textOf(toUtf8(utf8(`<a>encoding='GBK'</a>`), 'p'))).toBe(`<a>encoding='GBK'</a>`);
  expect(textOf(toUtf8(utf8(`<?xml?><a b=" encoding='GBK'">中</a>`), 'p'))).toBe(`<?xml?><a b=" encoding='GBK'">中</a>`);
});

test('what a file is by its first bytes', () => {
  const STARTS = [
    '%PDF-1.4',
    '\x89PNG\r\n',
    '\xff\xd8\xff\xe0',
    'GIF89a',
    'BM',
    `BM${'\x01'.repeat(4)}${'\0'.repeat(10)}`,
    `BM${'\x01'.repeat(4)}${'\0'.repeat(3)}\x01${'\0'.repeat(6)}`,
    'II*\0',
    'MM\0*',
    'Rar!',
    '7z\xbc\xaf\x27\x1c',
    '\x1f\x8b',
    'RIFF\0\0\0\0WEBP',
    'RIFF\0\0\0\0WAVE',
    '\x09\0\x04\0',
    '\x09\x02\x06\0',
    '\x09\x04\x06\0',
    '\x09\x08\x08\0',
    '\x09\x08\x10\0',
    '\x09\x08\x11\0',
    'text',
    ' <table>',
    '<TABLE\n',
    '<!DOCTYPE html>',
    '<tablex>',
    '<a>',
    '<?xml?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    '<?mso-application progid="Excel.Sheet"?>',
    'MIME-Version: 1.0\r\nContent-Type: multipart/related',
    'a\0b',
    'a\x01b',
    'a\tb\r\n',
    '\x07',
    '\x1b',
    '\ufeff',
    '\0',
  ];
  expectPinned(
    FOLDER,
    'sniffed',
    STARTS.map((start) => `${JSON.stringify(start)} ${sniff(Uint8Array.from(start, (char) => char.charCodeAt(0) & 255))}`),
  );
});

test.each(['biff8', 'biff5', 'biff2'] as const)('an old workbook of the kind %s, cut at many places, is told and not thrown at', (kind) => {
  const bytes = legacyBytes(kind);
  const every = Math.ceil(bytes.length / 24);
  const kinds = all(24).map((n) => sniff(bytes.subarray(0, n * every)));
  expect(kinds[0]).toBe('empty');
  for (const one of kinds.slice(1)) expect(['xls', 'other', 'text']).toContain(one);
  expect(sniff(bytes)).toBe('xls');
});

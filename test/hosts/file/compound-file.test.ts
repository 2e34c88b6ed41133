/** .xls and .et as real programs leave them: streams scattered over the file, small ones in the mini stream, long allocation tables. */
import { sniff } from '../../../src/hosts/file';
import { CompoundFile, hasFilePass, isCompoundFile } from '../../../src/hosts/file/compound-file';
import { countBiff } from '../../../src/hosts/file/biff-census';
import { readLegacy } from '../../../src/hosts/file/legacy';
import { DEFAULT_LIMITS } from '../../../src/hosts/file/limits';
import { oldWorkbook } from '../../../src/hosts/file/old-workbook';
import { fragmented } from '../../support/fragmented';
import { gbkWorkbook, legacyBytes } from '../../support/legacy-bytes';

const bytesOf = (length: number, salt = 0): Uint8Array => Uint8Array.from({ length }, (_, n) => (n * 7 + (n >> 8) + salt) & 255);
const contentOf = (file: CompoundFile, name: string) => Buffer.from(file.content(file.find(name)!)).toString('hex');
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe.each([512, 4096] as const)('sectors of %d bytes', (sectorSize) => {
  test.each([1, 2, 3, 4, 5])('every stream comes back whole however it is scattered (%d)', (seed) => {
    const sizes = [1, 63, 64, 65, 511, 512, 513, 4095, 4096, 4097, 9000, 70_000];
    const streams = Object.fromEntries(sizes.map((size, n) => [`s${size}`, bytesOf(size, n)]));
    const file = new CompoundFile(fragmented(streams, { seed, sectorSize }));
    expect(file.broken).toBe(false);
    expect(file.streams.map(({ name, size }) => [name, size]).slice(1)).toEqual(sizes.map((size) => [`s${size}`, size]));
    for (const size of sizes) expect(contentOf(file, `s${size}`)).toBe(hex(streams[`s${size}`]!));
  });

  test('the head of a stream is its beginning, and no more than there is', () => {
    const streams = { big: bytesOf(9000), small: bytesOf(100) };
    const file = new CompoundFile(fragmented(streams, { seed: 9, sectorSize }));
    for (const [name, all] of Object.entries(streams))
      for (const length of [0, 1, 64, 99, 100, 101, 512, 513, 8999, 9000, 9001])
        expect(hex(file.head(file.find(name)!, length))).toBe(hex(all.subarray(0, length)));
  });
});

test('an allocation table too long for the header goes on in lists', () => {
  // 109 sectors of the table stand in the header, each for 128 sectors: more than 7 MB.
  const content = bytesOf(7_500_000, 3);
  const file = new CompoundFile(fragmented({ Workbook: content }, { seed: 4, sectorSize: 512 }));
  expect(Buffer.compare(Buffer.from(file.content(file.find('Workbook')!)), Buffer.from(content))).toBe(0);
});

test('streams are found by name, whatever its case; storages are none', () => {
  const file = new CompoundFile(fragmented({ WORKBOOK: bytesOf(10) }, { seed: 1, sectorSize: 512, storage: 'Book' }));
  expect(file.find('workbook')?.size).toBe(10);
  expect(file.find('book')).toBeUndefined();
  expect(file.find('other')).toBeUndefined();
});

test('a chain that bites its tail is broken and ends; what is cut off gives what is there', () => {
  const whole = fragmented({ big: bytesOf(9000) }, { seed: 2, sectorSize: 512 });
  const cut = new CompoundFile(whole.subarray(0, 1024));
  expect(() => cut.streams.map((one) => cut.content(one))).not.toThrow();
  const circle = whole.slice();
  const view = new DataView(circle.buffer);
  const fat = (view.getUint32(76, true) + 1) * 512;
  const start = new CompoundFile(whole).find('big')!.start;
  view.setUint32(fat + start * 4, start, true);
  const file = new CompoundFile(circle);
  expect(file.content(file.find('big')!).length).toBeLessThanOrEqual(9000);
  expect(new CompoundFile(new Uint8Array(600)).streams).toEqual([]);
  expect([isCompoundFile(whole), isCompoundFile(whole.subarray(1)), isCompoundFile(new Uint8Array(3))]).toEqual([true, false, false]);
});

test.each([1, 2, 3])('a workbook scattered over its container is read as before (%d)', (seed) => {
  const plain = new CompoundFile(legacyBytes('biff8'));
  const stream = plain.content(plain.find('Workbook')!);
  const bytes = fragmented({ other: bytesOf(5000), Workbook: stream, '\u0005SummaryInformation': bytesOf(300) }, { seed, sectorSize: 512 });
  expect(sniff(bytes)).toBe('xls');
  const sheet = readLegacy(oldWorkbook(bytes, 'xls', DEFAULT_LIMITS)).sheets[0]!;
  expect([sheet.name, sheet.valueAt(0, 0), sheet.valueAt(1, 1), sheet.valueAt(2, 1)]).toEqual(['评分表', '指标', 10, true]);
});

test('a workbook of 1995 small enough for the mini stream', () => {
  const plain = new CompoundFile(gbkWorkbook());
  const stream = plain.content(plain.find('Book')!);
  expect(stream.length).toBeLessThan(4096);
  const bytes = fragmented({ first: bytesOf(200), Book: stream, last: bytesOf(70) }, { seed: 7, sectorSize: 512 });
  expect(sniff(bytes)).toBe('xls');
  expect(readLegacy(oldWorkbook(bytes, 'xls', DEFAULT_LIMITS)).sheets[0]!.valueAt(0, 0)).toBe('指标');
});

describe('what a container is by its streams', () => {
  const kind = (...names: readonly string[]) =>
    sniff(fragmented(Object.fromEntries(names.map((name) => [name, bytesOf(20)])), { seed: 1, sectorSize: 512 }));
  test.each([
    [['Workbook'], 'xls'],
    [['Book'], 'xls'],
    [['WordDocument'], 'docx'],
    [['Workbook', 'WordDocument'], 'xls'],
    [['EncryptedPackage'], 'encrypted'],
    [['EncryptionInfo', 'Workbook'], 'encrypted'],
    [['PowerPoint Document'], 'other'],
  ])('%s: %s', (names, due) => expect(kind(...names)).toBe(due));

  test('a FilePass among the first records asks for a password', () => {
    const record = (id: number, length: number) => [
      id & 255,
      id >> 8,
      length & 255,
      length >> 8,
      ...Array.from({ length }, (_, n) => (n % 2 === 0 ? 0x0a : 0)),
    ];
    const has = (...bytes: readonly number[]) => hasFilePass(Uint8Array.from(bytes));
    expect(has(...record(0x809, 8), ...record(0x2f, 6))).toBe(true);
    expect(has(...record(0x2f, 0))).toBe(true);
    expect(has(...record(0x809, 300), ...record(0x2f, 6))).toBe(true);
    expect(has(...record(0x809, 8), ...record(0x0a, 0), ...record(0x2f, 6))).toBe(false);
    expect(has(...record(0x809, 8))).toBe(false);
    expect(has(0x2f, 0, 0)).toBe(false);
    expect(has()).toBe(false);
  });
});

test('the last record counts though it has no body', () => {
  const sheets = (n: number) => Uint8Array.from(Array.from({ length: n }, () => [0x09, 0x08, 0, 0]).flat());
  const limits = { ...DEFAULT_LIMITS, sheets: 2 };
  expect(() => countBiff(sheets(2), limits)).not.toThrow();
  expect(() => countBiff(sheets(3), limits)).toThrow(expect.objectContaining({ why: 'too-many-sheets' }));
});

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readLegacy } from '../../src/hosts/file/legacy';
import { LegacyProcess } from '../../src/hosts/file/legacy-node';
import { DEFAULT_LIMITS } from '../../src/hosts/file/limits';
import { oldWorkbook } from '../../src/hosts/file/old-workbook';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { gbkWorkbook, legacyBytes } from '../support/legacy-bytes';
import { buildWorkerScript } from '../support/worker-script';

/** Where the workbook of `legacyBytes` must be found again. */
function expectTheBook(book: WorkbookSnapshot): void {
  const sheet = book.sheets[0]!;
  expect(book.sheets.map((one) => [one.name, one.state])).toEqual([
    ['评分表', 'visible'],
    ['隐藏表', 'hidden'],
  ]);
  expect([sheet.valueAt(0, 0), sheet.valueAt(1, 1), sheet.valueAt(2, 1)]).toEqual(['指标', 10, true]);
  expect(sheet.at(1, 3)?.value).toEqual({ error: '#REF!' });
  expect(sheet.merges).toEqual([{ top: 2, left: 0, bottom: 3, right: 0 }]);
}

describe('old workbooks', () => {
  test.each(['biff8', 'xlsb'] as const)('%s', (kind) => {
    expectTheBook(readLegacy(legacyBytes(kind)));
  });

  test('xml of 2003, with the formula in the grammar of the rest', () => {
    const book = readLegacy(legacyBytes('xlml'));
    expectTheBook(book);
    expect(book.sheets[0]!.at(1, 2)).toEqual({ value: 20, formula: 'B2*2', format: '0.00' });
  });

  test('Chinese texts of before Unicode', () => {
    expect(readLegacy(gbkWorkbook()).sheets[0]!.valueAt(0, 0)).toBe('指标');
  });

  test('what the library cannot read, what is too much', () => {
    expect(() => readLegacy(legacyBytes('biff8').subarray(0, 600))).toThrow(expect.objectContaining({ why: 'legacy-unreadable' }));
    expect(() => readLegacy(legacyBytes('biff8'), { cells: 3 })).toThrow('too-many-cells');
  });
});

describe('in a process of its own', () => {
  const script = buildWorkerScript();
  afterAll(script.remove);
  const old = (bytes: Uint8Array): Uint8Array => oldWorkbook(bytes, 'xls', DEFAULT_LIMITS);
  const started = (code: string): string => {
    const file = path.join(path.dirname(script.file), `odd-${code.length}.js`);
    writeFileSync(file, code);
    return file;
  };

  test('workbooks arrive whole, one after another, without their container', async () => {
    const reader = new LegacyProcess({ script: script.file, heapMb: 256 });
    for (const kind of ['biff8', 'xlsb', 'biff8'] as const) expectTheBook(await reader.read(old(legacyBytes(kind))));
    expect((await reader.read(old(gbkWorkbook()))).sheets[0]!.valueAt(0, 0)).toBe('指标');
    reader.end();
  });

  test('its refusal arrives too', async () => {
    const reader = new LegacyProcess({ script: script.file });
    await expect(reader.read(Uint8Array.from([0x09, 0x08, 0x10, 0, 0, 6]))).rejects.toMatchObject({
      name: 'UnreadableError',
      why: 'legacy-unreadable',
    });
    reader.end();
  });

  const FILL = 'const kept = []; for (;;) kept.push(new Array(10000).fill(kept.length));';
  test.each([
    ['timeout', 'process.on("message", () => { for (;;); });', 200],
    ['memory', `process.on("message", () => { ${FILL} });`, 60_000],
    ['crashed', 'process.on("message", () => process.exit(3));', 60_000],
    ['crashed', 'throw new Error("x");', 60_000],
  ])('%s: %s', async (why, code, timeoutMs) => {
    await expect(new LegacyProcess({ script: started(code), timeoutMs, heapMb: 32 }).read(new Uint8Array(9))).rejects.toMatchObject({
      name: 'UnreadableError',
      why,
    });
  });

  test('a process that lasts too long gives up by itself', async () => {
    // The engine's own limit, a moment before that of the one who asks.
    await expect(new LegacyProcess({ script: script.file, timeoutMs: 1 }).read(old(legacyBytes('biff8')))).rejects.toMatchObject({
      why: 'timeout',
    });
  });

  test('what one file did to the process does not reach the next', async () => {
    // Reads one file, then dies on the second: the second gets a process of its own and is read.
    const code = `let n = 0; process.on('message', () => { n += 1; if (n > 1) process.abort(); process.send({ ok: false, why: 'no-sheet' }); });`;
    const reader = new LegacyProcess({ script: started(code) });
    for (let file = 0; file < 3; file += 1) await expect(reader.read(new Uint8Array(9))).rejects.toMatchObject({ why: 'no-sheet' });
    reader.end();
  });
});

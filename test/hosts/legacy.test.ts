import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readLegacy } from '../../src/hosts/file/legacy';
import { readLegacyInWorker } from '../../src/hosts/file/legacy-node';
import { htmlText, typedText } from '../../src/hosts/file/legacy-text';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { gbkWorkbook, legacyBytes } from '../support/legacy-bytes';
import { buildWorkerScript } from '../support/worker-script';

const encoder = new TextEncoder();

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
    expect(() => readLegacy(encoder.encode('<html><body>没有表</body></html>'))).toThrow('no-sheet');
  });
});

describe('tables of web systems', () => {
  const html =
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=CHARSET"></head><body><table><tr><td colspan="2">指标</td><td>分值&nbsp;</td></tr><tr><td>001</td><td>12.50</td><td>98.5%</td></tr><tr><td></td><td>1,234.50</td><td>330182199001011234</td></tr></table><table><tr><td>第二张</td></tr></table></body></html>';

  test('values, merges and one sheet for each table', () => {
    const book = readLegacy(encoder.encode(`<!DOCTYPE html>${html.replace('CHARSET', 'utf-8')}`));
    const sheet = book.sheets[0]!;
    expect(book.sheets.map((one) => one.valueAt(0, 0))).toEqual(['指标', '第二张']);
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect([sheet.valueAt(0, 2), sheet.valueAt(1, 0), sheet.at(1, 1), sheet.at(1, 2), sheet.at(2, 1), sheet.valueAt(2, 2)]).toEqual([
      '分值',
      '001',
      { value: 12.5, format: 'General' },
      { value: 0.985, format: '0.00%' },
      { value: 1234.5, format: '#,##0.00' },
      '330182199001011234',
    ]);
  });

  test.each([
    ['GBK as declared', [0x3c, 0x6d, 0x65, 0x74, 0x61, 0x20, ...encoder.encode('charset=gb2312>'), 0xd6, 0xb8]],
    ['GBK undeclared', [0x3c, 0x62, 0x3e, 0xb1, 0xea, 0xd6, 0xb8]],
    ['UTF-8 undeclared', [...encoder.encode('<b>指')]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...encoder.encode('<b>指')]],
    ['UTF-16', [0xff, 0xfe, 0x3c, 0, 0x62, 0, 0x3e, 0, 0x07, 0x63]],
    ['an encoding that does not exist', [...encoder.encode('<meta charset=nonsense>指')]],
  ])('%s', (_, bytes) => {
    expect(htmlText(Uint8Array.from(bytes)).endsWith('指')).toBe(true);
  });

  test.each([
    ['12', 12, 'General'],
    ['-0.5', -0.5, 'General'],
    ['0', 0, 'General'],
    ['1,234', 1234, '#,##0'],
    ['95%', 0.95, '0%'],
    ['100.00%', 1, '0.00%'],
    [' \u00a07 ', 7, 'General'],
    ['007', '007', 'General'],
    ['1,23', '1,23', 'General'],
    ['2024-01-05', '2024-01-05', 'General'],
    ['1e5', '1e5', 'General'],
    ['1234567890123456', '1234567890123456', 'General'],
    ['', null, 'General'],
    ['≥95%', '≥95%', 'General'],
  ])('%p is %p', (text, value, format) => {
    expect(typedText(text)).toEqual({ value, format });
  });
});

describe('in a worker', () => {
  const script = buildWorkerScript();
  afterAll(script.remove);
  const started = (code: string): string => {
    const file = path.join(path.dirname(script.file), `odd-${code.length}.js`);
    writeFileSync(file, code);
    return file;
  };

  test('the workbook arrives whole', async () => {
    expectTheBook(await readLegacyInWorker(legacyBytes('biff8'), { timeoutMs: 60_000, maxOldMb: 256, workerFile: script.file }));
  });

  test('its refusal arrives too', async () => {
    await expect(readLegacyInWorker(legacyBytes('biff8').subarray(0, 600), { workerFile: script.file })).rejects.toMatchObject({
      why: 'legacy-unreadable',
    });
    await expect(readLegacyInWorker(encoder.encode('<html>'), { workerFile: script.file })).rejects.toMatchObject({ why: 'no-sheet' });
  });

  test.each([
    ['timeout', 'for (;;) {}', 200],
    ['legacy-too-large', 'const kept = []; for (;;) kept.push(new Array(10000).fill(kept.length));', 60_000],
    ['legacy-unreadable', 'process.exit(3);', 60_000],
    ['legacy-unreadable', 'throw new Error("x");', 60_000],
  ])('%s: %s', async (why, code, timeoutMs) => {
    await expect(readLegacyInWorker(new Uint8Array(9), { timeoutMs, maxOldMb: 32, workerFile: started(code) })).rejects.toMatchObject({
      name: 'UnreadableError',
      why,
    });
  });
});

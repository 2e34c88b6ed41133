import * as sheetjs from '@e965/xlsx';

/** A workbook of an old kind, written by the library under test's dev twin. */
export function legacyBytes(bookType: 'biff8' | 'biff5' | 'biff2' | 'xlml' | 'xlsb'): Uint8Array {
  const sheet = sheetjs.utils.aoa_to_sheet([
    ['指标', '分值'],
    ['完成率', 10],
    ['满意度', true],
    [null, null],
  ]);
  sheet['C2'] = { t: 'n', v: 20, f: 'B2*2', z: '0.00' };
  sheet['D2'] = { t: 'e', v: 0x17 };
  sheet['!ref'] = 'A1:D4';
  sheet['!merges'] = [sheetjs.utils.decode_range('A3:A4')];
  const book = sheetjs.utils.book_new();
  sheetjs.utils.book_append_sheet(book, sheet, '评分表');
  sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet([['藏']]), '隐藏表');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return new Uint8Array(sheetjs.write(book, { bookType, type: 'array', codepage: 936 } as sheetjs.WritingOptions) as ArrayBuffer);
}

/** An OLE container with these streams. */
export function compoundOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = sheetjs.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) sheetjs.CFB.utils.cfb_add(file, `/${name}`, content);
  return new Uint8Array(sheetjs.CFB.write(file, { type: 'buffer' }) as Uint8Array);
}

/** A workbook of 1995 with one cell, 指标 in GBK: the library writes no such text, so the bytes are put in. */
export function gbkWorkbook(): Uint8Array {
  const book = sheetjs.utils.book_new();
  sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet([['ABCD']]), 'S');
  const bytes = Buffer.from(sheetjs.write(book, { bookType: 'biff5', type: 'buffer' }) as Buffer);
  bytes.writeUInt16LE(936, bytes.indexOf(Buffer.from([0x42, 0, 2, 0])) + 4);
  bytes.set([0xd6, 0xb8, 0xb1, 0xea], bytes.indexOf('ABCD'));
  return new Uint8Array(bytes);
}

/**
 * What every host must do, whatever program it speaks to. A host is given the same workbook (see `contractBook`) and, where
 * its program is a live one, a way for the test to act as the person in front of it.
 */
import type { Host, HostEvent } from '../../../src/hosts/port';
import { contentOf, sameContent } from '../../../src/workbook/contents';
import { Dec } from '../../../src/workbook/decimal';
import type { Addr, CellValue, WorkbookSnapshot } from '../../../src/workbook/types';
import type { CellEdit, Content, SheetEdit } from '../../../src/workbook/write-plan';
import { sampleSheet } from '../../support/edit-plans';
import { bookOf, sheetOf } from '../../support/sheets';

export interface Subject {
  readonly host: Host;
  /** A person types into a cell of a sheet; resolves once the program is done with it. */
  readonly type?: (sheet: string, row: number, col: number, value: CellValue) => Promise<void>;
  readonly pick?: (sheet: string, row: number, col: number) => Promise<void>;
  /** A person moves a sheet behind all others. */
  readonly moveLast?: (sheet: string) => Promise<void>;
}

export const SCORES = '评分表';
export const DATA = '数据表';

/** Two sheets: text, numbers, a percentage, a sum, a blank cell with a format, a merge. */
export function contractBook(): WorkbookSnapshot {
  return bookOf([
    sheetOf(SCORES, [
      ['指标', '分值', '得分', '说明'],
      ['甲', 10, 9.5, '已说明'],
      ['乙', 20, 20, null],
      ['合计', { f: 'SUM(B2:B3)', v: 30 }, { f: 'SUM(C2:C3)', v: 29.5 }, { v: 0.95, format: '0.00%' }],
      ['表尾', undefined, undefined, undefined],
    ]),
    sheetOf(DATA, [
      ['编制人数', 12],
      ['在职人数', 10],
    ]),
  ]);
}

const at = (row: number, col: number, sheet = 0): Addr => ({ sheet, row, col });
const number = (value: number): Content => ({ kind: 'value', value: new Dec(value) });
const text = (value: string): Content => ({ kind: 'value', value });
const RESULT: SheetEdit = { name: '审核结果', replaces: true, content: sampleSheet({ sheet: SCORES, a1: 'B2' }) };

function edit(book: WorkbookSnapshot, where: Addr, after: Content): CellEdit {
  return { at: where, before: contentOf(book, where), after, reason: '试' };
}

const sheetIndex = (book: WorkbookSnapshot, name: string): number => book.sheets.findIndex((sheet) => sheet.name === name);
const valueOf = async (host: Host, name: string, row: number, col: number): Promise<CellValue> => {
  const book = await host.read();
  return book.sheets[sheetIndex(book, name)]?.valueAt(row, col) ?? null;
};

/** Registers the suite. `make` gives a fresh host, opened by the test, over a fresh `contractBook`. */
export function hostContract(name: string, make: () => Promise<Subject>): void {
  const opened = async (): Promise<Subject & { readonly can: Awaited<ReturnType<Host['open']>> }> => {
    const subject = await make();
    return { ...subject, can: await subject.host.open() };
  };

  describe(`${name}: the host contract`, () => {
    test('what is read is what stands there', async () => {
      const { host } = await opened();
      const book = await host.read();
      const wanted = contractBook();
      expect(book.sheets.map((sheet) => sheet.name)).toEqual([SCORES, DATA]);
      expect(new Set(book.sheets.map((sheet) => sheet.key)).size).toBe(2);
      for (const [index, sheet] of wanted.sheets.entries()) {
        for (let row = 0; row < sheet.rows; row += 1) {
          for (let col = 0; col < sheet.cols; col += 1) {
            expect([row, col, book.sheets[index]!.valueAt(row, col)]).toEqual([row, col, sheet.valueAt(row, col)]);
            expect([row, col, book.sheets[index]!.at(row, col)?.formula]).toEqual([row, col, sheet.at(row, col)?.formula]);
          }
        }
      }
      expect(book.sheets[0]!.formatAt(3, 3)).toBe('0.00%');
      await host.close();
    });

    test('values, texts, formulas and blanks are written, read back as written, and undone to what was there', async () => {
      const { host, can } = await opened();
      if (!can.write) return;
      const book = await host.read();
      const cells = [
        edit(book, at(1, 2), number(9.47)),
        edit(book, at(2, 3), text('=不是公式')),
        edit(book, at(1, 3), { kind: 'blank' }),
        edit(book, at(3, 2), { kind: 'formula', formula: 'ROUND(SUM(C2:C3),2)', stored: new Dec('29.47') }),
      ];
      const outcome = await host.write({ cells, sheets: [] }, book);
      expect(outcome.is).toBe('done');
      const after = await host.read();
      for (const one of cells) expect([one.at, sameContent(contentOf(after, one.at), one.after)]).toEqual([one.at, true]);
      if (outcome.is !== 'done') return;
      expect((await host.write(outcome.undo, after)).is).toBe('done');
      const back = await host.read();
      for (const one of cells) expect([one.at, contentOf(back, one.at)]).toEqual([one.at, contentOf(book, one.at)]);
      await host.close();
    });

    test('texts that look like something else stay texts, and undo brings back what stood there', async () => {
      const { host, can } = await opened();
      if (!can.write) return;
      const book = await host.read();
      const texts = ['001', '98.5%', '2024年3月1日', 'TRUE', '+5', '@甲', '1/2', "'引", '-'];
      const cells = texts.map((written, row) => edit(book, at(row + 6, 4), text(written)));
      const outcome = await host.write({ cells, sheets: [] }, book);
      expect(outcome.is).toBe('done');
      const after = await host.read();
      expect(texts.map((_, row) => after.sheets[0]!.valueAt(row + 6, 4))).toEqual(texts);
      if (outcome.is === 'done') expect((await host.write(outcome.undo, after)).is).toBe('done');
      const back = await host.read();
      expect(texts.map((_, row) => contentOf(back, at(row + 6, 4)))).toEqual(texts.map(() => ({ kind: 'blank' })));
      await host.close();
    });

    test('a rate gets its percent format with it, and undo takes that away too', async () => {
      const { host, can } = await opened();
      if (!can.write || !can.formats) return;
      const book = await host.read();
      const place = at(7, 4);
      const outcome = await host.write({ cells: [{ ...edit(book, place, number(0.95)), format: '0%' }], sheets: [] }, book);
      expect(outcome.is).toBe('done');
      const after = await host.read();
      expect([after.sheets[0]!.valueAt(7, 4), after.sheets[0]!.formatAt(7, 4)]).toEqual([0.95, '0%']);
      if (outcome.is === 'done') expect((await host.write(outcome.undo, after)).is).toBe('done');
      const back = await host.read();
      expect([back.sheets[0]!.valueAt(7, 4), back.sheets[0]!.formatAt(7, 4)]).toEqual([null, 'General']);
      await host.close();
    });

    test('a plan whose cell no longer holds what was read is refused whole', async () => {
      const { host, can } = await opened();
      if (!can.write) return;
      const book = await host.read();
      const stale = { ...edit(book, at(1, 2), number(1)), before: number(8) };
      const outcome = await host.write({ cells: [edit(book, at(2, 2), number(19)), stale], sheets: [] }, book);
      expect(outcome).toMatchObject({ is: 'refused', why: 'changed', at: [at(1, 2)] });
      expect(await valueOf(host, SCORES, 2, 2)).toBe(20);
      await host.close();
    });

    test('a sheet of ours is put, told of, replaced, and taken away by undo', async () => {
      const { host, can } = await opened();
      if (!can.addSheets) return;
      const book = await host.read();
      const first = await host.write({ cells: [], sheets: [RESULT] }, book);
      expect(first.is).toBe('done');
      const after = await host.read();
      expect(after.sheets.map((sheet) => [sheet.name, sheet.ours ?? false])).toEqual([
        [SCORES, false],
        [DATA, false],
        ['审核结果', true],
      ]);
      expect((await host.traces()).sheets).toEqual(['审核结果']);
      expect(after.sheets[2]!.valueAt(0, 0)).toBe('审核结果');
      expect((await host.write({ cells: [], sheets: [RESULT] }, after)).is).toBe('done');
      expect((await host.read()).sheets).toHaveLength(3);
      if (first.is === 'done') expect((await host.write(first.undo, await host.read())).is).toBe('done');
      expect((await host.read()).sheets.map((sheet) => sheet.name)).toEqual([SCORES, DATA]);
      await host.close();
    });

    test('marks are drawn, told of, replaced and cleared; no value changes', async () => {
      const { host, can } = await opened();
      if (can.marks === 'none') return;
      const book = await host.read();
      const outcome = await host.mark(
        [
          { severity: 'mandatory', cells: [at(1, 2), at(3, 2)] },
          { severity: 'advisory', cells: [at(1, 0, 1)] },
        ],
        [],
        book,
      );
      expect(outcome.leftOut).toEqual([]);
      expect((await host.traces()).marks).toBeGreaterThan(0);
      await host.mark([], [], await host.read());
      expect(await host.traces()).toMatchObject({ marks: 0, notes: 0, sheets: [] });
      expect(await valueOf(host, SCORES, 1, 2)).toBe(9.5);
      await host.close();
    });

    test('our traces go, cells that were written stay', async () => {
      const { host, can } = await opened();
      if (!can.write) return;
      const book = await host.read();
      await host.write({ cells: [edit(book, at(1, 2), number(9))], sheets: can.addSheets ? [RESULT] : [] }, book);
      if (can.marks !== 'none') await host.mark([{ severity: 'mandatory', cells: [at(1, 2)] }], [], await host.read());
      if (can.storage !== 'none') await host.save('mode', 'fill');
      await host.removeTraces();
      expect(await host.traces()).toEqual({ marks: 0, notes: 0, sheets: [], settings: false });
      expect(await valueOf(host, SCORES, 1, 2)).toBe(9);
      await host.close();
    });

    test('what is saved is there again', async () => {
      const { host, can } = await opened();
      if (can.storage === 'none') return;
      expect(await host.load('答')).toBeNull();
      await host.save('答', '{"甲":"1"}');
      expect(await host.load('答')).toBe('{"甲":"1"}');
      await host.save('答', null);
      expect(await host.load('答')).toBeNull();
      await host.close();
    });

    test('an aborted read ends', async () => {
      const { host } = await opened();
      await expect(host.read(AbortSignal.abort())).rejects.toThrow();
      await host.close();
    });

    test('sheets moved between read and write are found again', async () => {
      const { host, can, moveLast } = await opened();
      if (moveLast === undefined || !can.write) return;
      const book = await host.read();
      await moveLast(SCORES);
      expect((await host.write({ cells: [edit(book, at(1, 2), number(9))], sheets: [] }, book)).is).toBe('done');
      expect(await valueOf(host, SCORES, 1, 2)).toBe(9);
      expect(await valueOf(host, DATA, 1, 1)).toBe(10);
      await host.close();
    });

    test('what a person does is reported, what we do is not', async () => {
      const { host, can, type, pick } = await opened();
      if (!can.watch || type === undefined || pick === undefined) return;
      const events: HostEvent[] = [];
      const end = host.watch((event) => events.push(event));
      const book = await host.read();
      await host.write({ cells: [edit(book, at(1, 2), number(9))], sheets: [] }, book);
      if (can.marks !== 'none') await host.mark([{ severity: 'mandatory', cells: [at(1, 2)] }], [], book);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(events.filter((event) => event.is === 'changed' && event.by === 'user')).toEqual([]);
      await type(SCORES, 2, 2, 18);
      await pick(SCORES, 2, 2);
      await new Promise((resolve) => setTimeout(resolve, 20));
      const { key } = book.sheets[0]!;
      expect(events).toContainEqual({ is: 'changed', by: 'user', where: { sheet: key, top: 2, left: 2, bottom: 2, right: 2 } });
      expect(events).toContainEqual({ is: 'selected', where: { sheet: key, top: 2, left: 2, bottom: 2, right: 2 } });
      end();
      const count = events.length;
      await type(SCORES, 2, 2, 17);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(events).toHaveLength(count);
      await host.close();
    });
  });
}

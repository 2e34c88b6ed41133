/** The small parts of an open workbook, each by itself: answers, journal, what is kept, slices, writing in rounds, traces from elsewhere. */
import type { HostPlan, WriteOutcome } from '../../src/hosts/port';
import { answersFrom, hasAnswers, withAnswer } from '../../src/open-workbook/answers';
import { Slices, sliced, type Slice } from '../../src/open-workbook/engine/slices';
import { entryOf, journalFrom, journalText, wayBack } from '../../src/open-workbook/journal';
import { loadKept, saveKept } from '../../src/open-workbook/keeping';
import { leftOutText, notUndone, partlyWritten } from '../../src/open-workbook/texts';
import { reviewing } from '../../src/open-workbook/reviewing';
import { partsOf } from '../../src/open-workbook/view/scores';
import { writeAndVerify } from '../../src/open-workbook/write-and-verify';
import { BY_THE_SHEET, localEngine, openWorkbook } from '../../src/open-workbook';
import { Dec } from '../../src/workbook/decimal';
import type { Addr } from '../../src/workbook/types';
import type { CellEdit } from '../../src/workbook/write-plan';
import { MemoryHost } from '../support/memory-host';
import { bookOf, sheetOf } from '../support/sheets';

const at = (row: number, col: number, sheet = 0): Addr => ({ sheet, row, col });
const number = (value: number) => ({ kind: 'value', value: new Dec(value) }) as const;
const edit = (where: Addr, before: number, after: number): CellEdit => ({
  at: where,
  before: number(before),
  after: number(after),
  reason: '',
});
const BOOK = () => bookOf(sheetOf('评分表', [[1, 2, 3]]));

describe('answers', () => {
  test('are put in, changed and taken out, and none is left behind', () => {
    const one = withAnswer({}, '甲', 'k', '3');
    const two = withAnswer(withAnswer(one, '甲', 'm', true), '乙', 'k', false);
    expect(two).toEqual({ 甲: { k: '3', m: true }, 乙: { k: false } });
    expect(withAnswer(two, '甲', 'k', '4')).toEqual({ 乙: { k: false }, 甲: { k: '4', m: true } });
    expect(withAnswer(two, '甲', 'k', null)).toEqual({ 乙: { k: false }, 甲: { m: true } });
    expect(withAnswer(one, '甲', 'k', null)).toEqual({});
    expect([hasAnswers({}), hasAnswers(one)]).toEqual([false, true]);
  });

  test.each<[string | null, object]>([
    [null, {}],
    ['no json', {}],
    ['[]', {}],
    ['null', {}],
    ['{"甲":{"k":"3"}}', { 甲: { k: '3' } }],
    ['{"甲":"3"}', {}],
  ])('kept as %s', (text, answers) => expect(answersFrom(text)).toEqual(answers));
});

describe('the journal', () => {
  const undo: HostPlan = { cells: [edit(at(0, 0), 9, 1)], sheets: [{ remove: '运算记录' } as never] };
  const entry = () =>
    entryOf(undo, {
      ...BOOK(),
      sheets: [Object.assign(Object.create(Object.getPrototypeOf(BOOK().sheets[0]!)) as object, BOOK().sheets[0]!, { key: 'k0' }) as never],
    });

  test('goes into a text and comes back the same', () => {
    expect(journalFrom(journalText(entry()))).toEqual(entry());
    expect(journalText(null)).toBeNull();
  });

  test.each([
    null,
    '',
    '{}',
    '{"cells":[],"sheets":{}}',
    '{"cells":[{"sheet":"k0","row":0.5,"col":0,"was":{"kind":"blank"},"wrote":{"kind":"blank"}}],"sheets":[]}',
    '{"cells":[{"sheet":"k0","row":0,"col":"0","was":{"kind":"blank"},"wrote":{"kind":"blank"}}],"sheets":[]}',
    '{"cells":[{"sheet":7,"row":0,"col":0,"was":{"kind":"blank"},"wrote":{"kind":"blank"}}],"sheets":[]}',
    '{"cells":[{"sheet":"k0","row":0,"col":0,"was":{"kind":"value","value":{"number":"1e5"}},"wrote":{"kind":"blank"}}],"sheets":[]}',
    '{"cells":[{"sheet":"k0","row":0,"col":0,"was":{"kind":"blank"},"wrote":{"kind":"formula","formula":1,"stored":""}}],"sheets":[]}',
    '{"cells":[{"sheet":"k0","row":0,"col":0,"was":{"kind":"other"},"wrote":{"kind":"blank"}}],"sheets":[]}',
  ])('%s is no journal', (text) => expect(journalFrom(text)).toBeNull());

  test('a kept formula, a text and a truth are contents', () => {
    const cells = [
      '{"kind":"formula","formula":"A1","stored":"x"}',
      '{"kind":"value","value":true}',
      '{"kind":"value","value":{"number":"-1.5"}}',
    ];
    for (const one of cells)
      expect(
        journalFrom(`{"cells":[{"sheet":"k0","row":0,"col":0,"was":${one},"wrote":{"kind":"blank"}}],"sheets":[]}`)?.cells,
      ).toHaveLength(1);
  });

  test('only what still holds what was written goes back; what somebody changed since is named', async () => {
    const host = new MemoryHost(bookOf(sheetOf('评分表', [[9, 5, 2]])));
    const now = await host.read();
    const wrote = (row: number, col: number, was: number, ours: number) => ({
      sheet: 'k0',
      row,
      col,
      was: { kind: 'value', value: { number: String(was) } } as const,
      wrote: { kind: 'value', value: { number: String(ours) } } as const,
    });
    // Ours stands; somebody changed it; somebody has put back what was there; a sheet that is gone.
    const way = wayBack(
      { cells: [wrote(0, 0, 1, 9), wrote(0, 1, 1, 9), wrote(0, 2, 2, 9), { ...wrote(0, 0, 1, 9), sheet: 'gone' }], sheets: [] },
      now,
    );
    expect(way.plan.cells.map((one) => [one.at, one.after])).toEqual([[at(0, 0), number(1)]]);
    expect(way.changed).toEqual([at(0, 1)]);
  });

  test('a formula of ours is ours whatever it shows by now', async () => {
    const now = await new MemoryHost(
      bookOf(
        sheetOf('评分表', [
          [
            { f: 'SUM(B1:C1)', v: 7 },
            { f: 'B2', v: 1 },
          ],
        ]),
      ),
    ).read();
    const formula = (col: number, text: string) =>
      ({ sheet: 'k0', row: 0, col, was: { kind: 'blank' }, wrote: { kind: 'formula', formula: text, stored: { number: '5' } } }) as const;
    const way = wayBack({ cells: [formula(0, 'SUM(B1:C1)'), formula(1, 'B3')], sheets: [] }, now);
    expect([way.plan.cells.map((one) => one.at), way.changed]).toEqual([[at(0, 0)], [at(0, 1)]]);
  });
});

describe('what is kept', () => {
  test('comes back; nothing is kept where there is no place', async () => {
    const host = new MemoryHost(BOOK());
    const can = await host.open();
    await saveKept(host, can, {
      mode: 'review',
      settings: { standard: { builtin: 'x' }, template: 'a.xlsx', recheck: false },
      answers: { 甲: { k: '1' } },
    });
    expect(await loadKept(host, can)).toEqual({
      mode: 'review',
      settings: { standard: { builtin: 'x' }, template: null, recheck: false },
      replies: [],
      answers: { 甲: { k: '1' } },
      journal: null,
    });
    const none = { ...can, storage: 'none' } as const;
    expect(await loadKept(host, none)).toMatchObject({ mode: null, answers: {} });
    await saveKept(host, none, { mode: 'fill' });
    expect(await host.load('mode')).toBe('review');
  });

  test('what is as from the start leaves no text behind', async () => {
    const host = new MemoryHost(BOOK());
    const can = await host.open();
    await saveKept(host, can, { settings: { standard: null, template: null, recheck: true }, answers: {} });
    expect([await host.load('settings'), await host.load('answers')]).toEqual([null, null]);
    await host.save('settings', 'no json');
    await host.save('mode', 'other');
    expect(await loadKept(host, can)).toMatchObject({ mode: null, settings: { standard: null, recheck: true } });
  });
});

describe('long lists cross in slices', () => {
  const there = (value: unknown): { readonly back: unknown; readonly sent: readonly Slice[] } => {
    const sent: Slice[] = [];
    const rest = sliced(value, (piece) => sent.push(piece));
    const slices = new Slices();
    for (const piece of sent) slices.take(piece);
    return { back: slices.whole(rest), sent };
  };
  const list = (length: number) => Array.from({ length }, (_, n) => n);

  test.each([0, 1, 99, 100, 101, 200, 201, 350])('a list of %d', (length) => {
    const value = { a: list(length), b: null, c: 'x', d: [{ e: list(length) }] };
    const { back, sent } = there(value);
    expect(back).toEqual(value);
    expect(sent.map((one) => one.items.length)).toEqual(length <= 100 ? [] : [...slicesOf(length), ...slicesOf(length)]);
  });

  const slicesOf = (length: number) => Array.from({ length: Math.ceil(length / 100) }, (_, n) => Math.min(100, length - n * 100));

  test('lists within lists: what was cut is put together before what it belongs to', () => {
    const value = list(120).map((n) => ({ n, own: n % 50 === 0 ? list(130) : [n] }));
    const { back, sent } = there(value);
    expect(back).toEqual(value);
    expect(sent.filter((one) => one.deep)).toHaveLength(2);
  });
});

describe('writing in rounds', () => {
  const on = async (host: MemoryHost) => ({ host, can: await host.open(), on: await host.read() });

  test('cells the host would not take are left out and told', async () => {
    const host = new MemoryHost(BOOK());
    const write = host.write.bind(host);
    host.write = async (plan, book): Promise<WriteOutcome> =>
      plan.cells.some((one) => one.at.col === 1) ? { is: 'refused', why: 'protected', at: [at(0, 1)] } : write(plan, book);
    const plan = async (refused: readonly Addr[]): Promise<HostPlan> => ({
      cells: [edit(at(0, 0), 1, 8), edit(at(0, 1), 2, 8)].filter((one) => !refused.some((no) => no.col === one.at.col)),
      sheets: [],
    });
    const done = await writeAndVerify({ ...(await on(host)), plan });
    expect(done).toMatchObject({ is: 'done', refused: [at(0, 1)], cells: [{ at: at(0, 0) }] });
    expect((await host.read()).sheets[0]!.valueAt(0, 0)).toBe(8);
  });

  test('where nothing would be left to write, the refusal stands', async () => {
    const host = new MemoryHost(BOOK());
    host.write = async (): Promise<WriteOutcome> => ({ is: 'refused', why: 'protected', at: [at(0, 0)] });
    const plan = async (refused: readonly Addr[]): Promise<HostPlan> => ({
      cells: refused.length > 0 ? [] : [edit(at(0, 0), 1, 8)],
      sheets: [],
    });
    expect(await writeAndVerify({ ...(await on(host)), plan })).toMatchObject({ is: 'refused', why: 'protected', at: [at(0, 0)] });
  });

  test('a refusal that names no cell, or is of another kind, is final', async () => {
    for (const outcome of [
      { is: 'refused', why: 'protected', at: [] },
      { is: 'refused', why: 'editing', at: [at(0, 0)] },
    ] as const) {
      const host = new MemoryHost(BOOK());
      let asked = 0;
      host.write = async (): Promise<WriteOutcome> => outcome;
      const plan = async (): Promise<HostPlan> => {
        asked += 1;
        return { cells: [edit(at(0, 0), 1, 8)], sheets: [] };
      };
      expect(await writeAndVerify({ ...(await on(host)), plan })).toEqual(outcome);
      expect(asked).toBe(1);
    }
  });

  test('results that only follow are not written where the host calculates', async () => {
    const formula = (stored: number) => ({ kind: 'formula', formula: 'A1', stored: new Dec(stored) }) as const;
    const edits: readonly CellEdit[] = [
      edit(at(0, 0), 1, 8),
      { at: at(0, 1), before: formula(1), after: formula(8), reason: '' },
      { at: at(0, 2), before: formula(1), after: { ...formula(8), formula: 'A2' }, reason: '' },
    ];
    for (const calculates of [true, false]) {
      const host = new MemoryHost(BOOK(), { calculates });
      let seen: readonly number[] = [];
      host.write = async ({ cells }): Promise<WriteOutcome> => {
        seen = cells.map((one) => one.at.col);
        return { is: 'refused', why: 'editing', at: [] };
      };
      await writeAndVerify({ ...(await on(host)), plan: async () => ({ cells: edits, sheets: [] }) });
      expect(seen).toEqual(calculates ? [0, 2] : [0, 1, 2]);
    }
  });

  test('what does not hold what was written is put back and told', async () => {
    const host = new MemoryHost(BOOK());
    const write = host.write.bind(host);
    let writes = 0;
    host.write = async (plan, book): Promise<WriteOutcome> => {
      writes += 1;
      const outcome = await write(plan, book);
      if (writes > 1 || outcome.is !== 'done') return outcome;
      host.type('评分表', 0, 0, number(7));
      return outcome;
    };
    const done = await writeAndVerify({ ...(await on(host)), plan: async () => ({ cells: [edit(at(0, 0), 1, 8)], sheets: [] }) });
    expect(done).toMatchObject({ is: 'not-kept', at: [at(0, 0)] });
    expect(writes).toBe(2);
  });
});

describe('what is said', () => {
  test('of marks left out', () => {
    expect(leftOutText([])).toBeNull();
    expect(leftOutText([{ at: [], why: 'protected' }])).toBeNull();
    expect(
      leftOutText([
        { at: [at(0, 0), at(0, 1)], why: 'protected' },
        { at: [at(0, 2)], why: 'occupied' },
      ]),
    ).toBe('2 处未标注：所在工作表受保护；1 处未标注：已有他人的批注');
  });

  test('of a write that broke off, and of what was not undone', () => {
    expect(partlyWritten([], '程序忙。')).toBe('写到一半中断：程序忙。已全部恢复原来的内容。');
    expect(partlyWritten(['H5', 'H6'], '程序忙。')).toBe('写到一半中断：程序忙。已写入的是 H5、H6，其余未动；可以撤销写入。');
    expect(notUndone(['I6'])).toBe('I6 在写入之后又改动过，没有撤销；其余已恢复。');
  });

  test('of a criterion: what was read, what was not, and marks between', () => {
    const parts = (opaque: readonly [number, number][], understood: 'whole' | 'part' | 'none' = 'part') =>
      partsOf('甲乙，丙丁', { opaque, understood } as never).map((one) => `${one.is} ${one.text}`);
    expect(parts([], 'none')).toEqual(['unread 甲乙，丙丁']);
    expect(parts([], 'whole')).toEqual(['read 甲乙，丙丁']);
    expect(parts([[3, 5]])).toEqual(['read 甲乙，', 'unread 丙丁']);
    expect(parts([[0, 2]])).toEqual(['unread 甲乙', 'read ，丙丁']);
    expect(
      parts([
        [3, 5],
        [0, 2],
      ]),
    ).toEqual(['unread 甲乙', 'plain ，', 'unread 丙丁']);
    expect(
      parts([
        [0, 4],
        [1, 3],
      ]),
    ).toEqual(['unread 甲乙，丙', 'read 丁']);
    expect(
      parts([
        [0, 2],
        [1, 3],
      ]),
    ).toEqual(['unread 甲乙', 'unread ，', 'read 丙丁']);
  });
});

describe('审核 mode', () => {
  test('the host writes what belongs to the reviewer, and refuses a plan with any other cell whole', async () => {
    const host = new MemoryHost(BOOK());
    const on = await host.read();
    const guarded = reviewing(host, ({ col }) => col === 2);
    const own = edit(at(0, 2), 3, 8);
    expect(await guarded.write({ cells: [own, edit(at(0, 0), 1, 8)], sheets: [] }, on)).toMatchObject({
      is: 'refused',
      why: 'read-only',
      at: [at(0, 0)],
    });
    expect((await host.read()).sheets[0]!.valueAt(0, 2)).toBe(3);
    expect(await guarded.write({ cells: [own], sheets: [] }, on)).toMatchObject({ is: 'done' });
    expect((await host.read()).sheets[0]!.valueAt(0, 2)).toBe(8);
  });
});

describe('the reviewer’s columns', () => {
  const columns = async (...more: readonly string[]): Promise<string> => {
    const head = ['三级指标', '分值', '指标值', '完成值', '自评得分', ...more];
    const rows = [head, ['培训人次', 60, '≥200人', '210人', 60], ['合格率', 40, '≥95%', '96%', 40], ['合计', 100, '', '', 100]];
    const view = await localEngine().audit(bookOf(sheetOf('自评表', rows)), BY_THE_SHEET, '');
    return view.tables[0]!.reviewer.map(({ left }) => head[left]).join('、');
  };
  test.each([
    [['复核得分', '扣分理由'], '复核得分、扣分理由'],
    [['扣分理由', '复核得分', '复核扣分原因'], '复核得分、复核扣分原因'],
    [['财政审核得分', '财政审核意见'], '财政审核得分、财政审核意见'],
    [['扣分原因', '主管单位审核意见'], '主管单位审核意见'],
    // The unit's own, whatever mode it is looked at in.
    [['扣分理由'], ''],
    [['自评扣分说明（供审核）'], ''],
  ])('%j: %s', async (more, expected) => expect(await columns(...more)).toBe(expected));
});

test.each([
  ['a program that cannot write', { write: false }],
  ['an old format', { write: false, oldFormat: true }],
  ['a program that cannot add sheets', { addSheets: false }],
])('写入「自评小结」表 is refused with a sentence by %s', async (_name, can) => {
  const host = new MemoryHost(BOOK(), can);
  const open = openWorkbook(host, { mode: 'fill' });
  await open.start();
  expect(await open.writeSummary()).toBe(false);
  expect(open.state.trouble?.sentence).toMatch(/只读|旧格式/);
  expect(host.calls).not.toContain('write');
});

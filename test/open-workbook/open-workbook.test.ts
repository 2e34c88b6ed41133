import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FileHost, newWorkbook, readDocument, readXlsx, writeDocument } from '../../src/hosts/file';
import { openWorkbook, type OpenOptions, type OpenWorkbook } from '../../src/open-workbook';
import { REPORT_REMARKS } from '../../src/papers';
import { Dec } from '../../src/workbook/decimal';
import type { Addr } from '../../src/workbook/types';
import { MemoryHost } from '../support/memory-host';

const SAMPLES = path.join(__dirname, '../../samples');
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(SAMPLES, name)));
const FAULTY = bytesOf('项目自评_有误.xlsx');
const SHEET = readXlsx(FAULTY).sheets[0]!.name;
const at = (row: number, col: number): Addr => ({ sheet: 0, row, col });
const I6 = at(5, 8);
const H14 = at(13, 7);
const H25 = at(24, 7);

async function opened(
  host = new MemoryHost(readXlsx(FAULTY)),
  options: OpenOptions = { mode: 'fill' },
): Promise<{ host: MemoryHost; open: OpenWorkbook }> {
  const open = openWorkbook(host, options);
  await open.start();
  return { host, open };
}

const table = (open: OpenWorkbook) => open.state.audit!.tables[open.state.table]!;
const finding = (open: OpenWorkbook, code: string) => table(open).findings.find((one) => one.code === code)!;
const value = async (host: MemoryHost, where: Addr) => (await host.read()).sheets[where.sheet]!.valueAt(where.row, where.col);

describe('what is shown', () => {
  test('the verdict, the three figures and the rows of the sample with mistakes', async () => {
    const { open } = await opened();
    expect(open.state).toMatchObject({ phase: 'ready', busy: null, stale: false, trouble: null, unwritable: null });
    expect(table(open)).toMatchObject({ kind: '项目自评', year: 2024, verdict: { mandatory: 6, advisory: 2, failed: 0, unfilled: false } });
    expect(table(open).figures).toMatchObject({
      self: '89.73',
      selfGrade: '优',
      recomputed: '88.40',
      recomputedGrade: '良',
      difference: '−1.33',
      mostlyJudged: false,
    });
    expect(finding(open, 'execution-score')).toMatchObject({
      subject: '年度资金总额',
      headline: '执行率得分不符',
      cell: { address: 'I6' },
      values: { from: '9.8', to: '9.47' },
      change: { label: '改为 9.47' },
    });
    expect(finding(open, 'missed-target-full-score')).toMatchObject({ values: { from: '6', to: '5.5' }, change: { label: '改为 5.5' } });
  });

  test('the total is corrected after the scores below it', async () => {
    const { open } = await opened();
    expect(finding(open, 'total-score')).toMatchObject({ change: null, first: '先更正得分，再更正总分' });
    await open.change(finding(open, 'execution-score').id);
    await open.change(finding(open, 'missed-target-full-score').id);
    expect(finding(open, 'total-score').first).toBeNull();
    expect(finding(open, 'total-score').change).not.toBeNull();
  });

  test('the rows of 得分 tell what the rule says of each', async () => {
    const { open } = await opened();
    const rows = table(open).scores.flatMap((group) => group.rows);
    expect(rows.find((row) => row.name === '大厅设备巡检次数')).toMatchObject({
      state: 'differs',
      expected: '5.5',
      score: '6',
      weight: '6',
    });
    expect(rows.find((row) => row.name === '窗口服务事项办件量')).toMatchObject({ state: 'agrees' });
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  test('the 小结 comes after it was asked for, with numbers that lead to cells', async () => {
    const { open } = await opened();
    expect(open.narrative('box')).toBeNull();
    await new Promise((resolve) => setImmediate(resolve));
    const view = open.narrative('box')!;
    expect(view.boxes.map((box) => box.title)).toEqual(['评价结论', '存在问题', '改进措施']);
    expect(view.boxes.flatMap((box) => box.pieces).some((piece) => piece.is === 'figure' && piece.cells.length > 0)).toBe(true);
  });
});

describe('改为', () => {
  test('writes the cell, re-checks, counts what is fewer, and is undone', async () => {
    const { host, open } = await opened();
    expect(await open.change(finding(open, 'execution-score').id)).toBe(true);
    expect(await value(host, I6)).toBe(9.47);
    expect(finding(open, 'execution-score')).toBeUndefined();
    expect(open.state).toMatchObject({ last: { cells: 1, blocked: null }, trouble: null, busy: null });
    expect(open.state.lessBy).toBeGreaterThanOrEqual(0);
    expect(await open.undo()).toBe(true);
    expect(await value(host, I6)).toBe(9.8);
    expect(finding(open, 'execution-score')).toBeDefined();
    expect(open.state.last).toBeNull();
  });

  test('a cell somebody changed meanwhile is not overwritten', async () => {
    const { host, open } = await opened(undefined, { mode: 'fill', later: () => () => undefined });
    host.type(SHEET, I6.row, I6.col, { kind: 'value', value: new Dec(9.1) });
    expect(await open.change(finding(open, 'execution-score').id)).toBe(false);
    expect(await value(host, I6)).toBe(9.1);
    expect(open.state.trouble!.sentence).toContain('改动过');
  });

  test('what the host refuses is said and nothing is written', async () => {
    const { host, open } = await opened();
    host.refuseNext = { why: 'editing' };
    expect(await open.change(finding(open, 'execution-score').id)).toBe(false);
    expect(open.state.trouble!.sentence).toContain('回车');
    expect(await value(host, I6)).toBe(9.8);
  });
});

describe('运算', () => {
  test('lists, ticks, says what comes of it, writes, and takes it back', async () => {
    const { host, open } = await opened();
    const before = await host.read();
    await open.recalc();
    const { view, ticked } = open.state.plan!;
    expect(view.lower.map((line) => line.cell.address)).toEqual(expect.arrayContaining(['I6', 'H14']));
    expect(view.lower.some((line) => ticked.has(line.id))).toBe(false);
    expect(view.fill.every((line) => ticked.has(line.id))).toBe(true);
    expect(view.fill.map((line) => [line.cell.address, line.from, line.to])).toContainEqual(['H25', '89.73', '89.23']);
    for (const line of view.lower) await open.tick(line.id, true);
    expect(open.state.plan!.view.outcome).toBe('写入后总分为88.40，等级由“优”变为“良”。');
    expect(await open.write()).toBe(true);
    expect([await value(host, I6), await value(host, H14), await value(host, H25)]).toEqual([9.47, 5.5, 88.4]);
    expect(open.state.plan).toBeNull();
    expect(await open.undo()).toBe(true);
    const after = await host.read();
    for (const where of [I6, H14, H25])
      expect(after.sheets[0]!.at(where.row, where.col)).toEqual(before.sheets[0]!.at(where.row, where.col));
  });

  test('运算 leaves a record of what it wrote, without the lines left unticked; undo and 清除绩核痕迹 take it away', async () => {
    const { host, open } = await opened(undefined, { mode: 'fill' });
    const record = async () => (await host.read()).sheets.find((sheet) => sheet.name === '运算记录');
    const texts = async () => {
      const sheet = (await record())!;
      return Array.from({ length: sheet.rows }, (_, row) =>
        [...sheet.cellsOfRow(row)].map(([, cell]) => String(cell.value)).join(' '),
      ).join('\n');
    };
    await open.recalc();
    expect(open.state.plan!.view.lower.map((line) => line.cell.address)).toContain('I6');
    expect(await open.write()).toBe(true);
    expect(await texts()).toMatch(/H25 .*89\.73 89\.23/);
    expect(await texts()).not.toMatch(/ I6 /);
    expect(open.state.traces!.sheets).toEqual(['运算记录']);
    expect(await open.undo()).toBe(true);
    expect(await record()).toBeUndefined();
    await open.recalc();
    await open.write();
    await open.removeTraces();
    expect(await record()).toBeUndefined();
    expect((await host.read()).sheets[0]!.valueAt(24, 7)).toBe(89.23);
    // 改为 is one cell, seen as it is written.
    await open.change(finding(open, 'execution-score').id);
    expect(await record()).toBeUndefined();
  });

  test('undo leaves what somebody changed since, and names it', async () => {
    const { host, open } = await opened(undefined, { mode: 'fill', later: () => () => undefined });
    await open.recalc();
    for (const line of open.state.plan!.view.lower) await open.tick(line.id, true);
    await open.write();
    host.type(SHEET, I6.row, I6.col, { kind: 'value', value: new Dec(9) });
    await open.audit();
    expect(open.state.last!.blocked).toContain('I6');
    expect(await open.undo()).toBe(true);
    expect([await value(host, I6), await value(host, H14)]).toEqual([9, 6]);
    expect(open.state.trouble!.sentence).toContain('I6');
  });

  test('the way back outlives the pane', async () => {
    const { host, open } = await opened();
    await open.change(finding(open, 'execution-score').id);
    const later = openWorkbook(host);
    await later.start();
    expect(later.state.last).toMatchObject({ cells: 1, blocked: null });
    expect(await later.undo()).toBe(true);
    expect(await value(host, I6)).toBe(9.8);
  });
});

describe('审核 mode', () => {
  test('no cell of the unit is written by any path; marks are', async () => {
    const { host, open } = await opened(undefined, { mode: 'review' });
    const before = await host.read();
    const id = finding(open, 'execution-score').id;
    expect(await open.change(id)).toBe(false);
    expect(open.state.trouble!.sentence).toContain('审核模式');
    await open.recalc();
    expect(open.state.plan).toBeNull();
    expect(await open.write()).toBe(false);
    expect(await open.undo()).toBe(false);
    await open.mark();
    expect(host.marks.length).toBeGreaterThan(0);
    expect(open.state).toMatchObject({ markNote: null });
    expect(open.state.marked).toBe(host.marks.reduce((sum, mark) => sum + mark.cells.length, 0));
    const after = await host.read();
    for (let row = 0; row < before.sheets[0]!.rows; row += 1)
      expect([...after.sheets[0]!.cellsOfRow(row)]).toEqual([...before.sheets[0]!.cellsOfRow(row)]);
    expect(host.calls).not.toContain('write');
  });
});

describe('while people work', () => {
  test('an edit is re-checked once, after a pause', async () => {
    let pending: (() => void)[] = [];
    const { host, open } = await opened(undefined, {
      mode: 'fill',
      later: (run) => {
        pending.push(run);
        return () => {
          pending = pending.filter((one) => one !== run);
        };
      },
    });
    const reads = host.calls.filter((call) => call === 'read').length;
    host.type(SHEET, I6.row, I6.col, { kind: 'value', value: new Dec(9.4) });
    host.type(SHEET, I6.row, I6.col, { kind: 'value', value: new Dec(9.47) });
    expect(pending).toHaveLength(1);
    pending[0]!();
    await new Promise((resolve) => setImmediate(resolve));
    expect(host.calls.filter((call) => call === 'read')).toHaveLength(reads + 1);
    expect(finding(open, 'execution-score')).toBeUndefined();
  });

  test('without automatic re-check the result is old, and said to be', async () => {
    const { host, open } = await opened();
    await open.setRecheck(false);
    host.type(SHEET, I6.row, I6.col, { kind: 'value', value: new Dec(9.47) });
    expect(open.state.stale).toBe(true);
    expect(finding(open, 'execution-score')).toBeDefined();
    await open.audit();
    expect(open.state.stale).toBe(false);
  });

  test('the selected cell and its table are followed', async () => {
    const { host, open } = await opened();
    host.pick(SHEET, 5, 8);
    expect(open.state.selected).toEqual(I6);
    await open.locate(H14, true);
    expect(host.selected).toEqual({ at: H14, focus: true });
  });

  test('our traces go whole', async () => {
    const { host, open } = await opened();
    await open.mark();
    await open.writeSummary();
    expect((await host.traces()).sheets).toEqual(['自评小结']);
    await open.removeTraces();
    expect(await host.traces()).toEqual({ marks: 0, notes: 0, sheets: [], settings: false });
    expect(open.state.marked).toBeNull();
  });
});

describe('over a file', () => {
  test('the same findings as the command line, and the saved bytes hold what was written', async () => {
    const host = new FileHost(FAULTY, { name: '项目自评_有误.xlsx' });
    const open = openWorkbook(host, { mode: 'fill', newWorkbook, newDocument: (content) => writeDocument(content, REPORT_REMARKS).bytes });
    await open.start();
    await open.change(finding(open, 'execution-score').id);
    expect(readXlsx(host.bytes).sheets[0]!.valueAt(I6.row, I6.col)).toBe(9.47);
    const out = await open.exportWorkbook();
    expect(readXlsx(out!).sheets[0]!.name).toBe('审核结果');
    const [title] = readDocument((await open.exportReport!())!)!.blocks;
    expect(title?.is === 'paragraph' && title.text).toMatch(/项目支出绩效自评报告$/);
    expect(JSON.parse(open.exportJson())).toHaveLength(1);
    expect(await open.undo()).toBe(true);
  });

  test('what is no workbook is refused with its sentence', async () => {
    const open = openWorkbook(new FileHost(new TextEncoder().encode('abc'), { name: 'a.xlsx' }));
    await open.start();
    expect(open.state.phase).toBe('refused');
    expect(open.state.trouble!.sentence).not.toBe('');
    expect(open.state.trouble!.detail).toBeNull();
  });

  test('without a score table it says what was looked for, a line a sheet', async () => {
    const open = openWorkbook(
      new FileHost(
        newWorkbook([
          {
            name: '说明',
            replaces: false,
            content: {
              widths: [10],
              rows: [{ cells: [{ col: 0, value: '本表由财政局制发', style: 'text' }] }],
              merges: [],
              frozenRows: 0,
              print: { landscape: false, repeatRows: null, footer: '' },
            },
          },
        ]),
      ),
    );
    await open.start();
    expect(open.state.phase).toBe('ready');
    expect(open.state.audit).toMatchObject({ tables: [], unrecognised: { sheets: [{ sheet: 0, name: '说明' }] } });
  });
});

describe('answers', () => {
  test('are kept, survive a re-check, and are taken back', async () => {
    const { host, open } = await opened();
    const ask = table(open)
      .scores.flatMap((group) => group.rows)
      .flatMap((row) => row.asks.map((one) => ({ row: row.id, ...one })))[0];
    if (ask === undefined) return;
    await open.answer(ask.row, ask.key, ask.kind === 'yes' ? true : '1');
    expect(await host.load('answers')).toContain(ask.key);
    await open.answer(ask.row, ask.key, null);
    expect(await host.load('answers')).toBeNull();
  });
});

/** @jest-environment jsdom */
// First: it gives jsdom what browsers have and the writer of files needs.
import { render, type Rendered } from './support/render';
import { act } from 'react';
import { BY_THE_SHEET, localEngine, type AuditView } from '../../src/open-workbook';
import type { OwnFile } from '../../src/taskpane';
import { ReviewDesk } from '../../src/workbench/desk/review-desk';
import { WRONG } from '../opinions/support';
import { bookOf, sheetOf } from '../support/sheets';
import { FakeOpen } from './support/fake-open';

let shown: Rendered;
let open: FakeOpen;
let desk: ReviewDesk;
let view: AuditView;
const files: OwnFile[] = [];
const copied: string[] = [];

async function show(mode: 'fill' | 'review'): Promise<void> {
  view = await localEngine().audit(bookOf(sheetOf('表1', WRONG)), BY_THE_SHEET, '附件2.xlsx');
  desk = new ReviewDesk({ sheetName: () => '表1', digestOf: () => null, load: async () => null, keep: async () => true, settle: 0 });
  open = new FakeOpen({ mode, audit: view, name: '附件2.xlsx' });
  shown = await render(open, {
    desk: async () => desk,
    download: (file) => void files.push(file),
    copy: async (text) => (copied.push(text), true),
  });
  await shown.wait(50);
}

afterEach(() => {
  shown.destroy();
  files.length = 0;
  copied.length = 0;
});

const entry = () => view.tables[0]!.entry;
const ticks = () => shown.all('.jh-desk-ticks input') as HTMLInputElement[];
const tab = () => shown.all('[role=tab]').map((one) => one.textContent);

async function write(field: Element, text: string): Promise<void> {
  await shown.type(field, text);
  await act(async () => {
    (field as HTMLElement).focus();
    (field as HTMLElement).blur();
  });
}

it('填报 has no desk', async () => {
  await show('fill');
  expect(shown.all('.jh-desk-ticks')).toHaveLength(0);
  expect(tab()).toHaveLength(3);
});

it('an open row: 强制性 is ticked for the letter by itself, the 台账 never; words are written in 写意见', async () => {
  await show('review');
  const [first] = view.tables[0]!.findings;
  expect(first!.severity).toBe('mandatory');
  expect(ticks().map(({ checked }) => checked)).toEqual([true, false]);
  const before = Number(/\d+/.exec(tab()[3]!)![0]);
  await shown.click(ticks()[0]!);
  expect(tab()[3]).toContain(`反馈 ${before - 1}`);
  expect(desk.on(entry()).findings.get(first!.reply.id)).toMatchObject({ listed: false });
  await shown.click(ticks()[0]!);
  await shown.click('写意见');
  const choice = shown.all('.jh-reply select')[0] as HTMLSelectElement;
  expect([...choice.options].map(({ text }) => text)).toEqual(['反馈意见', '主管部门审核意见', '财政部门审核意见']);
  const box = shown.all('.jh-reply textarea')[0]!;
  expect(document.activeElement).toBe(box);
  await write(box, '请附<b>会议纪要</b>');
  await shown.click('写意见');
  expect(shown.all('.jh-reply-said').map((one) => one.textContent)).toEqual(['反馈意见：请附<b>会议纪要</b>']);
  await shown.click('写意见');
  await shown.type(shown.all('.jh-reply select')[0]!, 'finance');
  expect(shown.button('同意')).toBeTruthy();
  expect(open.calls.filter((call) => call.startsWith('reply'))).toEqual([]);
});

it('反馈: an opinion on the selected cell, the letter, its text, the file of one’s own', async () => {
  await show('review');
  await shown.click('反馈');
  expect(shown.all('.jh-desk-finding').length).toBe(entry().findings.filter(({ severity }) => severity === 'mandatory').length);
  await act(async () => open.set({ selected: { sheet: 0, row: 4, col: 3 } }));
  await shown.click('添加意见');
  expect([...(shown.all('.jh-desk-add select')[0] as HTMLSelectElement).options].map(({ text }) => text)).toEqual([
    'D5（指标“乙类走访”）',
    '全表',
  ]);
  await shown.type(shown.all('.jh-desk-add textarea')[0]!, '请附走访记录');
  await shown.click(shown.all('.jh-desk-add button').find((one) => one.textContent === '添加')!);
  expect(desk.on(entry()).own).toMatchObject([{ text: '请附走访记录', level: 'advisory', place: { field: 'actual' } }]);
  await shown.click('生成审核反馈意见…');
  await shown.click('复制文字');
  expect(copied[0]).toContain('请附走访记录');
  await shown.click('复核评分表');
  await shown.click('整改台账');
  await shown.click('保存审核意见');
  expect(files.map(({ name }) => name)).toEqual([
    '示例市民政局审核反馈意见.docx',
    '示例市民政局_复核评分表.xlsx',
    '整改台账_零散文件.xlsx',
    '审核意见_零散文件.json',
  ]);
  expect(new TextDecoder().decode(files[3]!.bytes)).toContain('请附走访记录');
  expect(shown.text()).toContain('已自动留存在本机浏览器中');
  await shown.click('删除');
  expect(desk.on(entry()).own).toEqual([]);
  expect(open.calls.filter((call) => !/^(start|locate)/.test(call))).toEqual([]);
});

it('a line of the letter leads to its row', async () => {
  await show('review');
  await shown.click('反馈');
  await shown.click(shown.all('.jh-desk-finding')[0]!);
  expect(shown.all('[role=tab][aria-selected=true]')[0]!.textContent).toContain('问题');
  expect(shown.all('.jh-row.is-open')).toHaveLength(1);
});

it('得分: 复核分 and 扣分理由 of a row, what is no number is said, the rest by the reviewer’s own decision', async () => {
  await show('review');
  await shown.click('得分');
  await shown.click(shown.all('.jh-score .jh-row-head')[0]!);
  const [score, why] = shown.all('.jh-desk-score input');
  await write(score!, '四分');
  expect(shown.text()).toContain('请填写数字。');
  await write(score!, '4');
  await write(why!, '台账不全');
  expect(desk.reviewed(entry()).rows[0]).toMatchObject({ typed: '4', why: '台账不全' });
  expect(shown.text()).toContain('已复核 1/20 项');
  await shown.click('其余按自评分填');
  expect(shown.text()).toContain('已复核 20/20 项，复核 98.5 分，核减 −8.5');
});

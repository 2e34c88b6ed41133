/** @jest-environment jsdom */
import { act } from 'react';
import type { FindingView, ReplyView } from '../../src/open-workbook';
import { FakeOpen } from './support/fake-open';
import { render, type Rendered } from './support/render';
import { audit, finding, table } from './support/views';

let shown: Rendered;
let open: FakeOpen;

const REPLY: ReplyView = { id: 'R7QK-3F', state: null, text: '', department: '', finance: '', facts: '9K2MQ' };

async function show(mode: 'fill' | 'review', reply: Partial<ReplyView> = {}, more: Partial<FindingView> = {}): Promise<void> {
  const one = finding('value-type', 'F17', '设备完好率', { severity: 'advisory', reply: { ...REPLY, ...reply }, ...more });
  open = new FakeOpen({ mode, audit: audit(table({ findings: [one] })) });
  shown = await render(open);
}

afterEach(() => shown.destroy());

const box = (): HTMLTextAreaElement => shown.all('.jh-reply textarea')[0] as HTMLTextAreaElement;
const button = (text: string): HTMLButtonElement | undefined =>
  shown.all('.jh-reply button').find((one) => one.textContent === text) as HTMLButtonElement | undefined;

const press = (text: string): Promise<void> => act(async () => button(text)!.click());

async function type(text: string): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(box(), text);
    box().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

it('填报: the 编号, and a 说明 that counts when the field is left', async () => {
  await show('fill');
  expect(shown.all('.jh-reply-state')[0]!.textContent).toBe('编号 R7QK-3F写说明');
  expect(box()).toBeUndefined();
  await press('写说明');
  expect(document.activeElement).toBe(box());
  await type('台账附后');
  expect(open.calls.filter((call) => call.startsWith('reply'))).toEqual([]);
  await act(async () => {
    box().focus();
    box().blur();
  });
  expect(open.calls).toContain('reply R7QK-3F text 台账附后');
  expect(button('同意')).toBeUndefined();
});

it('shows what has become of it, and what the reviewers wrote, as text', async () => {
  await show('fill', { state: '说明过于笼统', text: '无', finance: '退回：<b>请附台账</b>' });
  expect(shown.all('.jh-reply-state')[0]!.textContent).toBe('编号 R7QK-3F说明过于笼统改说明');
  expect(shown.all('.jh-reply-said')[0]!.textContent).toBe('说明：无');
  await press('改说明');
  expect(box().value).toBe('无');
  expect(shown.all('.jh-reply')[0]!.textContent).toContain('财政部门审核意见：退回：<b>请附台账</b>');
  expect(shown.all('.jh-reply b')).toEqual([]);
});

it('审核: the unit’s text is read, 同意 needs a ground, 退回 none', async () => {
  await show('review', { state: '已说明', text: '台账附后' });
  expect(shown.all('.jh-reply')[0]!.textContent).toContain('说明：台账附后');
  expect(button('同意')).toBeUndefined();
  await press('写意见');
  expect(button('同意')!.disabled).toBe(true);
  await act(async () => button('退回')!.click());
  expect(open.calls).toContain('reply R7QK-3F finance 退回');
  await type('会议纪要第2条');
  expect(button('同意')!.disabled).toBe(false);
  await act(async () => button('同意')!.click());
  expect(open.calls).toContain('reply R7QK-3F finance 同意：会议纪要第2条');
});

it('参考 asks nothing', async () => {
  await show('fill', {}, { severity: 'mandatory' });
  expect(shown.all('.jh-reply')).toHaveLength(1);
  shown.destroy();
  await show('fill', {}, { severity: 'info' });
  expect(shown.all('.jh-reply')).toHaveLength(0);
});

it('Esc ends the writing and keeps what was written; keys in the field are the field’s', async () => {
  await show('fill');
  await press('写说明');
  await type('台账附后');
  const key = (name: string, more: KeyboardEventInit = {}): Promise<void> =>
    act(async () => void box().dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more })));
  const before = open.calls.length;
  for (const name of ['ArrowDown', 'ArrowUp', 'Home', 'End', ' ', 'Enter']) await key(name);
  await key('Enter', { ctrlKey: true });
  await key('z', { ctrlKey: true });
  expect(open.calls.slice(before)).toEqual([]);
  await key('Escape');
  expect(open.calls.slice(before)).toContain('reply R7QK-3F text 台账附后');
  expect(shown.all('.jh-reply textarea')).toEqual([]);
  expect(shown.all('.jh-row.is-open')).toHaveLength(1);
});

import { openWorkbook } from '../../src/open-workbook';
import { repliesFrom, repliesText } from '../../src/open-workbook/replying';
import { readWorkbook } from '../../src/hosts/file';
import { sampleBytes } from '../answers/support';
import { MemoryHost } from '../support/memory-host';

const find = (open: ReturnType<typeof openWorkbook>, code: string) =>
  open.state.audit!.tables[0]!.findings.find((one) => one.code === code)!;

it('a 说明 of the pane is judged at once, kept with the settings, and goes with our traces', async () => {
  const host = new MemoryHost(await readWorkbook(sampleBytes('项目自评_有误.xlsx')));
  const open = openWorkbook(host);
  await open.start();
  const { id } = find(open, 'value-type').reply;
  await open.reply(id, 'text', '情况属实');
  expect(find(open, 'value-type').reply).toMatchObject({ id, state: '说明过于笼统', text: '情况属实' });
  await open.reply(id, 'text', '台账附后：60台中59台完好。');
  expect(find(open, 'value-type').reply.state).toBe('已说明');
  const again = openWorkbook(host);
  await again.start();
  expect(find(again, 'value-type').reply).toMatchObject({ state: '已说明', text: '台账附后：60台中59台完好。' });
  const { id: other } = find(again, 'missed-target-full-score').reply;
  await again.reply(other, 'finance', '同意：会议纪要〔2024〕7号第2条');
  expect(find(again, 'missed-target-full-score').reply.state).toBe('经审核认定');
  await again.reply(other, 'finance', '');
  expect(find(again, 'missed-target-full-score').reply.state).toBeNull();
  await again.removeTraces();
  expect(find(again, 'value-type').reply.text).toBe('');
  expect(await host.load('replies')).toBeNull();
});

it('what was kept is somebody’s text: what is no reply counts as none', () => {
  for (const text of [null, '', '{}', '[1,null,{"id":3}]', 'nonsense']) expect(repliesFrom(text)).toEqual([]);
  const [kept] = repliesFrom('[{"id":"R7QK-3F","text":"附后","facts":5,"extra":"x"}]');
  expect(kept).toMatchObject({ id: 'R7QK-3F', text: '附后', facts: '', department: '' });
  expect(repliesFrom(repliesText([kept!]))).toEqual([kept]);
});

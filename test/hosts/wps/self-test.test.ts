/** The self-test runs through whatever the program is like, leaves nothing behind, and says what is wanting. */
import { selfTest } from '../../../src/hosts/wps/self-test/self-test';
import { bookOf, sheetOf } from '../../support/sheets';
import { FakeWps } from '../../support/wps/fake-wps';
import { HOSTILE, type Modes } from '../../support/wps/modes';

const OPTIONS = { version: '0.1.0', page: { userAgent: 'test' } };

function wpsIn(modes: Partial<Modes>): FakeWps {
  return new FakeWps(bookOf(sheetOf('评分表', [['甲', 1]])), modes);
}

test.each(Object.entries(HOSTILE))('%s: every question is asked and nothing is left behind', async (_, modes) => {
  const wps = wpsIn(modes);
  const report = await selfTest(wps.app, OPTIONS);
  expect(report.probes.map(({ id }) => id)).toHaveLength(new Set(report.probes.map(({ id }) => id)).size);
  expect(report.probes.length).toBeGreaterThanOrEqual(18);
  expect(wps.world.books.map((book) => book.name)).toEqual(['评分表.xlsx']);
  expect(wps.world.active).toBe(wps.book);
  expect(wps.sheet('评分表').cells.get(0)!.size).toBe(2);
  expect([wps.world.enableEvents, wps.world.displayAlerts, wps.world.listeners]).toEqual([true, true, []]);
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test('a program that does everything lacks nothing', async () => {
  const report = await selfTest(wpsIn({}).app, OPTIONS);
  expect(report).toMatchObject({ form: 'jihe-wps-selftest/1', wps: { version: '12.1.0.28043', build: '28043' }, wanting: [] });
  expect(report.probes.find(({ id }) => id === 'saving')!.seen).toEqual({
    saved: true,
    marks: 1,
    name: '="JIHE:1:a:b"',
    xmlAdded: true,
    xmlKept: 1,
  });
});

test.each<[Partial<Modes>, RegExp]>([
  [{ shape: 'scalar' }, /逐格读取/],
  [{ bulkWrite: 'throws' }, /逐格写入/],
  [{ errors: 'nothing' }, /^$/],
  [{ formula1: 'lost' }, /标注不可用/],
  [{ files: 'silent' }, /存放设置/],
])('%j is told', async (modes, sentence) => {
  const { wanting } = await selfTest(wpsIn(modes).app, OPTIONS);
  expect(wanting.join('\n')).toMatch(sentence);
});

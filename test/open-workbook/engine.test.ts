import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import fc from 'fast-check';
import { readXlsx } from '../../src/hosts/file';
import { BY_THE_SHEET, laterEngine, localEngine, openWorkbook, remoteEngine, serveEngine, type Thread } from '../../src/open-workbook';
import { judgeBy } from '../../src/open-workbook/judge';
import { everyCorrection } from '../../src/open-workbook/view/plan';
import { planRecalc } from '../../src/recalc';
import { sliced, Slices, type Slice } from '../../src/open-workbook/engine/slices';
import { editedBook } from '../../src/workbook/edited-book';
import { Dec } from '../../src/workbook/decimal';
import { workbookFromData } from '../../src/workbook/snapshot';
import { workbookData } from '../../src/workbook/workbook-data';
import { MemoryHost } from '../support/memory-host';

const BOOK = readXlsx(new Uint8Array(readFileSync(path.join(__dirname, '../../samples/项目自评_有误.xlsx'))));

const SEED = 4001;
const BLANK = { kind: 'blank' } as const;

/** A thread that everything sent to it crosses as between real ones: by structured clone. */
function channel(serve: (post: (message: unknown) => void) => (message: unknown) => void): { spawn: () => Thread; ended: () => number } {
  let ended = 0;
  const spawn = (): Thread => {
    const { port1, port2 } = new MessageChannel();
    const take = serve((reply) => port2.postMessage(reply));
    port2.on('message', take);
    return {
      post: (message) => port1.postMessage(message),
      listen: (heard) => {
        port1.on('message', heard);
      },
      end: () => {
        ended += 1;
        port1.close();
      },
    };
  };
  return { spawn, ended: () => ended };
}

test('another thread answers as this one does', async () => {
  const here = localEngine();
  const { spawn } = channel(serveEngine);
  const there = remoteEngine(spawn, { budget: 60_000 });
  expect(await there.audit(BOOK, BY_THE_SHEET, 'a.xlsx')).toEqual(await here.audit(BOOK, BY_THE_SHEET, 'a.xlsx'));
  expect(await there.plan(0, null, [])).toEqual(await here.plan(0, null, []));
  expect(await there.narrative(0, 'full')).toEqual(await here.narrative(0, 'full'));
  expect(await there.summary()).toEqual(await here.summary());
  expect(await there.result()).toEqual(await here.result());
  there.close();
});

test('long lists cross in slices, lists within them too, and arrive as they were', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => at);
  const value = { short: [1, 2], none: null, long: many(250).map((at) => ({ at, cells: many(at === 7 ? 333 : 2) })), name: 'x' };
  const sent: Slice[] = [];
  const pieces = new Slices();
  const skeleton = sliced(value, (piece) => sent.push(structuredClone(piece)));
  expect(sent.map(({ items }) => items.length)).toEqual([100, 100, 100, 33, 100, 100, 50]);
  expect(sent.filter(({ deep }) => deep)).toHaveLength(1);
  sent.forEach((piece) => pieces.take(piece));
  expect(pieces.whole(structuredClone(skeleton))).toEqual(value);
});

test('a view holds no decimals: it crosses as it is', async () => {
  const view = await localEngine().audit(BOOK, BY_THE_SHEET, 'a.xlsx');
  const odd = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    (![Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value)) || Object.values(value).some(odd));
  expect(odd(view)).toBe(false);
});

test('a thread that hangs is ended on its budget, said in a sentence, and the next request starts another', async () => {
  let hang = true;
  const { spawn, ended } = channel((post) => {
    const serve = serveEngine(post as Parameters<typeof serveEngine>[0]);
    return (message) => {
      if (!hang) serve(message);
    };
  });
  const open = openWorkbook(new MemoryHost(BOOK), { engine: remoteEngine(spawn, { budget: 30 }) });
  await open.start();
  expect(open.state.phase).toBe('refused');
  expect(open.state.trouble!.sentence).toContain('用时过长');
  expect(ended()).toBe(1);
  hang = false;
  const again = openWorkbook(new MemoryHost(BOOK), { engine: remoteEngine(spawn, { budget: 60_000 }) });
  await again.start();
  expect(again.state.audit!.tables).toHaveLength(1);
  await again.close();
});

test('cancel ends the thread and keeps what was shown', async () => {
  const { spawn, ended } = channel(() => () => undefined);
  const open = openWorkbook(new MemoryHost(BOOK), { engine: remoteEngine(spawn, { budget: 60_000 }) });
  const started = open.start();
  await new Promise((resolve) => setTimeout(resolve, 5));
  open.cancel();
  await started;
  expect(ended()).toBe(1);
  expect(open.state).toMatchObject({ busy: null, audit: null, trouble: null });
});

test('what throws over there is said here', async () => {
  const { spawn } = channel(serveEngine);
  const there = remoteEngine(spawn, { budget: 60_000 });
  await expect(there.plan(0, null, [])).rejects.toThrow('nothing was audited yet');
  there.close();
});

test('a check nobody waits for any more is let finish by a thread that answers, and the next one is answered', async () => {
  const { spawn, ended } = channel(serveEngine);
  const there = remoteEngine(spawn, { budget: 60_000 });
  await there.audit(BOOK, BY_THE_SHEET, 'a.xlsx');
  const typing = new AbortController();
  const first = there.audit(BOOK, BY_THE_SHEET, 'b.xlsx', typing.signal);
  typing.abort();
  const second = there.audit(BOOK, BY_THE_SHEET, 'c.xlsx');
  await expect(first).rejects.toThrow();
  expect((await second).tables[0]!.entry.file).toBe('c.xlsx');
  expect(ended()).toBe(0);
  there.close();
});

test('an engine on its way: asked for once, again where it failed, closed with whoever had it', async () => {
  let asked = 0;
  let closed = 0;
  const engine = laterEngine(async () => {
    asked += 1;
    if (asked === 1) throw new Error('not loaded');
    return { ...localEngine(), close: () => (closed += 1) };
  });
  await expect(engine.audit(BOOK, BY_THE_SHEET, 'a.xlsx')).rejects.toThrow('not loaded');
  expect((await engine.audit(BOOK, BY_THE_SHEET, 'a.xlsx')).tables).toHaveLength(1);
  await engine.plan(0, null, []);
  expect(asked).toBe(2);
  engine.close();
  engine.close();
  await Promise.resolve();
  expect(closed).toBe(1);
});

test('after any edits a re-check says what a fresh check of the same cells says', async () => {
  const rechecked = localEngine();
  const filled = [...Array(BOOK.sheets[0]!.rows).keys()].flatMap((row) =>
    [...BOOK.sheets[0]!.cellsOfRow(row)].map(([col]) => ({ sheet: 0, row, col })),
  );
  const values = [new Dec(0), new Dec('9.47'), new Dec(100), '', '95%', '≥90%', '完成', '每少1%扣0.5分，扣完为止', '得分', true];
  const edit = fc.tuple(fc.constantFrom(...filled), fc.constantFrom(...values));
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      const cells = edits.map(([at, value]) => ({ at, before: BLANK, after: { kind: 'value', value } as const, reason: '' }));
      const book = editedBook(BOOK, cells);
      const again = await rechecked.audit(book, BY_THE_SHEET, 'a.xlsx');
      const copy = workbookFromData(structuredClone(workbookData(book)));
      expect(again).toEqual(await localEngine().audit(copy, BY_THE_SHEET, 'a.xlsx'));
      // What 改为 offers is what the plan with every correction would write.
      const judge = judgeBy(BY_THE_SHEET);
      const plan = planRecalc(book, judge.assess, { scores: 'all', raise: true, totals: 'keep' });
      expect(everyCorrection(book, judge.assess)).toEqual(plan.tables.flatMap(({ changes }) => changes.map((change) => change.edit)));
    }),
    { seed: SEED, numRuns: 12 },
  );
});

test('a snapshot with edits over it crosses whole', () => {
  const at = { sheet: 0, row: 5, col: 8 };
  const edited = editedBook(BOOK, [{ at, before: { kind: 'blank' }, after: { kind: 'value', value: new Dec(9.47) }, reason: '' }]);
  const copy = workbookFromData(structuredClone(workbookData(edited)));
  for (const [index, sheet] of edited.sheets.entries()) {
    for (let row = 0; row < sheet.rows; row += 1) {
      for (let col = 0; col < sheet.cols; col += 1) {
        expect([row, col, copy.sheets[index]!.at(row, col)]).toEqual([row, col, sheet.at(row, col)]);
        expect([row, col, copy.sheets[index]!.locked(row, col)]).toEqual([row, col, sheet.locked(row, col)]);
      }
    }
    expect(copy.sheets[index]!.merges).toEqual(sheet.merges);
    expect(copy.sheets[index]!.key).toBe(sheet.key);
  }
});

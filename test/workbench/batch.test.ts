import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from '../../src/hosts/file';
import type { Thread } from '../../src/open-workbook';
import { Batch, workOn, type BatchFile, type BatchJob, type BatchOptions } from '../../src/workbench/batch';
import { countyOf, handedIn, listFile, plainWorkbook } from '../support/county';
import { unzipParts } from '../support/unzip';

const SAMPLES = path.join(__dirname, '../../samples');
const NAMES = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'));
const fileOf = (name: string, bytes: () => Uint8Array): BatchFile => ({ path: name, bytes: async () => bytes() });
const SHEETS = NAMES.map((name) => fileOf(`送审/${name}`, () => new Uint8Array(readFileSync(path.join(SAMPLES, name)))));
const BROKEN = fileOf('送审/坏.xlsx', () => new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]));

/** A thread that is none: the work is done when its turn comes. */
function threads(work: (job: BatchJob) => Promise<unknown> = (job) => workOn(job, {})): {
  spawn: () => Thread;
  started: () => number;
  ended: () => number;
} {
  let started = 0;
  let ended = 0;
  const spawn = (): Thread => {
    started += 1;
    let hear: (message: unknown) => void = () => undefined;
    return {
      post: (job) => {
        void work(structuredClone(job) as BatchJob).then(
          (answer) => setTimeout(() => hear({ answer }), 5),
          (error: Error) => hear({ failed: error.message }),
        );
      },
      listen: (heard) => {
        hear = heard;
      },
      end: () => {
        ended += 1;
      },
    };
  };
  return { spawn, started: () => started, ended: () => ended };
}

async function ran(files: readonly BatchFile[], options: Partial<BatchOptions> = {}): Promise<Batch> {
  const batch = new Batch(files, { ...threads(), threads: 2, pace: 0, ...options });
  await batch.run();
  return batch;
}

test('a row a table, the worst first, what could not be read last; counted as the command line counts', async () => {
  const { state } = await ran([BROKEN, ...SHEETS]);
  expect(state).toMatchObject({ phase: 'done', files: 4, done: 4, trouble: null });
  expect(state.rows[0]).toMatchObject({
    path: '送审/项目自评_有误.xlsx',
    status: 'ok',
    self: 89.73,
    recomputed: 88.4,
    difference: -1.33,
    mandatory: 6,
    advisory: 2,
  });
  expect(state.rows.at(-1)).toMatchObject({ path: '送审/坏.xlsx', status: 'unreadable' });
  expect(state.rows.at(-1)!.reason).not.toBe('');
  expect(state.counts).toMatchObject({ total: state.rows.length, unreadable: 1, failed: 0 });
  expect(state.counts.mandatory + state.counts.advisory + state.counts.clean + state.counts.unreadable).toBe(state.counts.total);
  expect(state.checks.find((check) => check.code === 'execution-score')).toMatchObject({
    title: '执行率得分不符',
    severity: 'mandatory',
    tables: 1,
  });
});

test('a file that hangs or kills its thread costs itself only, and is no pass', async () => {
  const { spawn, ended } = threads((job) => (job.path.includes('坏') ? new Promise(() => undefined) : workOn(job, {})));
  const { state } = await ran([BROKEN, ...SHEETS], { spawn, budget: 1500 });
  expect(state.counts).toMatchObject({ failed: 1, unreadable: 0 });
  expect(state.rows.find((row) => row.status === 'failed')!.reason).toContain('未能检查');
  expect(ended()).toBe(1);
  const crashing = threads((job) => (job.path.includes('坏') ? Promise.reject(new Error('boom')) : workOn(job, {})));
  expect((await ran([BROKEN, ...SHEETS], { spawn: crashing.spawn })).state.counts.failed).toBe(1);
});

test('no more threads than asked for', async () => {
  const { spawn, started } = threads();
  await ran([...SHEETS, ...SHEETS, ...SHEETS], { spawn, threads: 2 });
  expect(started()).toBe(2);
});

test('cancelled: what was done stays, the rest is not looked at', async () => {
  const batch = new Batch([...SHEETS, ...SHEETS, ...SHEETS], { ...threads(), threads: 1, pace: 0 });
  const end = batch.subscribe(() => batch.cancel());
  await batch.run();
  end();
  expect(batch.state.phase).toBe('cancelled');
  expect(batch.state.done).toBeLessThan(9);
  expect(batch.state.rows.length).toBeGreaterThan(0);
});

test('marked copies in one archive, and the summary workbook', async () => {
  const batch = await ran([BROKEN, ...SHEETS]);
  const parts = unzipParts((await batch.copies())!);
  expect([...parts.keys()].sort()).toEqual(NAMES.map((name) => `送审/${name}`).sort());
  const copy = readXlsx(parts.get('送审/项目自评_有误.xlsx')!);
  expect(copy.sheets.map((sheet) => sheet.name)).toContain('审核结果');
  expect(readXlsx((await batch.summary())!).sheets.map((sheet) => sheet.name)[0]).toBe('汇总');
  expect(batch.state.making).toBeNull();
});

describe('a list of those who are to report', () => {
  const county = countyOf({ units: 20 });
  const files = handedIn(county)
    .filter(({ path: name }) => name.endsWith('.xlsx'))
    .map(({ path: name, bytes }) => fileOf(`送审/${name}`, () => bytes));
  const list = fileOf('应报名单.xlsx', () => listFile(county).bytes);

  test('is held against the batch, before it is through or after; another that is none changes nothing', async () => {
    const batch = new Batch(files, { ...threads(), threads: 2, pace: 0 });
    const running = batch.run();
    await batch.takeRoster(list);
    await running;
    const { roster, trouble } = batch.state;
    expect([roster?.name, roster?.result?.counts, trouble]).toEqual([
      '应报名单.xlsx',
      { due: 20, received: 18, missing: 2, withoutData: 2, withoutReport: null, twice: 2, unassigned: 2, units: 0, projects: 20 },
      null,
    ]);
    await batch.takeRoster(
      fileOf('a.xlsx', () =>
        plainWorkbook([
          {
            name: '清单',
            rows: [
              ['序号', '材料'],
              [1, '合同'],
            ],
          },
        ]),
      ),
    );
    expect(batch.state.roster).toEqual(roster);
    expect(batch.state.trouble).toContain('名单「a.xlsx」：没有找到「单位名称」或「项目名称」这一列');
    await batch.takeRoster(BROKEN);
    expect(batch.state.trouble).toContain('名单「送审/坏.xlsx」：');
    batch.dropRoster();
    expect(batch.state.roster).toBeNull();
  });

  test('where files were left out, nobody is said to be missing', async () => {
    const batch = new Batch(files, { ...threads(), threads: 1, pace: 0 });
    const end = batch.subscribe(() => batch.cancel());
    await Promise.all([batch.run(), batch.takeRoster(list)]);
    end();
    expect([batch.state.phase, batch.state.roster]).toEqual(['cancelled', { name: '应报名单.xlsx', result: null }]);
  });
});

import path from 'node:path';
import { Pool, resultsInOrder } from '../../src/cli/pool/pool';

interface Job {
  readonly act: 'echo' | 'slow' | 'hang' | 'throw' | 'exit';
  readonly value?: number;
}
type Result = number | string;

const poolOf = (size: number, timeLimitMs = 60_000): Pool<Job, Result> =>
  new Pool<Job, Result>({
    script: path.join(__dirname, 'fixtures/worker.js'),
    size,
    timeLimitMs,
    workerData: null,
    lost: (_job, { why, detail }) => `${why}${detail === undefined ? '' : `: ${detail}`}`,
  });

const echo = (value: number): Job => ({ act: 'echo', value });

async function results(pool: Pool<Job, Result>, jobs: readonly Job[], window: number): Promise<Result[]> {
  const all: Result[] = [];
  for await (const result of resultsInOrder(jobs, (job) => pool.run(job), window)) all.push(result);
  await pool.close();
  return all;
}

describe('the worker pool', () => {
  it.each([1, 2, 3])('gives results in the order of the jobs with %d workers', async (size) => {
    const jobs: Job[] = [{ act: 'slow', value: 0 }, ...[1, 2, 3, 4, 5, 6].map(echo), { act: 'slow', value: 7 }, echo(8)];
    expect(await results(poolOf(size), jobs, 4 * size)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('ends a worker that hangs and goes on with a new one', async () => {
    expect(await results(poolOf(1, 1500), [echo(1), { act: 'hang' }, echo(2), { act: 'hang' }, echo(3)], 4)).toEqual([
      1,
      'timeout',
      2,
      'timeout',
      3,
    ]);
  });

  it('outlives workers that throw or leave', async () => {
    expect(await results(poolOf(2), [echo(1), { act: 'throw' }, { act: 'exit' }, echo(2)], 8)).toEqual([
      1,
      'crashed: out of paper',
      'crashed',
      2,
    ]);
  });

  it('closes while a worker hangs', async () => {
    const pool = poolOf(1);
    void pool.run({ act: 'hang' });
    await pool.close();
  });
});

describe('inOrder', () => {
  it('never begins more than the window beyond what was taken', async () => {
    let begun = 0;
    let taken = 0;
    let widest = 0;
    const run = (job: number): Promise<number> => {
      begun += 1;
      widest = Math.max(widest, begun - taken);
      return Promise.resolve(job);
    };
    const jobs = Array.from({ length: 100 }, (_, index) => index);
    const seen: number[] = [];
    for await (const result of resultsInOrder(jobs, run, 8)) {
      seen.push(result);
      await new Promise((resolve) => setImmediate(resolve));
      taken += 1;
    }
    expect(seen).toEqual(jobs);
    expect(widest).toBe(8);
  });

  it('begins nothing more once the taker has left', async () => {
    let begun = 0;
    const run = (job: number): Promise<number> => Promise.resolve((begun += 1) * 0 + job);
    for await (const result of resultsInOrder([1, 2, 3, 4, 5, 6, 7, 8], run, 2)) if (result === 2) break;
    expect(begun).toBeLessThanOrEqual(4);
  });
});

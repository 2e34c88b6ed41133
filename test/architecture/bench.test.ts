/** The bench is plain JavaScript, which nobody checks types of: its parts are tried once on a file, so that it does not break unseen. */
import * as core from '../../scripts/bench/core';

interface Contender {
  readonly name: string;
  readonly make?: (bytes: Uint8Array) => unknown;
  readonly work: (given: unknown) => unknown;
}
interface Realistic {
  readonly realisticFile: (n: number) => Promise<Uint8Array>;
}

// eslint-disable-next-line @typescript-eslint/no-require-imports -- plain scripts, as the bench loads them
const { contenders } = require('../../scripts/bench/contenders.cjs') as { contenders: (of: typeof core) => readonly Contender[] };
// eslint-disable-next-line @typescript-eslint/no-require-imports -- the same
const { realisticFile } = require('../../scripts/bench/realistic.cjs') as Realistic;

const files = Promise.all([1, 2, 3, 5].map(realisticFile));

test('the realistic folder holds score tables, each another file, and is the same every time', async () => {
  const made = await files;
  expect(new Set(made.map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(made.length);
  for (const bytes of made) expect(core.recognise(core.readXlsx(bytes)).tables).toHaveLength(1);
  expect(core.recognise(core.readXlsx(await realisticFile(1)))).toEqual(core.recognise(core.readXlsx(made[0]!)));
});

test.each(contenders(core).map((one) => [one.name, one] as const))('%s does its work', async (name, { make, work }) => {
  for (const bytes of await files) {
    const done = await work(make === undefined ? bytes : make(bytes));
    expect(done).toBeTruthy();
    if (name === 'check') expect((done as ReturnType<typeof core.auditBook>).review?.tables).toHaveLength(1);
    if (name === 'check + marked copy') expect(core.readXlsx(done as Uint8Array).sheets.some((sheet) => sheet.ours === true)).toBe(true);
  }
});

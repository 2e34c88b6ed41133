/**
 * Files made to hang, to fill the memory or to be obeyed: each gets its answer, at a cost that is little above an ordinary file's.
 * CPU time and memory are the process's own, so a busy machine changes nothing. docs/security.md lists what is tried here.
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, Place, PROGRAM, ROOT } from '../cli/program';
import { spawnSync } from 'node:child_process';
import { projectRows, xlsx } from '../cli/fixtures/books';
import { isWholeRun } from '../support/whole-run';
import { ATTACKS } from './attacks';
import { attacksPage } from './attacks/page';

/** Seconds of CPU and megabytes above an ordinary file's. */
const CPU_S = 2;
const MEMORY_MB = 300;

interface Cost {
  readonly cpu: number;
  readonly memory: number;
}

interface Answered extends Cost {
  readonly status: number | null;
  readonly entries: readonly { readonly status: string; readonly reason?: string }[];
  readonly stderr: string;
}

const place = new Place();
let ordinary: Cost;

/** `check` of one file in a process of its own; every process it starts adds its own cost. */
function check(file: string): Answered {
  const costs = place.at(`${file}.costs`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'check', file, '--workers', '1', '--format', 'json'], {
    cwd: place.folder,
    env: { ...process.env, INIT_CWD: '', NODE_OPTIONS: `--require ${path.join(__dirname, 'attacks/costs.cjs')}`, JIHE_COSTS: costs },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const lines = readFileSync(costs, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Cost);
  rmSync(costs);
  return {
    status,
    stderr,
    entries: JSON.parse(stdout) as Answered['entries'],
    cpu: lines.reduce((sum, one) => sum + one.cpu, 0),
    memory: Math.max(...lines.map((one) => one.memory)),
  };
}

beforeAll(async () => {
  build();
  place.put('ordinary.xlsx', await xlsx(projectRows()));
  ordinary = check('ordinary.xlsx');
});
afterAll(() => place.remove());

/** One of each kind, the others in whole runs and in `npm run fuzz`: each is a process of its own. */
const TRIED =
  isWholeRun || process.env['FUZZ_RUNS'] !== undefined ? ATTACKS : ATTACKS.filter((one, at) => one.kind !== ATTACKS[at - 1]?.kind);

test.each(TRIED.map((attack) => [`${attack.kind}: ${attack.variant}`, attack] as const))('%s', (_, attack) => {
  place.put(attack.file, attack.bytes());
  const answered = check(attack.file);
  rmSync(place.at(attack.file));
  const first = answered.entries[0]!;
  const got = first.status === 'unreadable' ? 'refused' : 'read';
  // A crash, or a limit of time or memory, is an answer of ours and none about the file.
  expect(first.reason ?? '').not.toMatch(/超时|内存|意外|出错/);
  expect(answered.status).toBe(got === 'refused' ? 2 : answered.status);
  if (attack.answer !== 'any') expect([got, first.reason]).toEqual([attack.answer, first.reason]);
  expect({ cpu: answered.cpu - ordinary.cpu < CPU_S, memory: answered.memory - ordinary.memory < MEMORY_MB, of: answered }).toMatchObject({
    cpu: true,
    memory: true,
  });
});

test('docs/security.md lists what is tried', () => {
  const text = readFileSync(path.join(ROOT, 'docs/security.md'), 'utf8');
  expect(text).toContain(attacksPage(ATTACKS));
});

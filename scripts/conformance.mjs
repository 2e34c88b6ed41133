// Runs the seeded sheets and prints the tables of results. FUZZ_RUNS: how many correct sheets (default 2000); FUZZ_SEED: where seeds begin (default 1).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const jest = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin', 'jest.js');
const folder = mkdtempSync(join(tmpdir(), 'jihe-conformance-'));
const table = join(folder, 'table.txt');
const run = spawnSync(
  process.execPath,
  [
    jest,
    '--silent',
    '--runInBand',
    '--testTimeout=36000000',
    'test/conformance/mistakes',
    'test/conformance/data-sheets',
    'test/conformance/drawn',
    'test/blind',
  ],
  {
    cwd: root,
    env: { FUZZ_RUNS: '2000', ...process.env, CONFORMANCE_TABLE: table },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  },
);
try {
  process.stdout.write(readFileSync(table, 'utf8'));
  process.stdout.write(readFileSync(`${table}.drawn`, 'utf8'));
} catch {
  process.stderr.write(run.stderr);
}
if (run.status !== 0) {
  const failed = run.stderr.split('\n').filter((line) => /^\s+● /.test(line));
  process.stderr.write(`not met:\n${[...new Set(failed)].join('\n')}\n`);
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = run.status === 0 ? 0 : 1;

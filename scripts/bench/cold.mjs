/** One file checked by a process that is started for it: CPU time of whole processes in turns, beside Node that does nothing. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { figure } from './goals.mjs';
import { median } from './race.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const METER = fileURLToPath(new URL('./cpu-at-exit.cjs', import.meta.url));
const ROUNDS = Number(process.env.BENCH_COLD_ROUNDS ?? 9);
const GOAL_S = 0.25;

function sample() {
  const name = readdirSync(path.join(ROOT, 'samples')).find((one) => one.endsWith('有误.xlsx'));
  return path.join(ROOT, 'samples', name);
}

/** Seconds of CPU time of the command and of every Node it starts. */
function cpuOfRun([command, ...args], folder) {
  const file = path.join(folder, 'cpu');
  writeFileSync(file, '');
  const env = { ...process.env, BENCH_CPU_FILE: file, NODE_OPTIONS: `--require "${METER}"`, FORCE_COLOR: '' };
  const { error } = spawnSync(command, args, { cwd: ROOT, stdio: 'ignore', env });
  if (error !== undefined) throw error;
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.reduce((all, line) => all + Number(line), 0) / 1000;
}

export function benchCold() {
  const folder = mkdtempSync(path.join(tmpdir(), 'jihe-bench-'));
  const program = path.join(ROOT, 'dist/jihe.js');
  const runs = [
    ['Node alone', [process.execPath, '-e', '0']],
    ['jihe --version', [process.execPath, program, '--version']],
    ['jihe check', [process.execPath, program, 'check', sample()]],
    ['npm run check', [process.platform === 'win32' ? 'npm.cmd' : 'npm', 'run', '--silent', 'check', '--', sample()]],
  ];
  const times = runs.map(() => []);
  try {
    for (let round = 0; round <= ROUNDS; round += 1)
      runs.forEach(([, command], n) => {
        const taken = cpuOfRun(command, folder);
        // The first time caches are filled.
        if (round > 0) times[n].push(taken);
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\none sample from a cold start; medians of ${ROUNDS} runs`);
  const bare = median(times[0]);
  runs.forEach(([name], n) => figure(`cold: ${name}`, median(times[n]), { unit: 's', ...(n === 2 ? { goal: GOAL_S } : {}) }));
  runs.slice(1).forEach(([name], n) => figure(`cold: ${name} ÷ Node alone`, median(times[n + 1]) / bare));
}

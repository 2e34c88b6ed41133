/** Peak memory of the command line over more and more files (Linux only). BENCH_FILES: sizes of the folder, separated by commas. */
import { spawn } from 'node:child_process';
import { linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { figure } from './goals.mjs';

const require = createRequire(import.meta.url);
const PROGRAM = fileURLToPath(new URL('../../dist/jihe.js', import.meta.url));
const FILES = (process.env.BENCH_FILES ?? '10,100,1000').split(',').map(Number);
const WORKERS = 2;
const GOAL_MB = 80 + 70 * WORKERS;
const DISTINCT = 100;
const LOOK_MS = 30;

/** Megabytes at the most; null where the system does not say, or of a process that is about to end. */
function peakOf(pid) {
  try {
    const said = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return said === null ? null : Number(said[1]) / 1024;
  } catch {
    return null;
  }
}

function run(folder) {
  const args = [PROGRAM, 'check', folder, '--format', 'ndjson', '--out', `${folder}.ndjson`, '--workers', String(WORKERS), '--quiet'];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  let peak = null;
  const timer = setInterval(() => (peak = peakOf(child.pid) ?? peak), LOOK_MS);
  return new Promise((resolve) => {
    child.on('exit', () => {
      clearInterval(timer);
      resolve(peak);
    });
  });
}

export async function benchMemory() {
  const { realisticFile } = require('./realistic.cjs');
  const top = mkdtempSync(path.join(tmpdir(), 'jihe-bench-'));
  console.log(`\npeak memory of the command line, ${WORKERS} workers`);
  try {
    for (let n = 0; n < DISTINCT; n += 1) writeFileSync(path.join(top, `${n}.xlsx`), await realisticFile(n + 1));
    const peaks = [];
    for (const files of FILES) {
      const folder = mkdtempSync(path.join(top, `${files}-`));
      for (let n = 0; n < files; n += 1) linkSync(path.join(top, `${n % DISTINCT}.xlsx`), path.join(folder, `${n}.xlsx`));
      const peak = await run(folder);
      if (peak === null) return console.log('  this system does not say');
      peaks.push(peak);
      figure(`${files} files`, peak, { goal: GOAL_MB, unit: 'MB' });
    }
    if (peaks.length > 1) figure('memory: most files ÷ next fewer', peaks[peaks.length - 1] / peaks[peaks.length - 2], { goal: 1.1 });
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

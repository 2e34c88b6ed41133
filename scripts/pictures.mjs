/** `npm run pictures`: the pictures of the README, taken in a real Chromium: the built workbench, and the pane in a simulated Excel. */
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './build/target.mjs';

const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const ASSETS = path.join(ROOT, 'assets');

/** The pictures a browser test takes on its way. */
function taken(test, name) {
  const args = [jest, '--runInBand', test, ...(name === undefined ? [] : ['-t', name])];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PICTURES: ASSETS } });
  if (status !== 0) process.exitCode = 1;
  return status === 0;
}

taken('test/browser/workbench-pane.test.ts');
if (taken('test/browser/excel/pane.test.ts', 'open → audit'))
  copyFileSync(path.join(ROOT, '.tmp/shots/excel-pane.png'), path.join(ASSETS, 'excel-pane.png'));

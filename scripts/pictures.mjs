/** `npm run pictures`: the pictures of the README, taken in a real Chromium from the built workbench. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './build/target.mjs';

const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(process.execPath, [jest, '--runInBand', 'test/browser/workbench-pane.test.ts'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, PICTURES: path.join(ROOT, 'assets') },
});
process.exitCode = status ?? 1;

import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');

/** Builds the page of the pane and answers its folder. */
export async function buildPanePage(): Promise<string> {
  const { status, stderr } = spawnSync(process.execPath, [path.join(__dirname, 'build-page.mjs')], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return path.join(ROOT, '.tmp/pane-page');
}

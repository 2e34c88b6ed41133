import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');

/** Builds a page of the browser tests and answers its folder. */
export async function buildPage(name: 'pane' | 'batch'): Promise<string> {
  const { status, stderr } = spawnSync(process.execPath, [path.join(__dirname, 'build-page.mjs'), name], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return path.join(ROOT, `.tmp/page-${name}`);
}

import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import { CSP } from '../../scripts/web/static-server.cjs';
import { ROOT } from '../cli/program';

function start(): { readonly child: ChildProcessWithoutNullStreams; readonly address: Promise<string>; readonly said: () => string } {
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts/start.mjs'), '--no-open'], { cwd: ROOT });
  let said = '';
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('exit', () => reject(new Error(said)));
  });
  return { child, address, said: () => said };
}

it('npm start serves the workbench on this machine alone, says where, and ends when asked; two at once stand side by side', async () => {
  const first = start();
  const address = await first.address;
  const second = start();
  const other = await second.address;
  expect(other).not.toBe(address);
  const page = await fetch(address);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toBe(CSP);
  expect(await page.text()).toContain('<title>绩核</title>');
  expect(first.said()).toContain('不上传');
  for (const { child } of [first, second]) {
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }
}, 300_000);

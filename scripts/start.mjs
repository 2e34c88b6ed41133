/** `npm start`: builds the workbench when needed, serves it on this machine alone and opens the browser where there is one. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { FOLDER, ensureWorkbench, progressOn } from './workbench.mjs';

const { serveFolder } = createRequire(import.meta.url)('./web/static-server.cjs');
const PORT = 5180;
/** Ports tried after the first before any free one is taken: the address stays the same, and with it what the page keeps. */
const NEXT_PORTS = 5;

const failure = await ensureWorkbench({ report: progressOn(process.stderr, '正在准备绩核') });
if (failure !== null) {
  process.stderr.write(`${failure}没有构建成功，绩核未启动。\n`);
  process.exit(1);
}
const served = await firstFree();
const address = `${served.origin}/`;
process.stdout.write(`绩核已启动：${address}\n表格只在本机处理，不上传。按 Ctrl+C 结束。\n`);
if (!process.argv.includes('--no-open')) openBrowser(address);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    void served.close().then(() => process.exit(0));
  });
}

async function firstFree() {
  for (let port = PORT; port < PORT + NEXT_PORTS; port += 1) {
    const served = await serveFolder(FOLDER, { port }).catch((error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return null;
      throw error;
    });
    if (served !== null) return served;
  }
  return serveFolder(FOLDER);
}

function openBrowser(url) {
  const [command, ...args] = opener(url);
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** Nothing where there is no desktop to open it on. */
function opener(url) {
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', url];
  if (process.platform === 'darwin') return ['open', url];
  const desktop = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY ?? '';
  return desktop !== '' && ['/usr/bin', '/bin', '/usr/local/bin'].some((folder) => existsSync(path.join(folder, 'xdg-open')))
    ? ['xdg-open', url]
    : [];
}

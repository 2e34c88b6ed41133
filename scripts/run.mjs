/** `npm run check -- …` is `jihe check …`: builds first when needed, then hands over arguments, streams and exit status. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT, ensureBuilt } from './build.mjs';

const NOT_BUILT = 2;

const failure = await ensureBuilt();
if (failure !== null) {
  process.stderr.write(failure);
  process.stderr.write('构建失败，未执行审核。\n');
  process.exitCode = NOT_BUILT;
} else {
  // npm changes into the package's folder; the program finds the user's own through INIT_CWD.
  const child = spawn(process.execPath, [path.join(ROOT, 'dist', 'jihe.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (status, signal) => {
    process.exitCode = signal === null ? status : NOT_BUILT;
  });
}

/** `npm run check -- …` is `jihe check …`: builds first when needed, then hands over arguments, streams and exit status. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT, ensureBuilt } from './build.mjs';

const NOT_BUILT = 2;

/** npm changes into the package's folder and leaves the user's own in INIT_CWD. */
function whereTheUserStands() {
  const here = process.cwd();
  return here === ROOT ? (process.env.INIT_CWD ?? here) : here;
}

const failure = await ensureBuilt({
  begins: () => process.stderr.write('程序有更新，正在构建，约需半分钟……\n'),
});
if (failure !== null) {
  process.stderr.write(failure);
  process.stderr.write('构建失败，未执行审核。\n');
  process.exitCode = NOT_BUILT;
} else {
  const program = path.join(ROOT, 'dist', 'jihe.js');
  const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit', cwd: whereTheUserStands() });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (status, signal) => {
    process.exitCode = signal === null ? status : NOT_BUILT;
  });
}

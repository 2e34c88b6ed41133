/** One child process that runs tests (judge.cjs), started anew after a hang and before it has grown too large. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../lint/sources.mjs';

const MOST_MEMORY = 1.2e9;

export class Court {
  #switched;
  #child = null;

  /** `switched`: [file, text] of the sources that hold faults behind switches. */
  constructor(switched) {
    this.#switched = switched;
  }

  #started() {
    if (this.#child !== null) return this.#child;
    // A fault that only the four hundredth random case finds is as good as not found.
    const env = { ...process.env, NODE_ENV: 'test', FUZZ_RUNS: '40' };
    this.#child = fork(path.join(ROOT, 'scripts/mutate/judge.cjs'), {
      cwd: ROOT,
      env,
      stdio: 'ignore',
      execArgv: ['--max-old-space-size=2048', '--stack-size=900'],
    });
    this.#child.send({ switched: this.#switched });
    return this.#child;
  }

  close() {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  /**
   * Runs `tests` ({ test, only }) with the fault `on` (null: none). Each file may take `limit(file)` milliseconds.
   * Answers [{ test, milliseconds, failure, reached }]; a file that does not end has failure.name 'does not end'.
   */
  async hear(on, tests, { bail = true, limit, heard = () => undefined }) {
    const files = [];
    let left = [...tests];
    while (left.length > 0) {
      files.push(...(await this.#round(on, left, { bail, limit, heard })));
      if (bail && files.at(-1)?.failure != null) break;
      left = tests.slice(files.length);
    }
    return files;
  }

  #round(on, tests, { bail, limit, heard }) {
    const child = this.#started();
    const files = [];
    let current = tests[0].test;
    let timer;
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(files);
      };
      const broken = (name, why = '') => {
        this.close();
        files.push({ test: current, milliseconds: 0, failure: { name, why }, reached: [] });
        end();
      };
      child.on('exit', () => broken('ends the process'));
      child.on('message', (message) => {
        if (message.crashed !== undefined) broken('error outside of the tests', message.crashed);
        else if (message.begun !== undefined) {
          current = message.begun;
          clearTimeout(timer);
          timer = setTimeout(() => broken('does not end'), limit(current));
        } else if (message.test !== undefined) {
          files.push(message);
          heard(message);
        } else {
          if (message.memory > MOST_MEMORY) this.close();
          end();
        }
      });
      child.send({ on, tests, bail });
    });
  }
}

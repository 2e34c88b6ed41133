import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

export const ROOT = path.resolve(__dirname, '../..');

interface Message {
  readonly ruleId: string | null;
  readonly message: string;
  readonly line: number;
}

/** ESLint, whose configuration is an ES module, as a process of its own; answers come in the order of the questions. */
class Linter {
  private readonly process = spawn(process.execPath, [path.join(__dirname, 'eslint-server.mjs')], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  private readonly answers = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();

  async asks(file: string, text: string): Promise<Message[]> {
    this.process.stdin.write(`${JSON.stringify({ file, text })}\n`);
    const { value, done } = (await this.answers.next()) as IteratorResult<string, undefined>;
    if (done === true) throw new Error('eslint did not run');
    return JSON.parse(value) as Message[];
  }

  end(): void {
    this.process.stdin.end();
  }
}

let linter: Linter | undefined;

afterAll(() => linter?.end());

/** What ESLint says to this text as if it stood in that file: «line rule». */
export async function complaints(file: string, lines: readonly string[]): Promise<string[]> {
  linter ??= new Linter();
  const messages = await linter.asks(path.join(ROOT, file), `${lines.join('\n')}\n`);
  return messages.map(({ line, ruleId, message }) => `${line} ${ruleId ?? message}`);
}

const node = (...args: readonly string[]) => spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });

/** What a script of scripts/lint says of the tree as it stands. */
export function script(name: string, ...args: readonly string[]): { readonly status: number | null; readonly stderr: string } {
  const { status, stderr } = node(path.join(ROOT, 'scripts/lint', name), ...args);
  return { status, stderr };
}

/** Circles among the files of a folder. */
export function circlesIn(folder: string): readonly (readonly string[])[] {
  const code = `import('./scripts/lint/sources.mjs').then(({ circles, modulesIn }) => {
    const modules = modulesIn('${folder}');
    console.log(JSON.stringify(circles([...modules.keys()], (file) => modules.get(file).imports.map(({ to }) => to))));
  })`;
  return JSON.parse(node('-e', code).stdout) as string[][];
}

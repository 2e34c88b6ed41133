import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../..');
const ESLINT = path.join(ROOT, 'node_modules/eslint/bin/eslint.js');

interface Message {
  readonly ruleId: string | null;
  readonly message: string;
  readonly line: number;
}

/** Its configuration is an ES module, so ESLint runs as the command it is. */
function eslint(args: readonly string[], input?: string): Message[] {
  const { stdout, stderr } = spawnSync(process.execPath, [ESLINT, '--format', 'json', ...args], { cwd: ROOT, input, encoding: 'utf8' });
  if (!stdout.startsWith('[')) throw new Error(`eslint did not run: ${stderr}${stdout}`);
  return (JSON.parse(stdout) as { messages: Message[] }[]).flatMap(({ messages }) => messages);
}

/** What ESLint says to this text as if it stood in that file: «line rule». */
export function complaints(file: string, lines: readonly string[]): string[] {
  return eslint(['--stdin', '--stdin-filename', path.join(ROOT, file)], `${lines.join('\n')}\n`).map(
    ({ line, ruleId, message }) => `${line} ${ruleId ?? message}`,
  );
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

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

// The rule walks files on disk and cannot start from one that is not there.
const VIRTUAL = ['--rule', '{"import/no-cycle": "off"}'];

/** What ESLint says to this text as if it stood in that file: «line rule». */
export function complaints(file: string, lines: readonly string[]): string[] {
  return eslint([...VIRTUAL, '--stdin', '--stdin-filename', path.join(ROOT, file)], `${lines.join('\n')}\n`).map(
    ({ line, ruleId, message }) => `${line} ${ruleId ?? message}`,
  );
}

/** What ESLint says to files on disk that it otherwise leaves alone. */
export function complaintsOnDisk(files: readonly string[]): string[] {
  return eslint(['--no-ignore', ...files]).map(({ ruleId, message }) => ruleId ?? message);
}

/** The names in scripts/lint/rooms.mjs, which is an ES module too. */
export function tables(): { readonly rooms: readonly string[]; readonly hosts: readonly string[] } {
  const script =
    "import('./scripts/lint/rooms.mjs').then(({ ROOMS, HOSTS }) => console.log(JSON.stringify({ rooms: Object.keys(ROOMS), hosts: Object.keys(HOSTS) })))";
  return JSON.parse(spawnSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' }).stdout) as ReturnType<typeof tables>;
}

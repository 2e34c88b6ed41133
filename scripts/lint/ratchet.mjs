/**
 * `node scripts/lint/ratchet.mjs`: lowers the limits in ratchet.json to what the files need now. It never raises one: a file
 * that has grown is to be cut down. `--check` only says what could be lowered, and ends with 1 where something can.
 */
import { ESLint } from 'eslint';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './sources.mjs';

const FILE = path.join(ROOT, 'scripts/lint/ratchet.json');
const RULES = { lines: 'max-lines', complexity: 'complexity' };
const NUMBER = { lines: /\((\d+)\)/, complexity: /complexity of (\d+)/ };

/** What ESLint counts in these files above the limits that hold for all: { lines: { file: n }, complexity: { file: n } }. */
export async function measured(files) {
  const limits = { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }], complexity: ['error', 15] };
  const config = files.map((file) => ({ files: [file], rules: limits }));
  const eslint = new ESLint({ cwd: ROOT, overrideConfig: config });
  const found = { lines: {}, complexity: {} };
  for (const { filePath, messages } of files.length === 0 ? [] : await eslint.lintFiles(files)) {
    const file = path.relative(ROOT, filePath).split(path.sep).join('/');
    for (const [kind, rule] of Object.entries(RULES)) {
      const counts = messages.filter((one) => one.ruleId === rule).map((one) => Number(NUMBER[kind].exec(one.message)[1]));
      if (counts.length > 0) found[kind][file] = Math.max(...counts);
    }
  }
  return found;
}

function lowered(before, now) {
  const kept = Object.entries(before).filter(([file]) => now[file] !== undefined);
  return Object.fromEntries(kept.map(([file, max]) => [file, Math.min(max, now[file])]));
}

async function main(isCheck) {
  const written = readFileSync(FILE, 'utf8');
  const before = JSON.parse(written);
  const listed = [...Object.keys(before.lines), ...Object.keys(before.complexity)];
  const now = await measured([...new Set(listed)].filter((file) => existsSync(path.join(ROOT, file))));
  const after = {
    lines: lowered(before.lines, now.lines),
    complexity: lowered(before.complexity, now.complexity),
  };
  const text = `${JSON.stringify(after, null, 2)}\n`;
  if (text === written) return;
  if (!isCheck) writeFileSync(FILE, text);
  else {
    console.error('scripts/lint/ratchet.json can be lowered: node scripts/lint/ratchet.mjs');
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--check'));

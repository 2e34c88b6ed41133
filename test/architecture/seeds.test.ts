/** A property that fails once and never again has told nothing: each is drawn by a seed that its failure names and FUZZ_SEED repeats. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const TESTS = path.join(__dirname, '..');

const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(path.join(TESTS, name), 'utf8') }))
  .filter(({ name, text }) => /\bfc\.(?:assert|check|sample)\(/.test(text) && !name.startsWith('architecture'));

/** What stands between the brackets of each call. */
function callsOf(text: string): readonly string[] {
  return [...text.matchAll(/\bfc\.(?:assert|check|sample)\(/g)].map(({ index, 0: call }) => {
    let depth = 1;
    let at = index + call.length;
    for (; at < text.length && depth > 0; at += 1) depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
    return text.slice(index, at);
  });
}

/** Where the settings have a name: what that name holds. */
function settingsOf(text: string, call: string): string {
  const name = /(\w+),?\s*\)$/.exec(call)?.[1];
  return name === undefined ? '' : (new RegExp(`const ${name}\\b[^;]*;`).exec(text)?.[0] ?? '');
}

test('there are such properties', () => expect(files.length).toBeGreaterThan(20));

test.each(files)('$name', ({ text }) => {
  expect(text).toMatch(/import \{[^}]*\bSEED\b[^}]*\} from|FUZZ_SEED|const SEED = \d/);
  for (const call of callsOf(text)) expect(`${call.slice(-200)}${settingsOf(text, call)}`).toContain('seed');
});

/** The worked example of docs/standards.md is a good file, and the fault it shows is told as it says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readYaml } from '../../src/standards/yaml';
import { problemsText } from '../../src/words/standard-problems';
import { BUILTIN, builtinStandard } from '../../src/standards/builtin';
import { SWITCH_KEYS } from '../../src/standards/keys';
import { loadStandard } from '../../src/standards/load';
import { unreadRules } from '../../src/standards/unread';

const PAGE = readFileSync(path.resolve(__dirname, '../../docs/standards.md'), 'utf8');
const EXAMPLE = (/((?:^ {4}编号: xx-county-whole\n)(?: {4}.*\n)+)/m.exec(PAGE)![1] ?? '').replace(/^ {4}/gm, '');

function load(text: string) {
  const read = readYaml(text);
  if (!read.ok) throw new Error(problemsText(read.problems, '我县2025.yaml'));
  return loadStandard(read.tree, { lineOf: read.lineOf, baseOf: builtinStandard });
}

test('the worked example loads and every sentence of it is read', () => {
  const loaded = load(EXAMPLE);
  expect(loaded.ok).toBe(true);
  if (loaded.ok) expect(unreadRules(loaded.standard)).toEqual([]);
});

test('the fault shown is told in these words', () => {
  const lines = EXAMPLE.split('\n');
  const at = lines.findIndex((line) => line.trim() === '分值: 10');
  lines[at] = lines[at]!.replace('10', '10分');
  const loaded = load(lines.join('\n'));
  expect(loaded.ok ? '' : problemsText(loaded.problems, '我县2025.yaml').replace(/第 \d+ 行/, '第 24 行')).toBe(
    /^ {4}(我县2025\.yaml 第 24 行.*)$/m.exec(PAGE)![1],
  );
  expect(loaded.ok ? 0 : loaded.problems[0]!.line).toBe(at + 1);
});

test('every built-in standard and every switch is on the page', () => {
  for (const { id } of BUILTIN) expect(PAGE).toContain(`| ${id} |`);
  for (const name of Object.values(SWITCH_KEYS)) expect(PAGE).toContain(`| ${name} |`);
});

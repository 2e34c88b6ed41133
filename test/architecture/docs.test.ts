import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { CHECKS } from '../../src/checks/index';
import { kindsIn } from '../../scripts/docs/kinds';
import { checksPage } from '../../scripts/docs/page';
import { ROOT, build } from '../cli/program';

beforeAll(build);

it('docs/checks.md, the output in README.md and its picture are what the program says now', () => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'scripts/docs.mjs'), '--check'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

it('every check has its section, its text free of markup', () => {
  const kindOf = kindsIn(ROOT);
  const page = checksPage(CHECKS, kindOf);
  for (const { code } of CHECKS) expect(page.split(`\n### \`${code}\`\n`)).toHaveLength(2);
  const odd = CHECKS.map((check) => ({ ...check, title: '甲|乙<b>', explain: { looksFor: '一\n二*', howToFix: '_三_' } })).slice(0, 1);
  expect(checksPage(odd, kindOf)).toContain('| 甲\\|乙\\<b\\> |');
  expect(checksPage(odd, kindOf)).toContain('- 查什么：一 二\\*\n');
});

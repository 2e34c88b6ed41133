/** What docs/security.md and docs/dependencies.md say is so. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import lock from '../../package-lock.json';
import manifest from '../../package.json';
import policy from '../../scripts/web/policy.json';
import { DEFAULT_LIMITS } from '../../src/hosts/file';
import { DOCUMENT_TEXT } from '../../src/hosts/file/limits';
import { MOST_LINES, MOST_TABLES } from '../../src/recognition/table-count';

const ROOT = path.resolve(__dirname, '../..');
const page = (name: string): string => readFileSync(path.join(ROOT, 'docs', name), 'utf8');

/** The rows of a page's tables, cells trimmed, headings and rules left out. */
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([first]) => first !== '---' && first !== '组件');

const licenceOf = (name: string): string => {
  const { license } = JSON.parse(readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { license: string };
  return name === '@microsoft/office-js' ? '微软许可条款' : license;
};

test('every dependency stands in its table with its licence and a reason, and nothing else does', () => {
  const [, shipped = '', developed = ''] = page('dependencies.md').split('\n## ');
  for (const [text, names] of [
    [shipped, manifest.dependencies],
    [developed, manifest.devDependencies],
  ] as const) {
    const rows = rowsOf(text);
    expect(rows.map(([name, licence]) => [name, licence])).toEqual(Object.keys(names).map((name) => [name, licenceOf(name)]));
    for (const [name, , why] of rows) expect([name, why!.length > 1]).toEqual([name, true]);
  }
});

test('nothing in the lock file is built on the machine or runs a script when it is installed', () => {
  const packages = Object.entries(lock.packages) as [string, { hasInstallScript?: boolean; optional?: boolean; cpu?: string[] }][];
  // One is for macOS alone and optional: watching files, which no command of ours does there.
  const scripted = packages.filter(([, one]) => one.hasInstallScript === true || one.cpu !== undefined).map(([name]) => name);
  expect(scripted.filter((name) => name !== 'node_modules/fsevents')).toEqual([]);
  for (const name of scripted)
    expect([name, lock.packages[name as keyof typeof lock.packages]]).toEqual([name, expect.objectContaining({ optional: true })]);
  for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test('the limits are those of the program', () => {
  const said = new Map(rowsOf(page('security.md').split('\n## ')[2]!).map(([name, value]) => [name, value]));
  const number = (name: string): number => Number(/[\d,]+/.exec(said.get(name)!)![0].replaceAll(',', ''));
  expect(number('解压后总大小') * 1024 * 1024).toBe(DEFAULT_LIMITS.inflatedBytes);
  expect(number('压缩比')).toBe(DEFAULT_LIMITS.ratio);
  expect(number('部件数')).toBe(DEFAULT_LIMITS.parts);
  expect(number('有内容的单元格')).toBe(DEFAULT_LIMITS.cells);
  expect(number('合并区域的行数')).toBe(DEFAULT_LIMITS.mergeRows);
  expect(number('工作表')).toBe(DEFAULT_LIMITS.sheets);
  expect(number('同一清单里的关联')).toBe(DEFAULT_LIMITS.relations);
  expect(number('公式文字')).toBe(DEFAULT_LIMITS.formulaText);
  expect(number('评分表')).toBe(MOST_TABLES);
  expect(number('指标行')).toBe(MOST_LINES);
  expect(number('自评报告')).toBe(DOCUMENT_TEXT);
  expect(number('旧格式（.xls 等）') * 1024 * 1024).toBe(DEFAULT_LIMITS.oldBytes);
});

test('the policy is the one that is served', () => {
  const rows = rowsOf(page('security.md').split('\n## ')[3]!).filter(([name]) => name !== '指令');
  expect(rows).toEqual(Object.entries(policy).map(([directive, sources]) => [`\`${directive}\``, `\`${sources}\``]));
});

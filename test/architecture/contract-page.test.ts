/** docs/contract.md says what the command line has and does, and the command line has nothing it does not say. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { contractPage } from '../../scripts/docs/contract';
import { kindsIn } from '../../scripts/docs/kinds';
import { CHECKS } from '../../src/checks';
import { OPTION_NAMES } from '../../src/cli/args/options';
import { EXIT } from '../../src/cli/exit';
import { FORMATS } from '../../src/cli/output/format';
import { REPORT_CODES } from '../../src/report';
import { USAGE } from '../../src/cli/texts/usage';
import { sampleReview, SAMPLE_NAMES } from '../results/reviews';
import { tableJson } from '../../src/receipt';

const ROOT = path.resolve(__dirname, '../..');
/** Without what comes with later issues. */
const PAGE = readFileSync(path.join(ROOT, 'docs/contract.md'), 'utf8').replace(/^Coming with their issues.*$/m, '');
const PARTS = PAGE.split(/^## (?=JSON|Check codes)/m);
const [COMMANDS = ''] = PARTS;
const part = (begins: RegExp): string => PARTS.find((text) => begins.test(text)) ?? '';
const JSON_PART = part(/^JSON \(`--format json`/);
const COMPARISON_PART = part(/^JSON of compare \(/);
const REPORT_PART = part(/^JSON of report/);
const ROUND_PART = part(/^JSON of compare --as resubmitted/);
const ROSTER_PART = part(/^JSON of check --roster/);
const BUDGET_PART = part(/^JSON of check --budget/);
const LEDGER_PART = part(/^JSON of recalc/);
const CODES = part(/^Check codes/);

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();
const all = (text: string, pattern: RegExp): readonly string[] => sorted([...text.matchAll(pattern)].map((match) => match[1]!));

/** Names of all properties that the receipt's types declare: the compiler holds what is printed to them. */
function declaredFields(types = 'types.ts'): readonly string[] {
  const file = path.join(ROOT, 'src/receipt', types);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node)) names.push(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return sorted(names);
}

function printedFields(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(printedFields);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...printedFields(inner)]);
}

it('names every option, and no other; so does the help', () => {
  expect(all(COMMANDS, /--([a-z][a-z-]+)/g)).toEqual(sorted([...OPTION_NAMES, ...NPM]));
  expect(all(USAGE, /--([a-z][a-z-]+)/g).filter((name) => !OPTION_NAMES.includes(name))).toEqual([]);
  expect(OPTION_NAMES.filter((name) => !USAGE.includes(`--${name}`) && !['help'].includes(name))).toEqual([]);
});
/** npm's own, in the line on running from a checkout. */
const NPM = ['silent'];

it('names every command and every format', () => {
  expect(all(COMMANDS, /^ {4}jihe ([a-z]+)/gm)).toEqual([
    'check',
    'compare',
    'criteria',
    'explain',
    'merge',
    'narrative',
    'opinions',
    'prepublish',
    'recalc',
    'report',
    'return',
    'standards',
    'write',
  ]);
  expect(COMMANDS).toContain(`\`--format ${FORMATS.join('|')}\``);
});

it('gives every exit status a meaning, and no other', () => {
  const [, line = ''] = /^Exit status of check: (.*?) recalc:/m.exec(COMMANDS) ?? [];
  expect(all(line, /(?:^|· )(\d) /g)).toEqual(sorted(Object.values(EXIT).map(String)));
});

it('lists every field of the JSON, and no other', () => {
  const [block = ''] = /^ {4}\{[\s\S]*?^ {4}\}/m.exec(JSON_PART) ?? [];
  expect(all(block, /"([A-Za-z]+)":/g)).toEqual(declaredFields());
});

it('lists every field of a comparison, and no other', () => {
  const [block = ''] = /^ {4}\{[\s\S]*?^ {4}\}/m.exec(COMPARISON_PART) ?? [];
  expect(all(block, /"([A-Za-z]+)":/g)).toEqual(sorted([...declaredFields('comparison-types.ts'), 'address']));
});

it('lists every field of a report, and no other', () => {
  const [block = ''] = /^ {4}\{[\s\S]*?^ {4}\}/m.exec(REPORT_PART) ?? [];
  expect(all(block, /"([A-Za-z]+)":/g)).toEqual(sorted([...declaredFields('report-types.ts'), 'sheet', 'address']));
  const codes = [...REPORT_PART.matchAll(/(report-[a-z-]+)/g)].map((match) => match[1]!);
  expect(sorted(codes)).toEqual(sorted(Object.keys(REPORT_CODES)));
});

it('lists every field of a list held against what came in, and no other', () => {
  const [block = ''] = /^ {4}\{[\s\S]*?^ {4}\}/m.exec(ROSTER_PART) ?? [];
  const counts = ['due', 'received', 'missing', 'withoutData', 'withoutReport', 'units', 'projects'];
  expect(all(block, /"([A-Za-z]+)":/g)).toEqual(sorted([...declaredFields('roster-types.ts'), ...counts]));
});

it('lists every field of a second round, and no other', () => {
  const [block = ''] = /^ {4}\{[\s\S]*?^ {4}\}/m.exec(ROUND_PART) ?? [];
  expect(all(block, /"([A-Za-z]+)":/g)).toEqual(sorted([...declaredFields('round-types.ts'), 'sheet', 'address']));
});

it('lists every field of a budget list, and no other', () => {
  const [block = ''] = /^ {4}\{[\s\S]*?^ {4}\}/m.exec(BUDGET_PART) ?? [];
  expect(all(block, /"([A-Za-z]+)":/g)).toEqual(declaredFields('budget-types.ts'));
});

it('lists every field of a ledger, and no other', () => {
  const [block = ''] = /^ {4}\{[\s\S]*?^ {4}\}/m.exec(LEDGER_PART) ?? [];
  expect(all(block, /"([A-Za-z0-9]+)":/g)).toEqual(sorted([...declaredFields('ledger-types.ts'), 'scores', 'raise', 'totals']));
});

it.each(SAMPLE_NAMES)('what is printed of %s has these fields', async (name) => {
  const { tables, book } = await sampleReview(name);
  const printed = tables.map((table) => JSON.parse(JSON.stringify(tableJson(name, table, book))) as unknown);
  expect(printedFields(printed).filter((field) => !declaredFields().includes(field))).toEqual([]);
  expect(printed.length).toBeGreaterThan(0);
});

it('lists every check code, and no other', () => {
  const said = [...CODES.matchAll(/`([a-z0-9-]+)` (?:[MAI]\b|\(|—)/g), ...CODES.matchAll(/(?:^- |· )`([a-z0-9-]+)`/gm)].map(
    (match) => match[1]!,
  );
  expect(sorted(said)).toEqual(sorted(CHECKS.map(({ code }) => code)));
});

it('gains a line for a check it does not name, and keeps what is written by hand', () => {
  const page = readFileSync(path.join(ROOT, 'docs/contract.md'), 'utf8');
  const kindOf = kindsIn(ROOT);
  expect(contractPage(page, CHECKS, kindOf)).toBe(page);
  const [first] = CHECKS;
  const more = contractPage(page, [...CHECKS, { ...first!, code: 'quite-new' as never, title: '新的检查' }], () => 'scores');
  const added = more.split('\n').filter((line) => !page.includes(line));
  expect(added).toEqual(['- `quite-new` M or A — 新的检查.']);
  expect(more.indexOf('quite-new')).toBeLessThan(more.indexOf('\nExecution and money'));
});

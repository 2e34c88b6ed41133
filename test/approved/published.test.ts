/** Published tables against the goals they were made from: nothing is said of what is equal, and each changed figure is found. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { book, type Rows, toldOf } from './books';

interface Case {
  readonly title: string;
  readonly project?: string;
  readonly unit: string;
  readonly header: readonly string[];
  readonly rows: Rows;
}

const CASES = path.join(__dirname, '..', '..', '..', 'shared', 'cases');
const NAMING = /^(?:[一二三四]级指标|指标名称)$/;
const TARGET = /(?:指标|目标)值/;
const BESIDE = /^(?:指标性质|符号|度量单位|计量单位|单位\(文字描述\))$/;

const plain = (text: string): string => text.replace(/\s/g, '');
const kept = ({ header }: Case): readonly number[] =>
  header.flatMap((text, col) => (NAMING.test(plain(text)) || TARGET.test(plain(text)) || BESIDE.test(plain(text)) ? [col] : []));
const head = ({ title, project, unit }: Case, name: string): Rows => [
  [title.replace('自评', name)],
  ['项目名称', project ?? null],
  ['单位名称', unit],
];

/** The goals as they were approved; `turned`: how a 指标值 was approved otherwise. */
function goals(one: Case, turned: (value: string) => string = (value) => value): Rows {
  const columns = kept(one);
  const target = one.header.findIndex((text) => TARGET.test(plain(text)));
  const shown = one.rows.map((row) => columns.map((col) => (col === target ? turned(String(row[col] ?? '')) : (row[col] ?? null))));
  return [...head(one, '目标申报'), columns.map((col) => one.header[col]!), ...shown];
}

const scores = (one: Case): Rows => [...head(one, '自评'), one.header, ...one.rows];

/** The sign, the figure and the unit in columns of their own, as the budget system writes them. */
function inColumns(one: Case): Rows | null {
  if (one.header.some((text) => BESIDE.test(plain(text)))) return null;
  const [title, project, unit, header, ...rows] = goals(one);
  const target = header!.findIndex((text) => TARGET.test(plain(String(text))));
  const split = (value: string): readonly (string | number)[] => {
    const match = /^([≥≤=＝>]?)(\d+(?:\.\d+)?)([^\d]*)$/.exec(plain(value));
    return match === null ? ['', value, ''] : [match[1]!, Number(match[2]), match[3]!];
  };
  const wider = (row: Rows[number], cells: Rows[number]): Rows[number] => [...row.slice(0, target), ...cells, ...row.slice(target + 1)];
  return [
    title!,
    project!,
    unit!,
    wider(header!, ['指标性质', '指标值', '度量单位']),
    ...rows.map((row) => wider(row, split(String(row[target] ?? '')))),
  ];
}

const names = existsSync(CASES) ? readdirSync(CASES).filter((name) => name.endsWith('.json')) : [];
const cases = names
  .map((name) => [name, JSON.parse(readFileSync(path.join(CASES, name), 'utf8')) as Case] as const)
  .filter(
    ([, { header, rows }]) =>
      rows.length > 0 && header.some((text) => TARGET.test(plain(text))) && header.some((text) => NAMING.test(plain(text))),
  );
if (cases.length === 0) process.stdout.write('skipped: ../shared/cases is not here\n');

(cases.length === 0 ? test.skip.each : test.each)(cases)('%s', async (_, one) => {
  const now = await book({ 自评: scores(one) });
  expect(toldOf(await book({ 目标: goals(one) }), now)).toEqual([]);
  const apart = inColumns(one);
  if (apart !== null) expect(toldOf(await book({ 目标: apart }), now)).toEqual([]);
  const figure = /^([^\d]{0,4})(\d+)(?=[^\d年月.%]|$)/;
  const more = (value: string): string =>
    value.replace(figure, (_whole, sign: string, digits: string) => `${sign}${String(Number(digits) * 3 + 7)}`);
  const target = one.header.findIndex((text) => TARGET.test(plain(text)));
  const turned = one.rows.filter((row) => figure.test(plain(String(row[target] ?? ''))) && plain(String(row[target])).length < 9);
  const said = toldOf(await book({ 目标: goals(one, (value) => (plain(value).length < 9 ? more(plain(value)) : value)) }), now);
  expect(said.filter((line) => !line.startsWith('unclear')).length).toBe(turned.length);
  expect(said.every((line) => /^(?:changed|unclear)/.test(line))).toBe(true);
});

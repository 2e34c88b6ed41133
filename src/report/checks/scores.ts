/** Scores of classes and indicators that the report lists in a table, against the sheet's. */
import type { Assessment } from '../../assessment';
import { numberText } from '../../words';
import { type Addr, Dec, normal } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, yuanOf } from '../numbers';
import type { ReportLine } from '../types';

const SCORE_HEAD = /^(?:自评)?得分$/;
const WEIGHT_HEAD = /^(?:标准)?分值$|^满分$/;
const NAME_HEAD = /^(?:[一二三]级)?指标(?:名称)?$|^(?:指标)?类别$|^项目$/;

export interface Sums {
  readonly score: Dec | null;
  readonly weight: Dec | null;
  readonly at: Addr;
}

/** Sums by the names of classes and indicators; a name that stands twice is nobody's. */
export function namedSums({ scoreTable }: Assessment): ReadonlyMap<string, Sums> {
  const { self, rows, groups } = scoreTable;
  const known = new Map<string, Sums | null>();
  const put = (name: string, sums: Sums): void => {
    known.set(normal(name), known.has(normal(name)) ? null : sums);
  };
  const add = (values: readonly (Dec | null | undefined)[]): Dec | null =>
    values.length === 0 || values.some((value) => value == null) ? null : values.reduce<Dec>((sum, value) => sum.plus(value!), new Dec(0));
  const scored = rows.filter(({ role, shares }) => (role === 'indicator' || role === 'execution') && shares === undefined);
  for (const row of scored)
    put(row.name.value, {
      score: self === null ? null : (row.scores[self]?.value ?? null),
      weight: row.weight?.value ?? null,
      at: row.name.at,
    });
  for (const group of groups) {
    const own = scored.filter(({ id }) => group.rows.includes(id));
    // A cell merged over several rows counts once only where all of them are in the class.
    if (own.length !== group.rows.length) continue;
    const score = self === null ? null : add(own.map((row) => row.scores[self]?.value));
    put(group.name.value, { score, weight: add(own.map((row) => row.weight?.value)), at: group.name.at });
  }
  return new Map([...known].filter((one): one is [string, Sums] => one[1] !== null));
}

interface Columns {
  readonly name: number;
  readonly score: number | null;
  readonly weight: number | null;
}

function columnsOf(head: readonly ReportLine[]): Columns | null {
  const find = (pattern: RegExp): number | null => head.find(({ half }) => pattern.test(normal(half)))?.table![1] ?? null;
  const [name, score, weight] = [find(NAME_HEAD), find(SCORE_HEAD), find(WEIGHT_HEAD)];
  return name === null || (score === null && weight === null) ? null : { name, score, weight };
}

export function checkScores(context: ReportContext): void {
  const { table, lines } = context;
  if (table === null) return;
  const sums = namedSums(table);
  for (const id of new Set(lines.flatMap(({ tableId }) => (tableId === null ? [] : [tableId])))) {
    const cells = lines.filter(({ tableId }) => tableId === id);
    const rows = [...new Set(cells.map(({ table: place }) => place![0]))].map((row) =>
      cells.filter(({ table: place }) => place![0] === row),
    );
    const columns = columnsOf(rows[0] ?? []);
    if (columns === null) continue;
    for (const row of rows.slice(1)) judgeRow(row, columns, sums, context);
  }
}

function judgeRow(row: readonly ReportLine[], columns: Columns, sums: ReadonlyMap<string, Sums>, context: ReportContext): void {
  const at = (col: number | null): ReportLine | undefined => row.find(({ table }) => table![1] === col);
  const name = at(columns.name);
  const known = name === undefined ? undefined : sums.get(normal(name.text));
  if (name === undefined || known === undefined) return;
  for (const [what, col] of [
    ['score', columns.score],
    ['weight', columns.weight],
  ] as const) {
    const line = at(col);
    const figures = line === undefined ? [] : figuresIn(line);
    const [figure] = figures;
    const held = known[what];
    if (
      line === undefined ||
      figure === undefined ||
      figures.length !== 1 ||
      held === null ||
      yuanOf(figure.unit) !== null ||
      figure.unit === '%'
    )
      continue;
    if (
      figure.value
        .minus(held)
        .abs()
        .lte(figure.value.decimalPlaces() < held.decimalPlaces() ? figure.half : 0)
    ) {
      context.tie(figure, 'tied');
      continue;
    }
    const word = what === 'score' ? '得分' : '分值';
    context.find(
      'report-score',
      'mandatory',
      figure,
      `报告表中「${name.text.trim()}」的${word}是${numberText(figure.value)}，评分表中是${numberText(held)}。请核对后改为一致。`,
      { cell: known.at, indicator: name.text.trim(), actual: figure.value, expected: held },
    );
  }
}

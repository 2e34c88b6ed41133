/** A table as lines: each with a name that holds when rows are inserted, and with its values. */
import type { Assessment } from '../assessment';
import type { Figure, Found, FundingRow, Group, IndicatorRow, ScoreColumn, ScoreTable, Slot, TotalRow } from '../score-table';
import { addrKey, type Dec, normal } from '../workbook';
import { foundPlace, moneyPlace, pointsPlace, quantityPlace, ratePlace, textPlace } from './held';
import type { ComparisonKind, Field, TableLine, HeldPlace } from './types';

const SEPARATOR = '/';
const path = (names: readonly string[]): string => names.map(normal).join(SEPARATOR);

const SCORE_FIELDS: Readonly<Record<ScoreColumn['kind'], Field>> = {
  self: 'selfScore',
  review: 'reviewScore',
  finance: 'financeScore',
  other: 'otherScore',
};

type Values = Map<Field, HeldPlace>;

function put<T>(values: Values, field: Field, slot: T | null | undefined, place: (slot: T) => HeldPlace): void {
  if (slot !== null && slot !== undefined && !values.has(field)) values.set(field, place(slot));
}

function putScores(values: Values, scores: readonly (Slot<Dec> | null)[], { scoreColumns }: ScoreTable): void {
  scores.forEach((slot, index) => {
    const column = scoreColumns[index];
    if (column !== undefined) put(values, SCORE_FIELDS[column.kind], slot, pointsPlace);
  });
}

/** Last year's form has another title and other dates, and nobody asks. */
const formLines = (table: ScoreTable, as: ComparisonKind): readonly TableLine[] => {
  const line = (name: string, found: Slot<string> | Found<string> | null | undefined): readonly TableLine[] => {
    if (found === null || found === undefined) return [];
    const place = 'state' in found ? textPlace(found) : foundPlace(found);
    return [{ kind: 'form', key: name, own: name, name, at: place.at, values: new Map([['value', place]]), row: null }];
  };
  const { filledOn, year } = table;
  const dated = (found: Found<unknown>, text: string): Found<string> => ({ ...found, value: text });
  return [
    ...(as === 'yearly' ? [] : line('标题', table.title)),
    ...line('单位名称', table.unit),
    ...line('项目名称', table.project),
    ...line('主管部门', table.department),
    ...(as === 'yearly' || year === undefined ? [] : line('年度', dated(year, String(year.value)))),
    ...(as === 'yearly' || filledOn === undefined
      ? []
      : line('填报日期', dated(filledOn, `${filledOn.value.year}年${filledOn.value.month}月${filledOn.value.day}日`))),
    ...line('等级', table.grade),
    ...line('年度总体目标', table.goals?.expected),
    ...line('总体目标完成情况', table.goals?.achieved),
    ...line('其他说明', table.remarks),
  ];
};

function rowLine(row: IndicatorRow, table: ScoreTable): TableLine {
  const values: Values = new Map();
  put(values, 'fullScore', row.weight, pointsPlace);
  putScores(values, row.scores, table);
  put(values, 'target', row.target, quantityPlace);
  put(values, 'actual', row.actual, quantityPlace);
  put(values, 'rate', row.completion, ratePlace);
  put(values, 'criterion', row.criterion, textPlace);
  put(values, 'reason', row.reason, textPlace);
  put(values, 'evidence', row.evidence, textPlace);
  const execution = row.role === 'execution';
  const own = execution ? '预算执行率' : normal(row.name.value);
  const key = execution ? own : path(row.path.at(-1) === row.name.value ? row.path : [...row.path, row.name.value]);
  return { kind: 'row', key, own, name: row.name.value, at: row.name.at, values, row };
}

function groupLine(group: Group, table: ScoreTable): TableLine {
  const byId = new Map(table.groups.map((one) => [one.id, one]));
  const namesOf = ({ parent, name }: Group): readonly string[] => {
    const above = parent === null ? undefined : byId.get(parent);
    return [...(above === undefined ? [] : namesOf(above)), name.value];
  };
  const values: Values = new Map();
  put(values, 'fullScore', group.weight, pointsPlace);
  putScores(values, group.scores, table);
  return {
    kind: 'group',
    key: path(namesOf(group)),
    own: normal(group.name.value),
    name: group.name.value,
    at: group.name.at,
    values,
    row: null,
  };
}

/** A 小计 is called so in every family: what its rows have in common tells them apart. */
function totalLine(total: TotalRow, table: ScoreTable): TableLine {
  const rows = total.kind === 'total' || total.covers === null ? [] : table.rows.filter(({ id }) => total.covers!.includes(id));
  const [first, ...others] = rows.map((row) => row.path);
  const shared = (first ?? []).filter((name, level) => others.every((other) => other[level] === name));
  const values: Values = new Map();
  put(values, 'fullScore', total.weight, pointsPlace);
  putScores(values, total.scores, table);
  const own = total.kind === 'total' ? '总分' : normal(total.label.value);
  const name = total.kind === 'total' ? '总分' : `${shared.join('')}${total.label.value}`;
  return { kind: 'total', key: `${total.kind} ${own} ${path(shared)}`, own, name, at: total.label.at, values, row: null };
}

function fundingLines({ funding }: ScoreTable): readonly TableLine[] {
  if (funding === undefined) return [];
  const labels = (row: FundingRow, index: number): readonly string[] => {
    const above = row.parent === null || row.parent === index ? undefined : funding.rows[row.parent];
    return [...(above === undefined ? [] : labels(above, row.parent!)), row.label.value];
  };
  return funding.rows.map((row, index): TableLine => {
    const values: Values = new Map();
    for (const field of ['initial', 'budget', 'arrived', 'executed'] as const)
      put(values, field, row[field], (slot) => moneyPlace(slot, funding.unit));
    put(values, 'rate', row.rate, ratePlace);
    put(values, 'fullScore', row.weight, pointsPlace);
    put(values, 'selfScore', row.score, pointsPlace);
    put(values, 'reason', row.reason, textPlace);
    put(values, 'value', row.labelAmount, (slot) => moneyPlace(slot, funding.unit));
    return {
      kind: 'funding',
      key: path(labels(row, index)),
      own: normal(row.label.value),
      name: row.label.value,
      at: row.label.at,
      values,
      row: null,
    };
  });
}

function dataLine(figure: Figure): TableLine {
  const { unit, percent, value } = figure;
  const place = percent === true ? ratePlace(value) : moneyPlace(value, unit === '元' || unit === '万元' ? unit : null);
  const key = `${path(figure.path)} ${normal(figure.column ?? '')} ${figure.ofKind ?? ''} ${String(figure.period)} ${figure.basis ?? ''}`;
  const name = [...figure.path.slice(-2), ...(figure.column === undefined ? [] : [figure.column])].join(' ');
  return { kind: 'data', key, own: normal(figure.path.at(-1) ?? ''), name, at: value.at, values: new Map([['value', place]]), row: null };
}

/** Of equal keys the second and further ones are counted. */
function distinct(lines: readonly TableLine[]): readonly TableLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const whole = `${line.kind} ${line.key}`;
    const count = (seen.get(whole) ?? 0) + 1;
    seen.set(whole, count);
    return { ...line, key: count === 1 ? whole : `${whole} #${count}` };
  });
}

/** A cell is told of once: the execution rate stands among the indicators and in the funding block. */
function eachCellOnce(lines: readonly TableLine[]): readonly TableLine[] {
  const taken = new Set<string>();
  return lines.map((line) => {
    const values = new Map([...line.values].filter(([, { at }]) => !taken.has(addrKey(at))));
    for (const { at } of values.values()) taken.add(addrKey(at));
    return { ...line, values };
  });
}

/** Its lines in the order of the sheet: head, indicators, classes, totals, funding, data sheet. */
export function linesOf({ scoreTable: table }: Assessment, as: ComparisonKind): readonly TableLine[] {
  const rows = table.rows.filter(({ role }) => role !== 'placeholder');
  const groups = table.groups.filter(({ weight, scores }) => weight !== undefined || scores.length > 0);
  const lines = distinct([
    ...formLines(table, as),
    ...rows.map((row) => rowLine(row, table)),
    ...groups.map((group) => groupLine(group, table)),
    ...table.totals.map((total) => totalLine(total, table)),
    ...fundingLines(table),
    ...table.data.map(dataLine),
  ]);
  return eachCellOnce(lines);
}

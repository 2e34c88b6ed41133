/** The form as cells, and where each thing stands. */
import { a1 } from '../../../src/workbook';
import { bookOf, sheetOf, type TestCell } from '../../support/sheets';
import type { WorkbookSnapshot } from '../../../src/workbook/types';
import { dataSheet } from './data';
import type { Row } from './rows';
import type { Table } from './table';

export type Role =
  | 'sequence'
  | 'first'
  | 'second'
  | 'name'
  | 'symbol'
  | 'target'
  | 'unit'
  | 'actual'
  | 'weight'
  | 'criterion'
  | 'score'
  | 'review'
  | 'opinion'
  | 'reason'
  | 'evidence';

export interface Laid {
  readonly book: WorkbookSnapshot;
  /** 「3:score」, 「total:score」, 「fund:rate」 … → A1 of the form's sheet. */
  readonly places: ReadonlyMap<string, string>;
}

const FIRST = { output: '产出指标', effect: '效益指标', pleased: '满意度指标', whole: '' } as const;

const HEADERS: Record<Table['form'], readonly (readonly [Role, string])[]> = {
  national: [
    ['first', '一级指标'],
    ['second', '二级指标'],
    ['name', '三级指标'],
    ['target', '年度指标值'],
    ['actual', '实际完成值'],
    ['weight', '分值'],
    ['score', '得分'],
    ['reason', '偏差原因分析及改进措施'],
  ],
  symbol: [
    ['first', '一级指标'],
    ['second', '二级指标'],
    ['name', '三级指标'],
    ['symbol', '指标性质'],
    ['target', '指标值'],
    ['unit', '度量单位'],
    ['actual', '实际完成值'],
    ['weight', '权重'],
    ['score', '得分'],
    ['reason', '未完成原因分析'],
  ],
  criteria: [
    ['first', '一级指标'],
    ['name', '三级指标'],
    ['weight', '分值'],
    ['criterion', '评分标准'],
    ['score', '自评得分'],
    ['reason', '自评说明'],
  ],
  review: [
    ['first', '一级指标'],
    ['name', '三级指标'],
    ['weight', '分值'],
    ['criterion', '评价标准'],
    ['score', '自评得分'],
    ['reason', '自评依据'],
    ['review', '复核得分'],
    ['opinion', '复核意见'],
  ],
  transfer: [
    ['first', '一级指标'],
    ['second', '二级指标'],
    ['name', '三级指标'],
    ['target', '指标值'],
    ['actual', '全年实际完成值'],
    ['reason', '未完成原因和改进措施'],
  ],
};

const WHOLE_FIRST = ['预算编制', '预算执行', '预算管理', '履职效果'];

class Page {
  readonly lines: TestCell[][] = [];
  readonly merges: string[] = [];
  readonly places = new Map<string, string>();

  get row(): number {
    return this.lines.length;
  }

  line(cells: readonly TestCell[]): void {
    this.lines.push([...cells]);
  }

  /** A cell of the line being written. */
  put(col: number, cell: TestCell, place?: string): void {
    const line = this.lines[this.lines.length - 1]!;
    while (line.length <= col) line.push(undefined);
    line[col] = cell;
    if (place !== undefined) this.places.set(place, a1(this.row - 1, col));
  }

  at(place: string): string {
    return this.places.get(place)!;
  }
}

/** A percentage as the office types it. */
function percentCell(text: string, table: Table): TestCell {
  const match = /^(-?[\d.]+)%$/.exec(text);
  if (match === null || table.layout.percent === 'text') return text;
  const value = Number(match[1]);
  return table.layout.percent === 'format' ? { v: Number((value / 100).toFixed(6)), format: '0.00%' } : { v: value, format: '0.0"%"' };
}

const score = (value: number): TestCell => value;
/** Money as the sheet's unit has it. */
const money = (value: number, table: Table): TestCell => (table.layout.money === '元' ? Math.round(value * 10000) : value);

function textsOf(table: Table, one: Row, n: number): Partial<Record<Role, TestCell>> {
  const symbol = table.form === 'symbol' && one.figures !== null;
  const bare = table.form === 'symbol' && one.figures !== null && (table.layout.bareActual || one.unit === '%');
  const figure = one.figures === null ? '' : one.figures.actual;
  return {
    sequence: n + 1,
    name: one.name,
    symbol: one.figures === null ? (one.kind === 'words' ? '定性' : '') : one.symbol,
    target: symbol ? one.figures!.target : one.target,
    unit: one.figures === null ? '' : one.unit,
    actual: bare && one.unit !== '%' ? figure : percentCell(one.actual, table),
    weight: one.weight,
    criterion: one.criterion,
    score: score(one.score),
    review: table.review[n]!,
    opinion: table.review[n] === one.score ? '同意自评' : '佐证材料不足，扣1分',
    reason: one.reason,
    evidence: '见附件' + String(n + 1),
  };
}

function head(page: Page, table: Table, width: number): void {
  const titles = {
    national: '项目支出绩效自评表',
    symbol: '项目支出绩效自评表',
    criteria: '部门整体支出绩效自评评分表',
    review: '部门整体支出绩效评价复核表',
    transfer: '转移支付区域绩效自评表',
  };
  page.line([`${table.year}年度${titles[table.form]}`]);
  page.merges.push(`A1:${a1(0, width - 1)}`);
  if (table.funding === null) page.line([`单位名称：${table.unit}`]);
  else {
    page.line(['项目名称', '示例专项']);
    page.line(['主管部门', table.unit, undefined, '实施单位', table.unit]);
  }
}

function funding(page: Page, table: Table): void {
  const { funding: fund, layout } = table;
  if (fund === null) return;
  const scored = table.form !== 'transfer';
  const heading: TestCell[] = [
    `项目资金（${layout.money}）`,
    undefined,
    '年初预算数',
    '全年预算数',
    '全年执行数',
    ...(scored ? ['分值', '执行率', '得分'] : ['执行率']),
  ];
  if (!scored) heading[2] = undefined;
  page.line(heading);
  const [rateCol, weightCol, scoreCol] = scored ? [6, 5, 7] : [5, -1, -1];
  const line = (label: string, initial: number, budget: number, executed: number): void => {
    page.line([label]);
    if (scored) page.put(2, money(initial, table));
    page.put(3, money(budget, table));
    page.put(4, money(executed, table));
  };
  line('年度资金总额', fund.initial, fund.budget, fund.executed);
  const [budgetAt, executedAt] = [a1(page.row - 1, 3), a1(page.row - 1, 4)];
  page.places.set('fund:executed', executedAt);
  const formula = layout.sums !== 'typed';
  const stored = layout.sums === 'stored';
  page.put(
    rateCol,
    formula
      ? { f: `${executedAt}/${budgetAt}`, format: '0.00%', ...(stored ? { v: fund.rate / 100 } : {}) }
      : percentCell(`${fund.rate}%`, table),
    'fund:rate',
  );
  if (scored) {
    page.put(weightCol, fund.weight, 'fund:weight');
    const at = (col: number): string => a1(page.row - 1, col);
    page.put(
      scoreCol,
      formula ? { f: `ROUND(${at(weightCol)}*${at(rateCol)},2)`, ...(stored ? { v: fund.score } : {}) } : fund.score,
      'fund:score',
    );
  }
  for (const [label, initial, budget, executed] of fund.parts) {
    line(label, initial, budget, executed);
    if (label.startsWith('其中')) page.places.set('fund:part', a1(page.row - 1, 4));
    if (scored) for (const col of [5, 6, 7]) page.put(col, '—');
  }
}

/** Lays out the form; `data`: the sheet beside it. */
export function lay(table: Table): Laid {
  const page = new Page();
  const columns: (readonly [Role, string])[] = [
    ...(table.layout.sequence ? [['sequence', '序号'] as const] : []),
    ...HEADERS[table.form],
    ...(table.layout.evidence ? [['evidence', '佐证材料'] as const] : []),
  ];
  const col = new Map(columns.map(([role], n) => [role, n]));
  head(page, table, columns.length);
  funding(page, table);
  page.line(columns.map(([, text]) => text));
  columns.forEach(([role], n) => page.places.set(`head:${role}`, a1(page.row - 1, n)));
  rows(page, table, col);
  if (table.form !== 'transfer') totals(page, table, col);
  if (table.layout.footer)
    page.line([`填报人：张某`, undefined, `联系电话：0571-88880000`, undefined, `填报日期：${table.year + 1}年2月18日`]);
  const form = sheetOf('自评表', page.lines, { merges: page.merges });
  const beside = table.layout.data === null ? [] : [dataSheet(table)];
  return { book: bookOf([form, ...beside]), places: page.places };
}

function rows(page: Page, table: Table, col: ReadonlyMap<Role, number>): void {
  const firstOf = (one: Row, n: number): string =>
    one.level === 'whole' ? WHOLE_FIRST[Math.floor((n * WHOLE_FIRST.length) / table.rows.length)]! : FIRST[one.level];
  const runs = new Map<Role, { from: number; text: string }>();
  const close = (role: Role): void => {
    const run = runs.get(role);
    if (run !== undefined && table.layout.parents === 'merged' && page.row - 1 > run.from)
      page.merges.push(`${a1(run.from, col.get(role)!)}:${a1(page.row - 1, col.get(role)!)}`);
    runs.delete(role);
  };
  table.rows.forEach((one, n) => {
    const before = n === 0 ? null : table.rows[n - 1]!;
    const first = firstOf(one, n);
    const newFirst = before === null || firstOf(before, n - 1) !== first;
    const newSecond = newFirst || before.second !== one.second;
    if (newFirst) {
      if (before !== null) {
        close('first');
        close('second');
        if (table.layout.subtotals) subtotal(page, table, col, firstOf(before, n - 1));
      }
    } else if (newSecond) close('second');
    const texts = textsOf(table, one, n);
    page.line([]);
    for (const [role, at] of col) {
      if (role === 'first' || role === 'second') {
        const text = role === 'first' ? first : one.second;
        const fresh = role === 'first' ? newFirst : newSecond;
        if (fresh) runs.set(role, { from: page.row - 1, text });
        if (fresh || table.layout.parents === 'repeated') page.put(at, text);
      } else page.put(at, texts[role], `${n}:${role}`);
    }
  });
  close('first');
  close('second');
  if (table.layout.subtotals) subtotal(page, table, col, firstOf(table.rows[table.rows.length - 1]!, table.rows.length - 1));
}

function subtotal(page: Page, table: Table, col: ReadonlyMap<Role, number>, first: string): void {
  const mine = table.rows.map((one, n) => [one, n] as const).filter(([one]) => FIRST[one.level] === first);
  const sum = (of: (one: Row) => number): number => Number(mine.reduce((all, [one]) => all + of(one), 0).toFixed(2));
  page.line([]);
  page.put(col.get('first')!, '小计');
  page.put(
    col.get('weight')!,
    sum((one) => one.weight),
  );
  const cells = mine.map(([, n]) => page.at(`${n}:score`));
  const value = sum((one) => one.score);
  const formula = { f: `SUM(${cells[0]}:${cells[cells.length - 1]})`, ...(table.layout.sums === 'stored' ? { v: value } : {}) };
  page.put(col.get('score')!, table.layout.sums === 'typed' ? value : formula, `sub:${first}`);
}

function totals(page: Page, table: Table, col: ReadonlyMap<Role, number>): void {
  const { layout } = table;
  page.line([layout.totalLabel]);
  page.put(col.get('weight')!, 100, 'total:weight');
  const subs = [...page.places].filter(([place]) => place.startsWith('sub:')).map(([, at]) => at);
  const leaves = layout.subtotals ? subs : [`${page.at('0:score')}:${page.at(`${table.rows.length - 1}:score`)}`];
  const parts = [...(table.funding === null ? [] : [page.at('fund:score')]), ...leaves];
  const formula = { f: `SUM(${parts.join(',')})`, ...(layout.sums === 'stored' ? { v: table.total.score } : {}) };
  page.put(col.get('score')!, layout.sums === 'typed' ? table.total.score : formula, 'total:score');
  const review = col.get('review');
  if (review !== undefined) page.put(review, Number(table.review.reduce((sum, one) => sum + one, 0).toFixed(2)), 'total:review');
  if (table.total.grade !== null) {
    page.line(['评价等级', table.total.grade]);
    page.places.set('grade', a1(page.row - 1, 1));
  }
}

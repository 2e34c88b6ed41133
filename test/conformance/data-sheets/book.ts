/** A 整体 score table that speaks of the figures in its cells, and the data sheet beside it. */
import { a1 } from '../../../src/workbook/address';
import type { WorkbookSnapshot } from '../../../src/workbook/types';
import { Random } from '../random';
import { bookOfGrids, Grid } from '../sheet';
import { correctFigures, shown, type Figures } from './figures';
import { DATA_LAYOUTS, optionsFor, type DataSheet } from './layouts';

/** What a row says in its cells; a mistake changes it before the table is laid out. */
export interface ScoreRow {
  readonly key: string;
  readonly level: string;
  readonly name: string;
  weight: number;
  criterion: string;
  target: string;
  actual: string;
  score: number;
  reason: string;
}

export interface Funding {
  initial: number;
  budget: number;
  executed: number;
}

export interface Draft {
  readonly seed: number;
  /** What the score table says. */
  readonly said: Figures;
  /** What the data sheet says: changed apart. */
  readonly data: Figures;
  readonly form: 'explained' | 'valued';
  rows: ScoreRow[];
  funding: Funding | null;
  titleYear: number | null;
}

/** A correct draft. explained: 自评说明 in words; valued: target, 完成值 and 原因. */
export function correctBook(seed: number): Draft {
  const said = correctFigures(seed);
  const r = new Random(seed * 17 + 1);
  const form = r.pick(['explained', 'explained', 'valued'] as const);
  return {
    seed,
    said,
    data: correctFigures(seed),
    form,
    rows: rowsOf(said, form, r),
    funding: r.chance(0.5)
      ? {
          initial: said.item('spending').values.budget,
          budget: said.item('spending').values.actual,
          executed: said.item('spending').values.actual,
        }
      : null,
    titleYear: said.year,
  };
}

/** The figure as the table writes it: 「900.47万元」 「46人」 「97.83%」. */
export function said(figures: Figures, key: string, column: 'last' | 'budget' | 'actual' = 'actual'): string {
  const item = figures.item(key);
  return `${shown(item, item.values[column])}${item.unit === '%' ? '' : item.unit}`;
}

function rowsOf(f: Figures, form: Draft['form'], r: Random): ScoreRow[] {
  const say = (key: string): string => said(f, key);
  const row = (
    key: string,
    level: string,
    name: string,
    weight: number,
    criterion: string,
    target: string,
    actual: string,
    reason: string,
  ): ScoreRow => ({ key, level, name, weight, criterion, target, actual, score: weight, reason: form === 'explained' ? reason : '' });
  const full = (name: string): string => `${name}≤100%的得满分；每超过1个百分点扣0.5分，扣完为止。`;
  const rows = [
    row(
      'control',
      '投入',
      r.pick(['在职人员控制率', '财政供养人员控制率']),
      10,
      full('控制率'),
      '≤100%',
      say('control'),
      `编制人数${say('posts')}，在职人数${say('inService')}，控制率${say('control')}。`,
    ),
    row(
      'spending',
      '过程',
      '支出合规性',
      20,
      '支出符合规定得20分；每发现一例不合规的扣1分，扣完为止。',
      '合规',
      '合规',
      `${f.year}年支出合计${say('spending')}，其中基本支出${say('basic')}、项目支出${say('project')}，检查发现问题0例。`,
    ),
    row(
      'three',
      '过程',
      '“三公”经费控制情况',
      10,
      '“三公”经费支出数≤“三公”经费预算数的得10分，否则不得分。',
      `≤${say('threeBudget')}`,
      say('three'),
      `“三公”经费支出${say('three')}，未超过“三公”经费预算数${say('threeBudget')}。`,
    ),
    row(
      'reception',
      '过程',
      '公务接待费',
      5,
      '不超过预算的得5分，否则不得分。',
      `≤${say('threeBudget')}`,
      say('reception'),
      `公务接待费${say('reception')}，未超预算。`,
    ),
    row(
      'buying',
      '过程',
      '政府采购执行率',
      15,
      '得分=政府采购执行率×15。',
      '100%',
      say('buyingRate'),
      `实际政府采购金额${say('bought')}，政府采购预算数${say('buying')}，政府采购执行率${say('buyingRate')}。`,
    ),
    row('assets', '过程', '固定资产利用率', 15, '得分=固定资产利用率×15。', '100%', say('useRate'), `固定资产利用率${say('useRate')}。`),
    row(
      'public',
      '产出',
      '公用经费控制情况',
      15,
      '控制有效得15分，否则酌情扣分。',
      '有效',
      '有效',
      `公用经费${say('public')}，人员经费${say('personnel')}，控制有效。`,
    ),
    row(
      'carry',
      '效益',
      '结转结余控制',
      10,
      '控制有效得10分，否则酌情扣分。',
      '有效',
      '有效',
      `年末结转和结余${say('carriedOut')}，控制有效。`,
    ),
  ];
  for (const one of rows) deduct(one, f, form);
  return rows;
}

/** Scored by its rate, and the reason for what is lost. */
function deduct(row: ScoreRow, f: Figures, form: Draft['form']): void {
  const rate = row.key === 'buying' ? f.item('buyingRate').values.actual : row.key === 'assets' ? f.item('useRate').values.actual : null;
  if (rate === null || rate >= 10_000) return;
  row.score = Math.floor((2 * row.weight * rate + 100) / 200) / 100;
  const why = row.key === 'buying' ? '部分项目终止采购，按比例扣分' : '部分设备待报废，按比例扣分';
  row.reason = form === 'explained' ? `${row.reason}${why}。` : why;
}

export interface Laid {
  readonly book: WorkbookSnapshot;
  readonly grids: readonly Grid[];
  readonly table: number;
  readonly data: DataSheet;
  /** 「row:cell」 → A1 on the score sheet. */
  readonly places: ReadonlyMap<string, string>;
}

/** Lays the draft out; the layout of the data sheet by its index. */
export function layBook(draft: Draft, layout: number): Laid {
  const options = { ...optionsFor(draft.data, draft.seed) };
  const data = DATA_LAYOUTS[layout]![1](draft.data, {
    ...options,
    titleYear: draft.titleYear === draft.said.year ? options.titleYear : draft.titleYear,
  });
  const grid = new Grid('评分表');
  const places = new Map<string, string>();
  const heads =
    draft.form === 'explained'
      ? ['一级指标', '二级指标', '分值', '评分标准', '自评得分', '自评说明']
      : ['一级指标', '二级指标', '分值', '评分标准', '指标值', '完成值', '自评得分', '扣分原因'];
  const last = heads.length - 1;
  grid.span({ top: 0, bottom: 0, left: 0, right: last }, `${draft.said.year}年度部门整体支出绩效自评表`);
  grid.put(1, 0, `单位名称：${draft.said.unit}`);
  let row = 2;
  if (draft.funding !== null) {
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '执行率'].forEach((text, col) => grid.put(row, col, text));
    const { initial, budget, executed } = draft.funding;
    ['年度资金总额', initial / 100, budget / 100, executed / 100, executed / budget].forEach((value, col) =>
      grid.put(row + 1, col, value, col === 4 ? '0.00%' : col === 0 ? undefined : '0.00'),
    );
    (['initial', 'budget', 'executed'] as const).forEach((key, col) => places.set(`funding:${key}`, a1(row + 1, col + 1)));
    row += 2;
  }
  heads.forEach((text, col) => grid.put(row, col, text));
  draft.rows.forEach((one, index) => {
    row += 1;
    const same = draft.rows[index - 1]?.level === one.level;
    const values = draft.form === 'explained' ? [one.score, one.reason] : [one.target, one.actual, one.score, one.reason];
    [same ? null : one.level, one.name, one.weight, one.criterion, ...values].forEach((value, col) =>
      grid.put(row, col, value === '' ? null : value),
    );
    const cells = draft.form === 'explained' ? ['score', 'reason'] : ['target', 'actual', 'score', 'reason'];
    cells.forEach((cell, at) => places.set(`${one.key}:${cell}`, a1(row, at + 4)));
  });
  row += 1;
  grid.put(row, 0, '总分');
  grid.put(
    row,
    2,
    draft.rows.reduce((sum, one) => sum + one.weight, 0),
  );
  grid.put(row, last - 1, draft.rows.reduce((sum, one) => sum + Math.round(one.score * 100), 0) / 100);
  const first = draft.seed % 2 === 0;
  const grids = first ? [data.grid, grid] : [grid, data.grid];
  return { book: bookOfGrids(grids), grids, table: first ? 1 : 0, data, places };
}

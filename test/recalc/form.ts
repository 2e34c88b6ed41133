/** A small filled project form, read by the real recognition. Row numbers as in the sheet: row 8 is the first indicator. */
import type { RowId, ScoreTable } from '../../src/score-table/types';
import type { Derivation } from '../../src/scoring/types';
import { a1 } from '../../src/workbook/address';
import { contentOf } from '../../src/workbook/contents';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { DEFAULT_OPTIONS, keptText, planRecalc, type Recalc, type RecalcOptions } from '../../src/recalc';
import { wordsFor } from '../../src/words/words';
import { bookOf, sheetOf, type SheetOptions, type TestCell } from '../support/sheets';
import { text, withDerivations } from './support';

type Row = readonly TestCell[];

/** Cells laid over the good form, by A1: `{ H5: null }`. */
export type Over = Readonly<Record<string, TestCell>>;

const ROWS: readonly Row[] = [
  ['项目支出绩效自评表'],
  ['（2024年度）'],
  ['项目名称', '农村饮水管网维修', null, null, null, '实施单位', '某县水务局', null, null],
  ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分', null],
  [null, '年度资金总额', 200, 200, 180, 10, '90%', 9, null],
  [null, '其中：当年财政拨款', 200, 200, 180, '—', '—', '—', null],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施', '复核分'],
  ['产出指标', '数量指标', '维修管网长度', '≥12公里', '12.5公里', 20, 20, null, null],
  [null, '质量指标', '工程验收合格率', '≥98%', '100%', 20, 20, null, null],
  [null, '时效指标', '按期完工率', '≥95%', '100%', 10, 10, null, null],
  ['效益指标', '社会效益指标', '受益人口', '≥3000人', '3120人', 30, 30, null, null],
  ['满意度指标', '服务对象满意度指标', '用水户满意度', '≥90%', '96%', 10, 10, null, null],
  ['总分', null, null, null, null, 100, 99, null, null],
  ['评价等级', '优', null, null],
  [null],
];

/** The form with some cells otherwise. */
export function form(over: Over = {}, options: SheetOptions = {}): WorkbookSnapshot {
  const rows = ROWS.map((row, index) => row.map((cell, col) => (a1(index, col) in over ? over[a1(index, col)] : cell)));
  return bookOf(sheetOf('自评表', rows, options));
}

/** Derivations for rows by the sheet row they stand in (from 1). */
export function byRow(derivations: Readonly<Record<number, Derivation>>) {
  return (scoreTable: ScoreTable): ReadonlyMap<RowId, Derivation> =>
    new Map(
      scoreTable.rows.flatMap((row) => (derivations[row.top + 1] === undefined ? [] : [[row.id, derivations[row.top + 1]!] as const])),
    );
}

export interface Planned {
  readonly recalc: Recalc;
  /** 「G8: · → 20」 */
  readonly changes: readonly string[];
  readonly kept: readonly string[];
}

export function plan(
  book: WorkbookSnapshot,
  derivations: Readonly<Record<number, Derivation>> = {},
  options: Partial<RecalcOptions> = {},
): Planned {
  const recalc = planRecalc(book, withDerivations(byRow(derivations)), { ...DEFAULT_OPTIONS, ...options });
  const words = wordsFor(book, 0);
  return {
    recalc,
    changes: recalc.cells.map((edit) => `${words.cell(edit.at)}: ${text(edit.before)} → ${text(edit.after)}`),
    kept: recalc.tables.flatMap((table) => table.kept.map((one) => keptText(one, words))),
  };
}

export function cell(book: WorkbookSnapshot, row: number, col: number): string {
  return text(contentOf(book, { sheet: 0, row, col }));
}

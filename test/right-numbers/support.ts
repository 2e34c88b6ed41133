/** The whole path on sheets written in the test: cells → recognise → assess, and cells → 运算. */
import { assess } from '../../src/assessment/assess';
import type { Assessment } from '../../src/assessment/types';
import { CHECKS } from '../../src/checks';
import { messagesOf, spoken } from '../../src/assessment/sentences';
import { wordsFor } from '../../src/words/words';
import { recognise } from '../../src/recognition';
import { a1, parseA1 } from '../../src/workbook/address';
import type { CellValue, WorkbookSnapshot } from '../../src/workbook/types';
import { DEFAULT_OPTIONS, keptText, planRecalc, type Recalc, type RecalcOptions } from '../../src/recalc';
import { bookOf, sheetOf, type SheetOptions, type TestCell } from '../support/sheets';

export type Row = readonly TestCell[];
export type { TestCell };
/** Cells laid over a sheet, by A1. */
export type Over = Readonly<Record<string, TestCell>>;

/** A sheet with some cells otherwise; rows are added where needed. */
export function laid(rows: readonly Row[], over: Over = {}): TestCell[][] {
  const grid = rows.map((row) => [...row]);
  for (const [name, cell] of Object.entries(over)) {
    const at = parseA1(name)!;
    while (grid.length <= at.row) grid.push([]);
    grid[at.row]![at.col] = cell;
  }
  return grid;
}

export function bookWith(rows: readonly Row[], over: Over = {}, options: SheetOptions = {}): WorkbookSnapshot {
  return bookOf(sheetOf('自评表', laid(rows, over), options));
}

export const assessAll = (book: WorkbookSnapshot): readonly Assessment[] =>
  recognise(book).tables.map((table, index) => assess(table, book, { first: index === 0 }));

/** The findings of every table: 「M total-score G18」, in order of address. info: those that ask nothing too. */
export function found(book: WorkbookSnapshot, { info = false } = {}): readonly string[] {
  return assessAll(book)
    .flatMap((one) => one.findings)
    .filter((one) => info || one.severity !== 'info')
    .map((one) => `${one.severity[0]!.toUpperCase()} ${one.code} ${a1(one.cell.row, one.cell.col)}`)
    .sort();
}

/** The sentences of all findings. */
export function sentences(book: WorkbookSnapshot): readonly string[] {
  return assessAll(book).flatMap((one) => spoken(one.findings, one.scoreTable.table.sheet, book, messagesOf(CHECKS)).sentences);
}

export interface Recalculated {
  readonly recalc: Recalc;
  /** 「H8 · → 4.5」; formulas whose value follows are left out. */
  readonly writes: readonly string[];
  readonly kept: readonly string[];
  cell(name: string): CellValue;
}

export function recalculated(book: WorkbookSnapshot, options: Partial<RecalcOptions> = {}): Recalculated {
  const recalc = planRecalc(book, assessAll, { ...DEFAULT_OPTIONS, ...options });
  const words = wordsFor(book, 0);
  const text = (value: unknown): string => (value === '' ? '·' : String(value));
  return {
    recalc,
    writes: recalc.cells
      .filter(({ before, after }) => !(before.kind === 'formula' && after.kind === 'formula' && before.formula === after.formula))
      .map(
        ({ at, before, after }) =>
          `${a1(at.row, at.col)} ${before.kind === 'blank' ? '·' : text(before.kind === 'formula' ? `=${before.formula}` : before.value)} → ${after.kind === 'blank' ? '·' : text(after.kind === 'formula' ? `=${after.formula}` : after.value)}`,
      ),
    kept: recalc.tables.flatMap((table) => table.kept.map((one) => keptText(one, words))),
    cell: (name) => {
      const at = parseA1(name)!;
      return recalc.book.sheets[0]!.valueAt(at.row, at.col);
    },
  };
}

/**
 * The national form for projects, filled in and right. A 一级 B 二级 C 三级 D 指标值 E 完成值 F 分值 G 得分 H 原因; rows 11–17 are the
 * indicators, row 6 the funding, row 18 the total 99.5 and row 19 the grade.
 */
export const FORM: readonly Row[] = [
  ['项目支出绩效自评表'],
  ['（2024年度）'],
  ['项目名称', '农村饮水安全项目', null, null, null, null, null, '单位：万元'],
  ['主管部门', '某县水利局', null, '实施单位', '某县水利局'],
  ['项目资金', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', 200, 200, 190, 10, '95%', 9.5],
  ['其中：当年财政拨款', 180, 180, 170, '—', '—', '—'],
  ['上年结转资金', 20, 20, 20, '—', '—', '—'],
  ['其他资金', 0, 0, 0, '—', '—', '—'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  ['产出指标', '数量指标', '维修泵站数量', '≥12座', '12座', 15, 15],
  [null, '质量指标', '工程验收合格率', '≥95%', '98%', 15, 15],
  [null, '时效指标', '完工时间', '11月前', '10月', 10, 10],
  [null, '成本指标', '项目总成本', '≤200万元', '190万元', 10, 10],
  ['效益指标', '社会效益指标', '受益人口数', '≥3000人', '3100人', 15, 15],
  [null, '可持续影响指标', '管护机制健全程度', '健全', '健全', 15, 15],
  ['满意度指标', '服务对象满意度指标', '用水户满意度', '≥90%', '93%', 10, 10],
  ['总分', null, null, null, null, 100, 99.5],
  ['评价等级', '优'],
];

/** A column of the form: 「G」, 11 to 17. */
export const column = (letter: string, from: number, to: number, cell: (row: number) => TestCell): Over =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, index) => [`${letter}${from + index}`, cell(from + index)]));

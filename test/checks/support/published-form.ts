/** Small real sheets, recognised and assessed as a file would be: what one check says of them. */
import { assess } from '../../../src/assessment/assess';
import { CHECKS } from '../../../src/checks';
import type { CheckCode } from '../../../src/checks/codes';
import { wordsFor } from '../../../src/words/words';
import { recognise } from '../../../src/recognition';
import type { SheetSnapshot } from '../../../src/workbook/types';
import { bookOf, sheetOf, type SheetOptions, type TestCell } from '../../support/sheets';

export type Line = readonly TestCell[];

export interface FormSpec {
  readonly name?: string;
  readonly title?: string;
  /** Lines below the title. Default: 单位名称. */
  readonly head?: readonly Line[];
  /** 年初, 全年预算, 执行, 分值, 执行率, 得分, and whatever follows; null: no funding table. */
  readonly funding?: Line | null;
  readonly fundingHeader?: Line;
  /** Header of the columns after 完成值, 分值, 得分. Default: the reason column of the national form. */
  readonly more?: readonly string[];
  /** 一级, 二级, 三级, 指标值, 完成值, 分值, 得分, then `more`. */
  readonly rows: readonly Line[];
  readonly totalScore?: number;
  /** Lines below the total. */
  readonly foot?: readonly Line[];
  readonly options?: SheetOptions;
}

/** The national form; row 1 is the title, the first indicator stands in row 6 (row 4 without funding) when the head is one line. */
export function form(spec: FormSpec): SheetSnapshot {
  const { funding = [100, 100, 100, 10, '100%', 10] } = spec;
  const lines: Line[] = [[spec.title ?? '项目支出绩效自评表（2023年度）'], ...(spec.head ?? [['单位名称', '某某县水利局']])];
  if (funding !== null) {
    lines.push(spec.fundingHeader ?? ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'], [
      '年度资金总额',
      ...funding,
    ]);
  }
  lines.push(
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', ...(spec.more ?? ['偏差原因分析及改进措施'])],
    ...spec.rows,
  );
  const scores = [funding?.[5], ...spec.rows.map((row) => row[6])].filter((score): score is number => typeof score === 'number');
  lines.push(['总分', '', '', '', '', 100, spec.totalScore ?? scores.reduce((sum, score) => sum + score, 0)], ...(spec.foot ?? []));
  return sheetOf(spec.name ?? '自评表', lines, spec.options);
}

export interface Said {
  readonly severity: string;
  readonly cell: string;
  readonly related: readonly string[];
  readonly message: string;
}

/** What the check says of each table of a workbook made of these sheets, arbitration included. */
export function saidOf(
  code: CheckCode,
  sheets: SheetSnapshot | readonly SheetSnapshot[],
  externalLinks: readonly string[] = [],
): readonly Said[] {
  const book = bookOf(sheets, { externalLinks });
  const { tables } = recognise(book);
  if (tables.length === 0) throw new Error('no table recognised');
  const check = CHECKS.find((one) => one.code === code);
  if (check === undefined) throw new Error(`no check ${code}`);
  return tables.flatMap((table) => {
    const words = wordsFor(book, table.table.sheet);
    return assess(table, book)
      .findings.filter((finding) => finding.code === code || finding.code === 'check-crashed')
      .map((finding) => ({
        severity: finding.severity,
        cell: words.cell(finding.cell),
        related: finding.related.map(words.cell),
        message: finding.code === code ? check.message(finding.data, words, finding) : `crashed: ${JSON.stringify(finding.data)}`,
      }));
  });
}

/** 「severity cell」 for short. */
export function briefly(said: readonly Said[]): readonly string[] {
  return said.map((one) => `${one.severity} ${one.cell}`);
}

/** Six rows that give nothing to say: 90 points, all met. */
export const GOOD_ROWS: readonly Line[] = [
  ['产出指标', '数量指标', '维修渠道长度', '≥20公里', '21公里', 20, 20, ''],
  ['', '质量指标', '工程验收合格率', '≥95%', '100%', 15, 15, ''],
  ['', '时效指标', '完工时间', '2023年11月底前', '2023年10月', 15, 15, ''],
  ['效益指标', '社会效益指标', '受益村覆盖率', '≥90%', '92%', 15, 15, ''],
  ['', '可持续影响指标', '管护机制健全程度', '健全', '健全', 15, 15, ''],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '96%', 10, 10, ''],
];

/** GOOD_ROWS with some cells of one row (0-based) replaced, by column (0-based). */
export function goodRowsBut(row: number, cells: Readonly<Record<number, TestCell>>): readonly Line[] {
  return GOOD_ROWS.map((line, index) =>
    index === row
      ? Array.from({ length: Math.max(line.length, ...Object.keys(cells).map((col) => Number(col) + 1)) }, (_, col) =>
          col in cells ? cells[col] : line[col],
        )
      : line,
  );
}

/** A small project form as a workbook, audited whole: recognition, rules and checks together. */
import { assess } from '../../src/assessment/assess';
import type { Assessment } from '../../src/assessment';
import { recognise } from '../../src/recognition';
import { a1 } from '../../src/workbook';
import type { SheetSnapshot, WorkbookSnapshot } from '../../src/workbook/types';
import { bookOf, sheetOf, type SheetOptions, type TestCell } from './sheets';

/** Columns of the form; row 3 (1-based) is its head, row 4 the first indicator. */
export const HEAD = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
  '佐证材料',
] as const;

/** Four indicators, right in all; the total below them in row 8. */
export const ROWS: readonly (readonly TestCell[])[] = [
  ['产出指标', '数量指标', '培训人次', '≥100人次', '112人次', 40, 40, null, '签到表'],
  ['产出指标', '质量指标', '验收合格率', '≥95%', '98%', 30, 30, null, '验收单'],
  ['效益指标', '社会效益指标', '服务覆盖率', '≥90%', '93%', 20, 20, null, '统计表'],
  ['满意度指标', '服务对象满意度', '群众满意度', '≥90%', '95%', 10, 10, null, '问卷'],
];
export const TOTAL: readonly TestCell[] = ['总分', null, null, null, null, 100, 100];

export interface Changes {
  /** By A1: what stands there instead. */
  readonly cells?: Readonly<Record<string, TestCell>>;
  readonly options?: SheetOptions;
  readonly name?: string;
  readonly title?: string;
  readonly rows?: readonly (readonly TestCell[])[];
  readonly total?: readonly TestCell[];
  readonly head?: readonly string[];
}

/** The form with these cells changed. */
export function formSheet({
  cells = {},
  options,
  name = '自评表',
  title = '2024年度项目支出绩效自评表',
  rows = ROWS,
  total = TOTAL,
  head = HEAD,
}: Changes = {}): SheetSnapshot {
  const lines: TestCell[][] = [
    [title],
    ['项目名称', '乡村培训项目', '实施单位', '东江县农业农村局'],
    [...head],
    ...rows.map((row) => [...row]),
    [...total],
  ];
  for (const [at, cell] of Object.entries(cells)) {
    const match = /^([A-Z])(\d+)$/.exec(at)!;
    const row = Number(match[2]) - 1;
    while (lines.length <= row) lines.push([]);
    lines[row]![match[1]!.charCodeAt(0) - 65] = cell;
  }
  return sheetOf(name, lines, options);
}

/** Assessments of every table of a workbook. */
export function auditedBook(sheets: readonly SheetSnapshot[] | WorkbookSnapshot): readonly Assessment[] {
  const book = 'sheets' in sheets ? sheets : bookOf(sheets);
  return recognise(book).tables.map((table) => assess(table, book));
}

/** 「mandatory total-score G8」 for each finding of the first table, information left out. */
export function found(changes: Changes | readonly SheetSnapshot[] = {}): string[] {
  const sheets = Array.isArray(changes) ? (changes as readonly SheetSnapshot[]) : [formSheet(changes as Changes)];
  return auditedBook(sheets)[0]!
    .findings.filter((finding) => finding.severity !== 'info')
    .map(({ severity, code, cell }) => `${severity} ${code} ${cell.sheet === 0 ? '' : `${cell.sheet + 1}!`}${a1(cell.row, cell.col)}`);
}

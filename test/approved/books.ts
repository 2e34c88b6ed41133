import { Workbook } from 'exceljs';
import { approvedTables, assessedTables, compareTargets, pairTargets, type TargetTable } from '../../src/approved';
import { readWorkbook } from '../../src/hosts/file';
import type { WorkbookSnapshot } from '../../src/workbook';

export type Rows = readonly (readonly (string | number | null)[])[];

/** A workbook as its bytes come back from a library that is not ours. `merges`: A1 ranges of the first sheet. */
export async function book(sheets: Readonly<Record<string, Rows>>, merges: readonly string[] = []): Promise<WorkbookSnapshot> {
  const made = new Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const page = made.addWorksheet(name);
    for (const row of rows) page.addRow(row.map((value) => value ?? undefined));
  }
  for (const range of merges) made.worksheets[0]!.mergeCells(range);
  return readWorkbook(new Uint8Array(await made.xlsx.writeBuffer()));
}

/** 绩效目标申报表 of one project: [二级, 三级, 指标值]. */
export const goalForm = (
  rows: Rows,
  head: Rows = [
    ['项目名称', '培训经费'],
    ['实施单位', '某县教育局'],
  ],
): Rows => [
  ['项目支出绩效目标申报表'],
  ['（2024年度）'],
  ...head,
  ['一级指标', '二级指标', '三级指标', '指标值'],
  ...rows.map(([second, name, value]) => [/满意/.test(String(second)) ? '满意度指标' : '产出指标', second!, name!, value!]),
];

/** 自评表 of one project: [二级, 三级, 指标值, 完成值]. */
export const scored = (
  rows: Rows,
  head: Rows = [
    ['项目名称', '培训经费'],
    ['实施单位', '某县教育局'],
  ],
): Rows => [
  ['项目支出绩效自评表'],
  ['（2024年度）'],
  ...head,
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析'],
  ...rows.map(([second, name, value, done]) => [
    /满意/.test(String(second)) ? '满意度指标' : '产出指标',
    second!,
    name!,
    value!,
    done ?? value!,
    10,
    10,
    null,
  ]),
  ['总分', null, null, null, null, rows.length * 10, rows.length * 10, null],
];

/** 「changed 培训次数: sentence」 for each difference; what was not compared with why. */
export function told(approved: readonly TargetTable[], now: readonly TargetTable[]): readonly string[] {
  const { pairs, withoutApproved, withoutTable } = pairTargets(approved, now);
  return [
    ...pairs.flatMap(([was, is]) => {
      const found = compareTargets(was, is);
      return found.compared ? found.differences.map(({ state, name, meaning }) => `${state} ${name}: ${meaning}`) : [found.why];
    }),
    ...withoutApproved.map(([table, why]) => `自评 ${table.project ?? table.unit ?? ''}: ${why}`),
    ...withoutTable.map(([table, why]) => `批复 ${table.project ?? table.unit ?? ''}: ${why}`),
  ];
}

export const toldOf = (goals: WorkbookSnapshot, now: WorkbookSnapshot): readonly string[] =>
  told(approvedTables(goals), assessedTables(now));

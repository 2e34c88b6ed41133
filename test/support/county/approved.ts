/** What was approved for the county's projects: one list of targets for all, and an export of the budget system. */
import { type CountyFile, plainWorkbook, type SheetCells } from './files';
import { type County, type CountyUnit, spread } from './plan';

/** Of 320: units that write another 指标值 than was approved, and units whose amounts differ from the export. */
const CHANGED = 12;
const OTHER_AMOUNT = 9;
const WHOLE = 320;
const share = (count: number, size: number): number => Math.max(2, Math.round((count * size) / WHOLE));

/** Offsets 7 and 8 of FATES. */
export const changedTargets = ({ units }: County): ReadonlySet<number> => spread(units.length, share(CHANGED, units.length), 7);
export const otherAmounts = ({ units }: County): ReadonlySet<number> => spread(units.length, share(OTHER_AMOUNT, units.length), 8);

/** The first indicator was approved with a figure a hundred higher. */
function approvedTarget(target: string, isOther: boolean): string {
  return isOther ? target.replace(/\d+/, (digits) => String(Number(digits) + 100)) : target;
}

export function targetsFile(county: County): CountyFile {
  const changed = changedTargets(county);
  const linesOf = ({ index, name, project }: CountyUnit): readonly SheetCells[] =>
    project.indicators.map(({ path: [first, second], name: indicator, target }, at) => [
      project.code,
      project.name,
      name,
      `${first}指标`,
      `${second}指标`,
      indicator,
      approvedTarget(target, at === 0 && changed.has(index)),
    ]);
  const rows: SheetCells[] = [
    [`${county.place}${county.year}年度项目支出绩效目标批复表`],
    ['项目编码', '项目名称', '项目单位', '一级指标', '二级指标', '三级指标', '指标值'],
    ...county.units.flatMap(linesOf),
  ];
  return { path: '批复目标.xlsx', bytes: plainWorkbook([{ name: '批复目标', rows, merges: ['A1:G1'] }]) };
}

export function budgetFile(county: County): CountyFile {
  const other = otherAmounts(county);
  const rows: SheetCells[] = [
    [`${county.place}${county.year}年预算指标执行表`, null, null, null, null, '单位：万元'],
    ['项目编码', '项目名称', '单位名称', '年初预算数', '全年预算数', '全年执行数'],
    ...county.units.map(({ index, name, project }): SheetCells => {
      const { code, budget, executed } = project;
      return [code, project.name, name, budget, budget, other.has(index) ? executed - 3 : executed];
    }),
  ];
  return { path: '指标执行表.xlsx', bytes: plainWorkbook([{ name: '执行', rows }]) };
}

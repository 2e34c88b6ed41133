/** The wordings of data sheets, ready to be asked. */
import { withoutBrackets } from '../../workbook';
import data from './words.json';

export type HeadRole = 'sequence' | 'label' | 'category' | 'unit' | 'remark' | 'value';

const ROLES = new Map<string, HeadRole>(
  Object.entries(data.heads).flatMap(([role, texts]) => texts.map((text) => [text, role as HeadRole] as const)),
);
const FORMULA_HEADS = new Set(data.formulaHeads);
const UNITS = new Set(data.units);

export const DATA_SHEET_NAME = new RegExp(data.sheetNames);
export const TITLE = new RegExp(data.titles);
export const NOT_FIGURES = new RegExp(data.notFigures);

/** Whose figures a column holds, and nothing else: 「2024年决算数」 「本年数」 「金额」 「调整后预算数（万元）」. */
const VALUE =
  /^(?:(?:19|20)\d{2}年?度?|上一?年度?|去年|本年度?|当年度?|本期|上期|报告期)?(?:部门)?(?:年初|全年|年末|期末|调整后?|追加后)?(?:的)?(?:批复)?(?:(?:预算|决算|执行|实际|完成|调整|发生|填报|统计)(?:批复|安排|完成|执行|支出|调整|发生)?(?:数据|数量|数值|数额|金额|数|额|值)?|支出(?:数|金额|额)|数据|数量|数值|数额|金额|数|额|值)?$|^(?:合计|总计|小计)$/;

/** What a head says its column holds; null for any other text. Expects normalised text. */
export function headRole(normalText: string): HeadRole | null {
  const bare = withoutBrackets(normalText).replace(/[:：]$/, '');
  const known = ROLES.get(bare);
  if (known !== undefined) return known;
  const [first = ''] = bare.split(/[/／]/);
  return first !== '' && VALUE.test(first) ? 'value' : null;
}

/** True for a column whose texts may say how the figure is worked out. */
export function mayHoldFormula(normalText: string): boolean {
  return FORMULA_HEADS.has(withoutBrackets(normalText));
}

/** 万元, 人, %: a unit alone. */
export function isUnit(normalText: string): boolean {
  return UNITS.has(normalText.replace(/^\((.*)\)$/, '$1'));
}

/** The wordings of data sheets, ready to be asked. */
import { withoutBrackets, wordsPattern } from '../../workbook';
import data from './words.json';

export type HeadRole = 'sequence' | 'label' | 'category' | 'unit' | 'remark' | 'value';

const ROLES = new Map<string, HeadRole>(
  Object.entries(data.heads).flatMap(([role, texts]) => texts.map((text) => [text, role as HeadRole] as const)),
);
const FORMULA_HEADS = new Set(data.formulaHeads);
const UNITS = new Set(data.units);

export const DATA_SHEET_NAME = new RegExp(wordsPattern(data.sheetNames));
export const TITLE = new RegExp(
  `${wordsPattern(data.titles)}|${wordsPattern(data.titleEnds)}$|${wordsPattern(data.listedThings)}.{0,8}情况表$`,
);
export const NOT_FIGURES = new RegExp(`${wordsPattern(data.notFigures)}|${wordsPattern(data.notFigureEnds)}$`);

/** Whose figures a column holds, and nothing else: 「2024年决算数」 「本年数」 「金额」 「调整后预算数（万元）」. */
const VALUE = new RegExp(
  `^(?:${wordsPattern(data.years)}|(?:19|20)\\d{2}年?度?)?(?:部门)?${wordsPattern(data.times)}?(?:的)?(?:批复)?(?:${wordsPattern(data.alone)}|${wordsPattern(data.kinds)}${wordsPattern(data.deeds)}?${wordsPattern(data.values)}?)?$|^(?:合计|总计|小计)$`,
);

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

/** Indicator names: the weight written in them, marks, numbering, and words that say «nothing here». */
import totals from './data/totals.json';
import { wordsPattern, chineseDigit, Dec, isPlaceholder, normal, oncePerKey } from '../workbook';
import words from './data/name-words.json';
import grades from './data/grades.json';

const IN_BRACKETS = new RegExp(
  `\\((?:本(?:项|类|指标|部分)?)?${wordsPattern(words.weight)}?:?(\\d+(?:\\.\\d+)?)(分|%)(?:[^()]*|[^()]*\\([^()]*\\)[^()]*)?\\)`,
);
const AT_END = /^(.*[^\d.于过到达少多低高满得扣每、,()])(\d+(?:\.\d+)?)分$/;
/** 「…,占30分(含内控制度10分)」: what the brackets hold is a part of the 30. */
const SHARE = /^(.+?)[,，;；]?占(\d+(?:\.\d+)?)分(?:\([^()]*\))?$/;
const MARKS = /^[★☆▲△●○◆◇※*#√☑□r]+|(?<![★☆▲△※*#])[★☆▲△※*#]+$/g;

export interface NamedWeight {
  /** The name without weight and marks, normalised. */
  readonly name: string;
  readonly weight: Dec | null;
}

/** 「产出指标(50分)」 → 产出指标, 50. 「(50分)」 → '', 50. 「占5分(含某项2分)」: the first figure is the whole. */
export const nameAndWeight: (raw: string) => NamedWeight = oncePerKey((raw) => {
  const text = normal(raw).replace(MARKS, '');
  if (!/\d/.test(text)) return { name: text, weight: null };
  const share = SHARE.exec(text);
  if (share !== null) return { name: share[1]!, weight: new Dec(share[2]!) };
  const bracket = IN_BRACKETS.exec(text);
  if (bracket !== null) {
    const name = (text.slice(0, bracket.index) + text.slice(bracket.index + bracket[0].length)).replace(/[:：]$/, '');
    return { name, weight: new Dec(bracket[1]!) };
  }
  const end = AT_END.exec(text);
  if (end !== null && text.length <= 24) return { name: end[1]!.replace(/[-—:]$/, ''), weight: new Dec(end[2]!) };
  return { name: text, weight: null };
});

const TEMPLATE = /^(?:指标\d*[:.]?(?:[-/…—.]*)|[.…·。]+\/?|\d+[.、]?[…]*)$/;

/** 「指标2:」 「……」 「/」: a slot of the form nobody filled in. */
export const isTemplateName: (name: string) => boolean = oncePerKey((name) => name === '' || TEMPLATE.test(name) || isPlaceholder(name));

/** 「其中桃树种植面积」 and 「其中:…」. */
export function isBreakdownName(name: string): boolean {
  return /^(?:其中|含[:：])/.test(name);
}

const BONUS = new RegExp(
  `^(?:[(\\d一二三四五六七八九十、.)]*)${wordsPattern(words.bonus)}${wordsPattern(words.bonusKinds)}?(?:$|[:(].*|.{0,4}$)|\\((?:加分|扣分|减分)(?:项)?\\)`,
);

/** 加分项, 扣分项: judged outside the 分值 of the table. */
export const isBonusName: (name: string) => boolean = oncePerKey((name) => BONUS.test(name) && !/扣分原因/.test(name));

export type Numbering = 'chinese' | 'bracketed' | 'arabic' | 'none';

const NUMBERED = /^[(\d一二三四五六七八九十]/;

/** How a line is numbered: 一、 / (一) / 1. */
export function numberingOf(text: string): Numbering {
  if (!NUMBERED.test(text)) return 'none';
  if (/^[一二三四五六七八九十]{1,3}(?:[、.:]|$)/.test(text) && (chineseDigit(text[0]!) ?? 0) > 0) return 'chinese';
  if (/^\([一二三四五六七八九十]{1,3}\)/.test(text)) return 'bracketed';
  if (/^\(?\d{1,3}(?:[、.)]|$)/.test(text)) return 'arabic';
  return 'none';
}

const TOTAL = new RegExp(`^${wordsPattern([...totals.anywhere, ...totals.total])}$`);
const STRICT_TOTAL = new RegExp(`^${wordsPattern(totals.anywhere)}$`);
const SUBTOTAL = new RegExp(`^${wordsPattern(totals.subtotal)}$|小计$|^.{1,14}(?:合计|得分合计)$`);

/** Every total or subtotal word has one of these. */
export const TOTAL_HINT = /总|计|得分/;

export type TotalLabel = 'total' | 'subtotal' | null;

const INLINE_SCORE = new RegExp(
  `^(.{2,10}?)[:：]?(\\d+(?:\\.\\d+)?)分?(?:[(,;、](?:(?:自评)?(?:等级|等次)(?:为)?:?)?${wordsPattern(grades.inLabel)}[)]?)?$`,
);

/** 「总分:96分」: the total stated in the label itself; null when there is none. */
export function scoreInLabel(text: string): Dec | null {
  const match = INLINE_SCORE.exec(text);
  return match === null || !STRICT_TOTAL.test(match[1]!.replace(/[:：]$/, '')) ? null : new Dec(match[2]!);
}

function labelText(label: string): string {
  const inline = INLINE_SCORE.exec(label);
  const text = inline !== null && scoreInLabel(label) !== null ? inline[1]! : label;
  return text
    .replace(/\([^()]*\)$/g, '')
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/(?<![:：。])[:：。]+$/, '')
    .replace(/^[一二三四五六七八九十\d]{1,2}[、.]/, '');
}

/** What a label in a name column says about its row. Expects normalised text. */
export function totalLabel(text: string): TotalLabel {
  if (text.length > 24 || text.length < 2 || !TOTAL_HINT.test(text)) return null;
  const label = labelText(text) === '' ? labelText(text.replace(/[()]/g, '')) : labelText(text);
  if (TOTAL.test(label)) return 'total';
  if (SUBTOTAL.test(label)) return 'subtotal';
  return null;
}

/** True for words that are a total wherever in a row they stand, also outside the name columns. */
export function isTotalWord(text: string): boolean {
  return text.length <= 16 && TOTAL_HINT.test(text) && STRICT_TOTAL.test(labelText(text));
}

const NOT_APPLICABLE_CELL = new RegExp(
  `^(?:本?${wordsPattern(words.own)})?${wordsPattern(words.notApplicable)}${wordsPattern(words.thisItem)}?[。.]?$`,
);
const NOT_APPLICABLE_TEXT = new RegExp(
  `(?:^|[,;。:])(?:故|因此|所以|按)?(?:本|该|此)?(?:单位|部门|项|项指标|指标)?(?:不适用|不涉及|无此项)${wordsPattern(words.thisItemInText)}?(?:[,;。]|$)`,
);

/** A short cell that says only 不适用/不涉及/无此项. */
export function saysNotApplicable(normalText: string): boolean {
  return normalText !== '' && normalText.length <= 14 && NOT_APPLICABLE_CELL.test(normalText);
}

/** A longer explanation in which a clause says so: 「无单位食堂,不涉及」. */
export function explainsNotApplicable(normalText: string): boolean {
  return saysNotApplicable(normalText) || NOT_APPLICABLE_TEXT.test(normalText);
}

/** What the lexer hands on. Offsets are in the normalised text. */
import type { Dec } from '../../workbook';

export type TokenKind =
  /** Words that mean nothing to the language, and what has no other kind. */
  | 'phrase'
  /** 5 · 95% (value 0.95) · 3天 · 个百分点 (value 0.01 each) · 5分 · 0.5～1分 */
  | 'num'
  | 'pct'
  | 'qty'
  | 'points-of-percent'
  | 'pts'
  | 'pts-range'
  /** 得 计 记 · 扣 · 不得分 · 不扣分 · 满分 · 一半 (value: a share of the maximum) · 分值 */
  | 'award'
  | 'deduct'
  | 'no-score'
  | 'no-deduct'
  | 'full'
  | 'share'
  | 'max-points'
  /** 每 · 超过 · 低于 · 相差 */
  | 'every'
  | 'over'
  | 'under'
  | 'off'
  /** ≥ 不低于 … (text: the sign) · 以上 · 以下 · 以内 · (含) · (不含) · - ~ 至 · 之间 */
  | 'cmp'
  | 'above'
  | 'below'
  | 'within'
  | 'incl'
  | 'excl'
  | 'dash'
  | 'between'
  /** 扣完为止 · 满分为止 · 最多 · 最低 */
  | 'until-gone'
  | 'until-full'
  | 'at-most'
  | 'at-least'
  /** 否则 · 酌情 · 按比例 · 不计分折算 · 得分= */
  | 'else'
  | 'discretion'
  | 'by-ratio'
  | 'excluded'
  | 'score'
  | 'times'
  | 'div'
  | 'plus'
  | 'open'
  | 'close'
  | 'or'
  | 'and'
  | 'comma'
  | 'semi'
  | 'stop'
  | 'colon'
  | 'enum'
  | 'line'
  | 'mark'
  /** 以100%为标准. */
  | 'threshold'
  /** 四舍五入保留整数. */
  | 'round'
  /** Speaks of scoring in a way that is not read: 另扣, 加分, 不重复扣. */
  | 'unread';

export interface CriterionToken {
  readonly kind: TokenKind;
  /** The normalised words; for cmp the sign. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly value?: Dec;
  /** The words a sign stands for: 「不少于」. */
  readonly words?: string;
  /** The upper end of a range of points. */
  readonly upTo?: Dec;
  /** 例, 项, 天 … of a quantity. */
  readonly unit?: string;
}

/** What tokens say, in the words of the text. */
export function wordsOf(tokens: readonly CriterionToken[]): string {
  return tokens.map(({ text, words }) => words ?? text).join('');
}

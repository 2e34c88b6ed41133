/** Our tokens as chevrotain knows them: made by our own lexer, so none has a pattern. */
import { createToken, Lexer, type IToken, type TokenType } from 'chevrotain';
import type { CriterionToken, TokenKind } from '../tokens';

const KINDS: readonly TokenKind[] = [
  'phrase',
  'num',
  'pct',
  'qty',
  'points-of-percent',
  'pts',
  'pts-range',
  'award',
  'deduct',
  'no-score',
  'no-deduct',
  'full',
  'share',
  'max-points',
  'every',
  'over',
  'under',
  'off',
  'cmp',
  'above',
  'below',
  'within',
  'incl',
  'excl',
  'dash',
  'between',
  'until-gone',
  'until-full',
  'at-most',
  'at-least',
  'else',
  'discretion',
  'by-ratio',
  'excluded',
  'score',
  'times',
  'div',
  'plus',
  'open',
  'close',
  'or',
  'and',
  'comma',
  'semi',
  'stop',
  'colon',
  'enum',
  'line',
  'mark',
  'threshold',
  'round',
  'unread',
];

export interface OurToken extends IToken {
  readonly token: CriterionToken;
}

export const TYPES = Object.fromEntries(
  KINDS.map((kind) => [kind, createToken({ name: kind.replaceAll('-', '_'), pattern: Lexer.NA })]),
) as Record<TokenKind, TokenType>;

export function forChevrotain(token: CriterionToken): OurToken {
  const tokenType = TYPES[token.kind];
  return { token, image: token.text, startOffset: token.from, endOffset: token.to - 1, tokenTypeIdx: tokenType.tokenTypeIdx!, tokenType };
}

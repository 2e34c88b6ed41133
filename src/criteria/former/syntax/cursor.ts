/** Where the reading of one statement stands: it looks ahead as far as three tokens and never goes back, so work is linear. */
import type { CriterionToken, TokenKind } from '../tokens';

let taken = 0;

/** Tokens taken, ever: what the tests count. */
export function tokensTaken(): number {
  return taken;
}

/** The statement is not one of the grammar: there is no recovery, for that would be guessing. Made once, its trace says nothing. */
export const MISMATCH = new Error('not a statement of the grammar');

export class Cursor {
  /** Open brackets. */
  depth = 0;
  private at = 0;

  constructor(private readonly tokens: readonly CriterionToken[]) {}

  get isAtEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  /** The token that comes as the `ahead`th (1: the next) is of one of the kinds. */
  is(ahead: number, kinds: ReadonlySet<TokenKind>): boolean {
    const kind = this.tokens[this.at + ahead - 1]?.kind;
    return kind !== undefined && kinds.has(kind);
  }

  isKind(ahead: number, kind: TokenKind): boolean {
    return this.tokens[this.at + ahead - 1]?.kind === kind;
  }

  /** The next token, which has to be of one of the kinds. @throws MISMATCH */
  take(kinds: ReadonlySet<TokenKind>): CriterionToken {
    if (!this.is(1, kinds)) throw MISMATCH;
    taken += 1;
    this.at += 1;
    return this.tokens[this.at - 1]!;
  }

  takeKind(kind: TokenKind): CriterionToken {
    if (!this.isKind(1, kind)) throw MISMATCH;
    taken += 1;
    this.at += 1;
    return this.tokens[this.at - 1]!;
  }

  /** The next token where it is of that kind. */
  skip(kind: TokenKind): boolean {
    if (!this.isKind(1, kind)) return false;
    this.takeKind(kind);
    return true;
  }
}

export const kinds = (...list: readonly TokenKind[]): ReadonlySet<TokenKind> => new Set(list);

export const VALUES = kinds('num', 'pct', 'qty', 'pts', 'points-of-percent');
export const SIGNS = kinds('cmp', 'over', 'under');
/** What a name may begin with, where it goes on. */
export const NAMES = kinds('phrase', 'qty', 'enum', 'max-points', 'dash', 'div');
export const WORDY = kinds('phrase', 'enum', 'max-points');
/** What may stand between two conditions. */
export const JOINS = kinds('and', 'or', 'comma', 'colon', 'enum');

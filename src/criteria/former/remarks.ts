/** Brackets: remarks go, points and intervals lose theirs, rules in brackets stand on their own, formulas keep theirs. Linear. */
import type { CriterionToken, TokenKind } from './tokens';

const REMARK = new Set<TokenKind>([
  'phrase',
  'qty',
  'comma',
  'enum',
  'or',
  'and',
  'stop',
  'colon',
  'line',
  'semi',
  'dash',
  'open',
  'close',
  'mark',
  'max-points',
  'between',
]);
const INTERVAL = new Set<TokenKind>([
  'num',
  'pct',
  'qty',
  'pts',
  'cmp',
  'dash',
  'incl',
  'excl',
  'above',
  'below',
  'within',
  'comma',
  'over',
  'under',
  'between',
  'and',
  'enum',
]);
const POINTS = new Set<TokenKind>(['pts', 'full', 'award', 'num', 'at-most']);
const VALUED = new Set<TokenKind>(['num', 'pct', 'qty', 'pts']);
const OPERATORS = new Set<TokenKind>(['times', 'div', 'plus']);

type Group = 'remark' | 'points' | 'interval' | 'formula' | 'rule';

interface Open {
  readonly at: number;
  remark: boolean;
  interval: boolean;
  points: boolean;
  formula: boolean;
  /** Holds a figure. */
  valued: boolean;
}

function note(open: Open, kind: TokenKind): void {
  open.remark &&= REMARK.has(kind);
  open.interval &&= INTERVAL.has(kind);
  open.points &&= POINTS.has(kind);
  open.formula ||= OPERATORS.has(kind);
  open.valued ||= VALUED.has(kind);
}

function groupOf(open: Open, tokens: readonly CriterionToken[], close: number): Group {
  const before = tokens[open.at - 1]?.kind;
  const after = tokens[close + 1]?.kind;
  const operated =
    (before !== undefined && (OPERATORS.has(before) || before === 'dash')) ||
    (after !== undefined && OPERATORS.has(after) && !(open.points || open.remark));
  if (operated || (open.formula && !open.remark)) return 'formula';
  if (after !== undefined && OPERATORS.has(after) && open.remark) return before === 'phrase' || before === 'score' ? 'remark' : 'formula';
  if (open.remark) return before === 'score' ? 'formula' : 'remark';
  if (open.points) return 'points';
  if (!open.interval) return 'rule';
  return open.valued ? 'interval' : 'remark';
}

/** What becomes of each bracket, by its index. */
function groupsOf(tokens: readonly CriterionToken[]): { kind: Map<number, Group>; close: Map<number, number> } {
  const kind = new Map<number, Group>();
  const close = new Map<number, number>();
  const stack: Open[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === 'open') {
      stack.push({ at, remark: true, interval: true, points: true, formula: false, valued: false });
    } else if (token.kind === 'close' && stack.length > 0) {
      const open = stack.pop()!;
      const group = groupOf(open, tokens, at);
      kind.set(open.at, group);
      kind.set(at, group);
      close.set(open.at, at);
      const outer = stack[stack.length - 1];
      if (outer !== undefined) {
        outer.remark &&= open.remark;
        outer.interval &&= open.interval;
        outer.points &&= open.points;
        outer.formula ||= open.formula;
        outer.valued ||= open.valued;
      }
    } else if (stack.length > 0) note(stack[stack.length - 1]!, token.kind);
  });
  return { kind, close };
}

/** The tokens with their brackets dealt with. A bracket without its other half parts nothing. */
export function withoutRemarks(tokens: readonly CriterionToken[]): readonly CriterionToken[] {
  if (!tokens.some((token) => token.kind === 'open' || token.kind === 'close')) return tokens;
  const { kind, close } = groupsOf(tokens);
  const out: CriterionToken[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.kind !== 'open' && token.kind !== 'close') out.push(token);
    else {
      const group = kind.get(at);
      if (group === 'remark' && token.kind === 'open') at = close.get(at)!;
      else if (group === 'formula') out.push(token);
      else if (group === 'rule') out.push({ ...token, kind: 'semi' });
    }
  }
  return out;
}

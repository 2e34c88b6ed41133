/**
 * Levels and what share of the 分值 each may have: the three bands of 财预〔2020〕10号 («达成…100-80%(含)…»), and lists
 * («好、较好、一般、差分别得100%、80%、60%、0»). Found in the tokens of an item as a whole, for its punctuation varies.
 */
import { Dec } from '../../workbook';
import { plainName, spanOf, type Places } from './naming';
import type { CriterionToken, TokenKind } from './tokens';
import type { Criterion, Interval, Span } from '../types';

const ONE = new Dec(1);
const HUNDRED = new Dec(100);
const BESIDE = new Set<TokenKind>([
  'phrase',
  'comma',
  'enum',
  'semi',
  'stop',
  'colon',
  'line',
  'max-points',
  'open',
  'close',
  'and',
  'or',
  'qty',
  'award',
  'score',
  'div',
  'cmp',
  'mark',
  'between',
  'full',
  'incl',
  'excl',
  'discretion',
  'dash',
]);
/** The usual names where the text has only the bands. */
const USUAL: readonly (readonly string[])[] = [['达成'], ['部分达成'], ['未达成']];
const FEWEST = 3;

interface Range {
  readonly high: Dec;
  readonly low: Dec;
  /** Said of the lower end. */
  readonly lowIn: boolean | null;
  readonly highIn: boolean | null;
  readonly from: number;
  readonly to: number;
}

function shareOf(token: CriterionToken, percent: boolean): Dec | null {
  if (token.kind === 'pct') return token.value!;
  return token.kind === 'num' && percent ? token.value!.div(HUNDRED) : null;
}

const isFigure = (token: CriterionToken | undefined): token is CriterionToken & { readonly kind: 'pct' | 'num' } =>
  token?.kind === 'pct' || token?.kind === 'num';
const inclusion = (token: CriterionToken | undefined): boolean | null =>
  token?.kind === 'incl' ? true : token?.kind === 'excl' ? false : null;

/** The range at this place: 100-80%(含). */
function rangeAt(tokens: readonly CriterionToken[], at: number): { range: Range; next: number } | null {
  const first = tokens[at];
  if (!isFigure(first)) return null;
  let i = at + 1;
  const firstIn = inclusion(tokens[i]);
  if (firstIn !== null) i += 1;
  const second = tokens[i + 1];
  if (tokens[i]?.kind !== 'dash' || !isFigure(second)) return null;
  i += 2;
  const secondIn = inclusion(tokens[i]);
  if (secondIn !== null) i += 1;
  const one = shareOf(first, true)!;
  const two = shareOf(second, true)!;
  const falling = one.gte(two);
  const range = {
    high: falling ? one : two,
    low: falling ? two : one,
    lowIn: falling ? secondIn : firstIn,
    highIn: falling ? firstIn : secondIn,
    from: first.from,
    to: tokens[i - 1]!.to,
  };
  return { range, next: i };
}

function rangesIn(tokens: readonly CriterionToken[]): readonly Range[] | null {
  const ranges: Range[] = [];
  for (let at = 0; at < tokens.length;) {
    const found = rangeAt(tokens, at);
    if (found !== null) {
      ranges.push(found.range);
      at = found.next;
    } else {
      if (!BESIDE.has(tokens[at]!.kind)) return null;
      at += 1;
    }
  }
  return ranges;
}

/** From 100% down to 0 without gaps. */
function partition(ranges: readonly Range[]): boolean {
  return (
    ranges.length >= FEWEST &&
    ranges[0]!.high.eq(ONE) &&
    ranges[ranges.length - 1]!.low.isZero() &&
    ranges.every((range, at) => at === 0 || range.high.eq(ranges[at - 1]!.low))
  );
}

/** The lower end belongs to the upper band unless the text says otherwise. */
function intervalOf(ranges: readonly Range[], at: number): Interval {
  const range = ranges[at]!;
  const next = ranges[at + 1];
  const before = ranges[at - 1];
  const lowIn = range.lowIn ?? (next?.highIn === true ? false : true);
  const highIn = range.highIn ?? (before === undefined ? true : before.lowIn === false);
  return { from: range.low, fromIncluded: lowIn, to: range.high, toIncluded: highIn };
}

function listed(text: string): readonly string[] {
  const cut = text.replace(
    /(?:[一二三四五\d]个?)?(?:档|等级|个档次|个等级|类|种情况)?[,]?(?:分别|依次)?(?:按照?|对应|在|得|计|记|给)?(?:该|本)?(?:项)?(?:指标)?(?:对应)?(?:分值|权重)?(?:的)?(?:区间|范围)?(?:内)?(?:分别|依次)?[:(=的]*$/,
    '',
  );
  const into = cut.lastIndexOf('分为');
  const last = cut.slice(Math.max(cut.lastIndexOf('。'), cut.lastIndexOf(':'), into < 0 ? into : into + 1, cut.lastIndexOf('\n')) + 1);
  return last
    .split(/[、;,/]/)
    .map((name) => plainName(name).replace(/^为/, ''))
    .filter((name) => name !== '');
}

/** Names before each range, or all of them before the first. */
function namesOf(text: string, ranges: readonly Range[], start: number): readonly (readonly string[])[] | null {
  const before = ranges.map((range, at) => text.slice(at === 0 ? start : ranges[at - 1]!.to, range.from));
  const each = before.map((words) =>
    plainName(
      words
        .replace(/^[、;,。)\n]+|(?<![(:=得计记按为在])[(:=得计记按为在]+$/g, '')
        .replace(/(?:得|计|记|按)?(?:该|本)?(?:项)?(?:指标)?(?:分值)?的?$/, '')
        .replace(/^[、;,。)\n]+|(?<![(:=])[(:=]+$/g, ''),
    ),
  );
  if (each.slice(1).every((name) => name !== '' && !/[、,;]/.test(name)) && each[0] !== '') {
    const first = listed(before[0]!);
    return each.map((name, at) => [at === 0 ? (first[first.length - 1] ?? name) : name]);
  }
  const all = listed(before[0]!);
  if (all.length >= ranges.length) return all.slice(-ranges.length).map((name) => [name]);
  return ranges.length === USUAL.length ? USUAL : null;
}

/** 达成 before 部分达成, whatever the sentence calls them. */
function withUsual(names: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const reached =
    names.length === USUAL.length &&
    names.every(
      ([name], at) =>
        name!.includes('达成') && (at === 0 ? !/部分|未/.test(name!) : at === 1 ? /部分|基本/.test(name!) : /未|没/.test(name!)),
    );
  return reached ? names.map((own, at) => [...new Set([...own, ...USUAL[at]!])]) : names;
}

/** 「好、较好、一般、差」 with as many shares behind. */
function list(text: string, tokens: readonly CriterionToken[], start: number, span: Span): Criterion | null {
  const firstAt = tokens.findIndex(isFigure);
  const figures = tokens.filter((token) => isFigure(token) || token.kind === 'pts');
  if (
    firstAt < 0 ||
    figures.length < FEWEST ||
    tokens
      .slice(firstAt)
      .some((token) => !isFigure(token) && !['enum', 'div', 'comma', 'phrase', 'max-points', 'stop', 'pts'].includes(token.kind))
  )
    return null;
  const percent = figures.some((token) => token.kind === 'pct') || figures[0]!.value!.eq(HUNDRED);
  const names = listed(
    text.slice(start, figures[0]!.from).replace(/(?:分别)?(?:得|计|记)?(?:该项|该指标|本项)?(?:分值|满分|权重|分)?的?[=:]?$/, ''),
  );
  const shares = figures.map((token) => shareOf(token, true));
  if (!percent || names.length !== figures.length || shares.some((share) => share === null || share.gt(1)) || !shares[0]!.eq(ONE))
    return null;
  if (names.some((name) => name.length > 8 || /\d/.test(name)) || shares.some((share, at) => at > 0 && share!.gte(shares[at - 1]!)))
    return null;
  const bands = names.map((name, at) => ({
    names: [name],
    share: { from: shares[at]!, fromIncluded: true, to: shares[at]!, toIncluded: true },
  }));
  return { kind: 'bands', of: { kind: 'level', role: 'own', name: '', unit: '', span }, bands, span };
}

/** The levels of an item, if that is what it is; `text` is normalised. */
export function scaleOf(places: Places & { readonly text: string }, tokens: readonly CriterionToken[]): Criterion | null {
  if (tokens.length < FEWEST || tokens.filter(isFigure).length < FEWEST) return null;
  const start = tokens[0]!.from;
  const span = spanOf(places, start, tokens[tokens.length - 1]!.to);
  const ranges = rangesIn(tokens);
  if (ranges === null || ranges.length === 0)
    return tokens.some((token) => ['deduct', 'every', 'above', 'below', 'over', 'under'].includes(token.kind))
      ? null
      : list(places.text, tokens, start, span);
  if (!partition(ranges)) return null;
  const names = namesOf(places.text, ranges, start);
  if (names === null) return null;
  const named = withUsual(names);
  return {
    kind: 'bands',
    of: { kind: 'level', role: 'own', name: '', unit: '', span },
    bands: ranges.map((_, at) => ({ names: named[at]!, share: intervalOf(ranges, at) })),
    span,
  };
}

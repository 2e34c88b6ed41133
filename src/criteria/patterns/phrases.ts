/** Phrases that the clauses of several families are made of: figures, intervals, amounts, tails. */
import { Dec } from '../../workbook';
import type { Points } from '../types';
import type { AmountSaid, ComparingSign, End, Gift, MentionSaid, Most, Subject, Tail, Within } from '../reading/clause';
import type { FigureSaid } from '../reading/figures';
import type { Edge } from '../reading/lattice';
import { phrase, type Pattern } from '../reading/pattern';

export const pointsOfEdge = (edge: Edge): Points => ({ points: edge.figure!.value });
export const shareOf = (share: Dec | number): Points => ({ share: new Dec(share) });
export const FULL_SHARE: Points = shareOf(1);
const HALF: Points = shareOf(0.5);

const amountOf = (points: Points): AmountSaid => ({ is: 'points', points });
const gift = (amount: AmountSaid, said: Partial<Gift> = {}): Gift => ({ amount, row: false, worth: false, each: false, ...said });
const nothing = (row: boolean): Gift => gift(amountOf({ points: new Dec(0) }), { row });
const end = (figure: FigureSaid, side: End['end']): End => ({ figure, end: side });
const within = (from: End | null, to: End | null, bare = false): Within => ({ is: 'within', of: null, from, to, bare });

/** 「80-90%」 「3-5个」: the first has the unit of the second. */
function like(figure: FigureSaid, other: FigureSaid): FigureSaid {
  if (figure.as !== 'plain') return figure;
  if (other.as === 'percent') return { ...figure, as: 'percent', value: figure.value.div(100) };
  return other.as === 'quantity' ? { ...figure, as: 'quantity', unit: other.unit } : figure;
}

/** null where the two are no interval: points, or figures of two kinds. */
function range(one: FigureSaid, other: FigureSaid, first: End['end'], second: End['end']): Within | null {
  const low = like(one, other);
  const high = like(other, one);
  if (low.as === 'score' || low.both || high.both || low.as !== high.as) return null;
  if (low.as === 'quantity' && low.unit !== high.unit) return null;
  if (low.value.eq(high.value)) return null;
  return low.value.gt(high.value) ? within(end(high, second), end(low, first)) : within(end(low, first), end(high, second));
}

/** Both ends said: 「≥80%,<90%」; null where nothing lies between. */
function closed(from: FigureSaid, fromEnd: End['end'], to: FigureSaid, toEnd: End['end']): Within | null {
  const [low, high] = [like(from, to), like(to, from)];
  return low.as !== high.as || low.value.gte(high.value) ? null : within(end(low, fromEnd), end(high, toEnd));
}

const strict = (comparator: string): End['end'] => (comparator === '>' || comparator === '<' ? 'out' : 'in');
const isScore = ({ as }: FigureSaid): boolean => as === 'score';

/** 「±5%以内」. */
function around(figure: FigureSaid): Within | null {
  return figure.both ? within(null, end(figure, 'in')) : null;
}

const SEPARATORS: readonly Pattern[] = [
  phrase('sep', ['COMMA', 'COLON', 'DE', 'DE COMMA', 'TIME', 'TIME COMMA', 'DE TIME', 'ENUM', 'DASH', 'DE COLON'], () => true),
];

const FIGURES: readonly Pattern[] = [
  phrase('step', ['v=PP', 'v=PCT', 'v=QTY'], ({ v }) => v!.figure!),
  phrase('step', ['v=PTS'], ({ v }) => v!.figure!, 0.5),
  phrase('figure', ['v=PCT', 'v=QTY'], ({ v }) => v!.figure!),
  phrase('figure', ['v=NUM'], ({ v }) => v!.figure!, 0.1),
  phrase('figure', ['v=PTS'], ({ v }) => v!.figure!, 0.8),
  phrase('inclusion', ['INCL'], () => 'in'),
  phrase('inclusion', ['EXCL'], () => 'out'),
];

const INTERVALS: readonly Pattern[] = [
  phrase('above', ['GE', 'GE OR EQ', 'GT OR EQ'], () => '>='),
  phrase('above', ['GT'], () => '>'),
  phrase('below', ['LE', 'LE OR EQ', 'LT OR EQ'], () => '<='),
  phrase('below', ['LT'], () => '<'),
  phrase('interval', ['o=above f=figure i=inclusion?'], ({ o, f, i }) =>
    isScore(f!) && f!.both ? null : within(end(f!, i ?? strict(o!)), null),
  ),
  phrase('interval', ['o=below f=figure i=inclusion?'], ({ o, f, i }) => within(null, end(f!, i ?? strict(o!)))),
  phrase('interval', ['EQ f=figure i=inclusion?'], ({ f }) => (f!.both ? null : within(end(f!, 'in'), end(f!, 'in')))),
  phrase('interval', ['EQ? f=figure i=inclusion? ABOVE j=inclusion?'], ({ f, i, j }) =>
    f!.both ? null : within(end(f!, i ?? j ?? 'loose'), null),
  ),
  phrase('interval', ['EQ? f=figure i=inclusion? BELOW j=inclusion?'], ({ f, i, j }) =>
    f!.both ? null : within(null, end(f!, i ?? j ?? 'loose')),
  ),
  phrase(
    'interval',
    ['EQ? f=figure i=inclusion? WITHIN j=inclusion?'],
    ({ f, i, j }) => around(f!) ?? within(null, end(f!, i ?? j ?? 'loose')),
  ),
  // The sign closes it: 「≥95%以上」. 「超过5%以上」 stays loose.
  phrase('interval', ['GE f=figure i=inclusion? ABOVE j=inclusion?'], ({ f, i, j }) => within(end(f!, i ?? j ?? 'in'), null)),
  phrase('interval', ['LE f=figure i=inclusion? BELOW j=inclusion?', 'LE f=figure i=inclusion? WITHIN j=inclusion?'], ({ f, i, j }) =>
    within(null, end(f!, i ?? j ?? 'in')),
  ),
  phrase('interval', ['GT f=figure ABOVE'], ({ f }) => within(end(f!, 'loose'), null), 0.4),
  phrase('interval', ['LT f=figure BELOW'], ({ f }) => within(null, end(f!, 'loose')), 0.4),
  phrase(
    'interval',
    [
      'o=above f=figure i=inclusion? COMMA? AND? k=below g=figure j=inclusion?',
      'o=above f=figure i=inclusion? ENUM k=below g=figure j=inclusion?',
    ],
    ({ o, f, i, k, g, j }) => closed(f!, i ?? strict(o!), g!, j ?? strict(k!)),
  ),
  phrase(
    'interval',
    [
      'k=below g=figure j=inclusion? COMMA? AND? o=above f=figure i=inclusion?',
      'k=below g=figure j=inclusion? ENUM o=above f=figure i=inclusion?',
    ],
    ({ o, f, i, k, g, j }) => closed(f!, i ?? strict(o!), g!, j ?? strict(k!)),
  ),
  phrase('interval', ['EQ? f=figure i=inclusion? DASH g=figure j=inclusion? BETWEEN?'], ({ f, i, g, j }) =>
    range(f!, g!, i ?? 'loose', j ?? 'loose'),
  ),
  phrase(
    'interval',
    [
      'EQ? f=figure i=inclusion? ABOVE? COMMA? DASH g=figure k=inclusion? BELOW j=inclusion?',
      'EQ? f=figure i=inclusion? ABOVE DASH g=figure j=inclusion?',
    ],
    ({ f, i, g, j }) => range(f!, g!, i ?? 'loose', j ?? 'loose'),
  ),
  phrase(
    'interval',
    [
      'EQ? f=figure i=inclusion? ABOVE j=inclusion? COMMA? AND? g=figure k=inclusion? BELOW l=inclusion?',
      'EQ? f=figure i=inclusion? ABOVE j=inclusion? ENUM g=figure k=inclusion? BELOW l=inclusion?',
    ],
    ({ f, i, j, g, k, l }) => closed(f!, i ?? j ?? 'loose', g!, k ?? l ?? 'loose'),
  ),
  phrase(
    'interval',
    [
      'o=above f=figure i=inclusion? ABOVE? COMMA? AND? g=figure k=inclusion? BELOW l=inclusion?',
      'o=above f=figure i=inclusion? ABOVE? COMMA? AND? g=figure k=inclusion? WITHIN l=inclusion?',
    ],
    ({ o, f, i, g, k, l }) => closed(f!, i ?? strict(o!), g!, k ?? l ?? 'loose'),
  ),
  phrase('interval', ['EQ? f=figure i=inclusion? ABOVE j=inclusion? COMMA? AND? k=below g=figure l=inclusion?'], ({ f, i, j, k, g, l }) =>
    closed(f!, i ?? j ?? 'in', g!, l ?? strict(k!)),
  ),
  phrase('interval', ['f=figure'], ({ f }) => (isScore(f!) ? null : f!.both ? around(f!) : within(end(f!, 'in'), end(f!, 'in'), true)), 1),
];

/** No name of a figure: 「全市排名前」 says which part of them, 「故障率(%)」 how the figures are written, 「低于目标但」 compares itself. */
const NO_FIGURE = /[前后第]$|\(%\)|^(?:低于|高于|超过|不低于|不高于|超出)|[但]$/;

function measuredBy(of: MentionSaid | undefined, interval: Within): Within | null {
  if (of !== undefined && NO_FIGURE.test(of.words)) return null;
  return { ...interval, of: of ?? null };
}

/** 「有方案,累计完成≥80%」: something holds, and a figure lies so. */
function ledBy({ words, place: [from, to], context }: MentionSaid, interval: Within): Subject | null {
  const comma = words.lastIndexOf(',');
  if (comma <= 0 || interval.bare || comma === words.length - 1) return null;
  const first: MentionSaid = { words: words.slice(0, comma), place: [from, from + comma], context };
  const measured = measuredBy({ words: words.slice(comma + 1), place: [from + comma + 1, to], context: [] }, interval);
  return measured === null ? null : { is: 'both', of: [{ is: 'holds', of: first }, measured] };
}

/** 「80%≤率<90%」: null where the two ends do not face one another. */
function sandwich(
  of: Subject & { is: 'holds' },
  low: FigureSaid,
  lowEnd: End['end'],
  high: FigureSaid,
  highEnd: End['end'],
): Subject | null {
  const between = closed(low, lowEnd, high, highEnd);
  return between === null ? null : { ...between, of: of.of };
}

const CONDITIONS: readonly Pattern[] = [
  phrase('measured', ['n=words? i=interval'], ({ n, i }) =>
    i!.bare && n === undefined && i!.from!.figure.as === 'plain' ? null : measuredBy(n, i!),
  ),
  phrase('measured', ['n=clauses i=interval'], ({ n, i }) => ledBy(n!, i!), 0.8),
  phrase(
    'measured',
    ['n=words COMMA i=interval', 'n=words COLON i=interval', 'n=words DE i=interval'],
    ({ n, i }) => measuredBy(n, i!),
    0.5,
  ),
  phrase('measured', ['f=PCT n=words'], ({ f, n }) => ({ ...within(end(f!.figure!, 'in'), end(f!.figure!, 'in')), of: n! }), 0.4),
  phrase('measured', ['f=figure o=below n=words k=below g=figure i=inclusion?'], ({ f, o, n, k, g, i }) =>
    sandwich({ is: 'holds', of: n! }, f!, strict(o!), g!, i ?? strict(k!)),
  ),
  phrase('measured', ['f=figure o=above n=words k=above g=figure i=inclusion?'], ({ f, o, n, k, g, i }) =>
    sandwich({ is: 'holds', of: n! }, g!, i ?? strict(k!), f!, strict(o!)),
  ),
  phrase('measured', ['f=figure o=below k=below g=figure'], ({ f, o, k, g }) => closed(f!, strict(o!), g!, strict(k!))),
  phrase('state', ['n=clauses'], ({ n }) => ({ is: 'holds', of: n! }), 0.5),
  phrase('state', ['ALL'], (_, place) => ({ is: 'holds', of: { place, words: '全部满足', context: [] } })),
  phrase('condition', ['a=measured', 'a=state'], ({ a }) => a!),
  phrase('condition', ['n=words? o=above m=words', 'n=words? o=below m=words'], ({ n, o, m }) => against(n, o!, m!), 0.9),
  phrase(
    'condition',
    [
      'n=words AND o=below m=words',
      'n=words AND o=above m=words',
      'n=words COMMA AND? o=below m=words',
      'n=words COMMA AND? o=above m=words',
    ],
    ({ n, o, m }) => bothOf(n!, against(undefined, o!, m!)),
    0.7,
  ),
  phrase('condition', ['a=measured OR b=measured'], ({ a, b }) => ({ is: 'either', of: [a!, b!] }), 0.2),
  phrase('condition', ['a=words COMMA? AND b=measured'], ({ a, b }) => ({ is: 'both', of: [{ is: 'holds', of: a! }, b!] }), 0.3),
  phrase('condition', ['a=measured COMMA? AND b=words'], ({ a, b }) => ({ is: 'both', of: [a!, { is: 'holds', of: b! }] }), 0.3),
  phrase(
    'condition',
    ['a=measured COMMA? AND b=measured', 'a=measured COMMA b=measured'],
    ({ a, b }) => (named(b!) ? { is: 'both', of: [a!, b!] } : null),
    0.3,
  ),
];

/** 「超过平均年龄」; the rest of a longer word is nothing to compare with. */
const against = (of: MentionSaid | undefined, comparator: ComparingSign, other: MentionSaid): Subject | null =>
  other.words.length < 2 || /^[过到出于足\d]/.test(other.words) ? null : { is: 'against', of: of ?? null, comparator, other };
const bothOf = (of: MentionSaid, other: Subject | null): Subject | null =>
  other === null ? null : { is: 'both', of: [{ is: 'holds', of }, other] };
const named = (subject: Subject): boolean => subject.is === 'within' && subject.of !== null;

const AMOUNTS: readonly Pattern[] = [
  phrase('maxpts', ['OWN? DE? MAXPTS'], () => true),
  phrase('amount', ['v=PTS'], ({ v }) => amountOf(pointsOfEdge(v!))),
  phrase('amount', ['OWN? v=PCT DE? maxpts?', 'maxpts DE? v=PCT'], ({ v }) => amountOf(shareOf(v!.figure!.value)), 0.1),
  phrase('amount', ['OWN? DE? FULL'], () => amountOf(FULL_SHARE)),
  phrase('amount', ['maxpts'], () => amountOf(FULL_SHARE), 0.3),
  phrase('amount', ['HALF', 'maxpts DE HALF', 'maxpts HALF', 'HALF DE maxpts'], () => amountOf(HALF)),
  phrase('amount', ['v=NUM'], ({ v }) => amountOf(pointsOfEdge(v!)), 0.7),
  phrase('zero', ['o=OWN? EACH? ZERO', 'o=OWN? DE? ZERO'], ({ o }) => nothing(o !== undefined)),
  phrase('zero', ['o=OWN EACH? AWARD? v=PTS', 'o=OWN EACH? WORTH v=PTS'], ({ v }) => (v!.figure!.value.isZero() ? nothing(true) : null)),
  phrase('zero', ['VETO'], () => nothing(true)),
  phrase('zero', ['BARENO'], () => nothing(false), 1),
  phrase('give', ['EACH? AWARD OWN? a=amount', 'WORTH a=amount'], ({ a }) => gift(a!)),
  phrase('give', ['e=EACH AWARD? a=amount'], ({ a }) => gift(a!, { each: true }), 0.1),
  phrase('give', ['AWARD r=PTSRANGE', 'DISCRETE AWARD? r=PTSRANGE', 'AWARD v=PTS DASH w=PTS'], ({ r, v, w }) =>
    gift(
      r === undefined
        ? { is: 'range', from: pointsOfEdge(v!), to: pointsOfEdge(w!) }
        : { is: 'range', from: pointsOfEdge(r), to: { points: r.upper! } },
    ),
  ),
  phrase('give', ['FULL', 'OWN FULL'], () => gift(amountOf(FULL_SHARE))),
  phrase(
    'give',
    ['AWARD? FULL v=PTS', 'AWARD? FULL OPEN v=PTS CLOSE', 'AWARD? maxpts v=PTS'],
    ({ v }) => gift(amountOf(pointsOfEdge(v!))),
    -0.1,
  ),
  phrase('give', ['HALF'], () => gift(amountOf(HALF))),
  phrase('give', ['z=zero'], ({ z }) => z!),
  phrase('give', ['v=PTS'], ({ v }) => gift(amountOf(pointsOfEdge(v!)), { worth: true }), 0.25),
  phrase('give', ['r=PTSRANGE'], ({ r }) => gift({ is: 'range', from: pointsOfEdge(r!), to: { points: r!.upper! } }, { worth: true }), 0.3),
  phrase('ratio', ['BY RATIO GIVE?', 'BY RATIO AWARD'], () => true),
  phrase('give', ['ratio'], () => gift({ is: 'ratio' })),
  phrase('give', ['DISCRETE AWARD', 'DISCRETE GIVE'], () => gift({ is: 'discretion', takes: false }), 0.1),
  phrase('give', ['DISCRETE DEDUCT'], () => gift({ is: 'discretion', takes: true })),
  phrase('lose', ['e=EACH? DEDUCT OWN? a=amount'], ({ e, a }) =>
    a!.is === 'points' ? { amount: a!.points, upTo: null, each: e !== undefined } : null,
  ),
  phrase('lose', ['DISCRETE? DEDUCT r=PTSRANGE'], ({ r }) => ({ amount: pointsOfEdge(r!), upTo: { points: r!.upper! }, each: false })),
];

const tail = (said: Partial<Tail>): Tail => ({ cap: null, floor: null, untilGone: false, ...said });
const most = (amount: AmountSaid, of: Most['of']): Most | null => (amount.is === 'points' ? { points: amount.points, of } : null);

const TAILS: readonly Pattern[] = [
  phrase(
    'until',
    [
      'TILL? OWN? UNTILDONE OWN? DE? MAXPTS? DE? ENOUGH?',
      'TILL? maxpts UNTILDONE ENOUGH?',
      'TILL? UNTILDONE FULL ENOUGH?',
      'TILL? UNTILDONE OWN? MAXPTS? ENOUGH',
      'MOST UNTILDONE ENOUGH?',
      'MOST UNTILDONE OWN MAXPTS?',
    ],
    () => true,
  ),
  phrase(
    'most',
    [
      'ACCUM? MOST EACH? DEDUCT a=amount',
      'ACCUM? DEDUCT NOTOVER a=amount',
      'MOST DEDUCT NOTOVER a=amount',
      'DEDUCT a=amount CAPPED',
      'ACCUM DEDUCT a=amount CAPPED',
    ],
    ({ a }) => most(a!, 'taken'),
  ),
  phrase('most', ['ACCUM? MOST AWARD a=amount', 'ACCUM? MOST ADD a=amount', 'AWARD a=amount CAPPED'], ({ a }) => most(a!, 'given')),
  phrase(
    'most',
    [
      'ACCUM? MOST a=amount',
      'ACCUM? NOTOVER a=amount',
      'ACCUM? MOST NOTOVER a=amount',
      'ACCUM? a=amount CAPPED',
      'TAKE a=amount CAPPED',
      'CAPPED a=amount',
    ],
    ({ a }) => most(a!, null),
  ),
  phrase('most', ['TILL? UNTILDONE v=PTS ENOUGH?', 'TILL? DEDUCT v=PTS ENOUGH'], ({ v }) => ({ points: pointsOfEdge(v!), of: 'taken' })),
  phrase('least', ['LEAST AWARD? v=PTS', 'LEAST WORTH v=PTS'], ({ v }) => pointsOfEdge(v!)),
  phrase('tail', ['sep? until', 'sep? OPEN until CLOSE', 'sep? UNTILFULL'], () => tail({ untilGone: true })),
  phrase('tail', ['sep? m=most', 'sep? OPEN m=most CLOSE'], ({ m }) => tail({ cap: m!.points })),
  phrase('tail', ['sep? until sep? m=most', 'sep? m=most sep? until'], ({ m }) => tail({ cap: m!.points })),
  phrase('tail', ['sep? l=least', 'sep? OPEN l=least CLOSE'], ({ l }) => tail({ floor: l! })),
];

export const PHRASES: readonly Pattern[] = [...SEPARATORS, ...FIGURES, ...INTERVALS, ...CONDITIONS, ...AMOUNTS, ...TAILS];

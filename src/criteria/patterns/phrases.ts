/** Phrases that the clauses of several families are made of: figures, intervals, amounts, tails. */
import type { ComparingSign, End, MentionSaid, Subject, Within } from '../reading/clause';
import type { FigureSaid } from '../reading/figures';
import { plainName, roleOf } from '../former/naming';
import { phrase, type Pattern } from '../reading/pattern';
import { AMOUNT_PATTERNS, TAILS } from './amounts';

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
  if (low.as === 'score' || low.both !== high.both || low.as !== high.as) return null;
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
  phrase('figure', ['v=PCT', 'v=QTY', 'v=PP'], ({ v }) => v!.figure!),
  phrase('figure', ['v=NUM'], ({ v }) => v!.figure!, 0.1),
  phrase('figure', ['v=PTS'], ({ v }) => v!.figure!, 0.8),
  phrase('inclusion', ['INCL'], () => 'in'),
  phrase('inclusion', ['EXCL'], () => 'out'),
  // 「10个以上（含10个）」: the figure again.
  phrase('inclusion', ['OPEN INCL figure CLOSE'], () => 'in'),
  phrase('inclusion', ['OPEN EXCL figure CLOSE'], () => 'out'),
];

const INTERVALS: readonly Pattern[] = [
  phrase('above', ['GE', 'REACH', 'GE OR EQ', 'GT OR EQ'], () => '>='),
  phrase('above', ['GT'], () => '>'),
  phrase('below', ['LE', 'LE OR EQ', 'LT OR EQ'], () => '<='),
  phrase('below', ['LT', 'SHORT'], () => '<'),
  phrase('beyond', ['GE', 'GE OR EQ', 'GT OR EQ'], () => '>='),
  phrase('beyond', ['GT'], () => '>'),
  phrase('beyond', ['LE', 'LE OR EQ', 'LT OR EQ'], () => '<='),
  phrase('beyond', ['LT'], () => '<'),
  phrase('reach', ['REACH'], () => '>='),
  phrase('reach', ['SHORT'], () => '<'),
  phrase('interval', ['o=above f=figure i=inclusion?'], ({ o, f, i }) =>
    isScore(f!) && f!.both ? null : within(end(f!, i ?? strict(o!)), null),
  ),
  phrase('interval', ['o=below f=figure i=inclusion?'], ({ o, f, i }) => within(null, end(f!, i ?? strict(o!)))),
  phrase('interval', ['EQ f=figure i=inclusion?'], ({ f }) => (f!.both ? null : within(end(f!, 'in'), end(f!, 'in')))),
  phrase('interval', ['EQ? f=figure i=inclusion? ABOVE j=inclusion?'], ({ f, i, j }) => within(end(f!, i ?? j ?? 'loose'), null)),
  phrase('interval', ['EQ? f=figure i=inclusion? BELOW j=inclusion?'], ({ f, i, j }) =>
    f!.both ? null : within(null, end(f!, i ?? j ?? 'loose')),
  ),
  phrase(
    'interval',
    ['EQ? f=figure i=inclusion? WITHIN j=inclusion?'],
    ({ f, i, j }) => around(f!) ?? within(null, end(f!, i ?? j ?? 'loose')),
  ),
  phrase('interval', ['EQ? f=figure i=inclusion? OUTSIDE j=inclusion?'], ({ f, i, j }) =>
    f!.both ? within(end(f!, i ?? j ?? 'out'), null) : null,
  ),
  // 「排名前30%」: of the ranked.
  phrase('interval', ['TOP f=PCT'], ({ f }) => within(null, end(f!.figure!, 'in'))),
  phrase('interval', ['f=PCT AFTERWARDS'], ({ f }) => within(end(f!.figure!, 'loose'), null)),
  // The sign closes it: 「≥95%以上」. 「超过5%以上」 stays loose.
  phrase('interval', ['GE f=figure i=inclusion? ABOVE j=inclusion?', 'REACH f=figure i=inclusion? ABOVE j=inclusion?'], ({ f, i, j }) =>
    within(end(f!, i ?? j ?? 'in'), null),
  ),
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
  phrase(
    'interval',
    ['EQ? f=figure i=inclusion? DASH g=figure j=inclusion? BETWEEN?', 'REACH f=figure i=inclusion? DASH g=figure j=inclusion? BETWEEN?'],
    ({ f, i, g, j }) => range(f!, g!, i ?? 'loose', j ?? 'loose'),
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
const NO_FIGURE = /[前后第至到]$|\(%\)|^(?:低于|高于|超过|不低于|不高于|超出)|[但]$/;

/** 「有方案且完成率≥80%」: two conditions, not one name. */
const AND_ALSO = /[^而]且|^且/;

/** 「超出预算5%以内」, 「超过目标值30%以上」: by how much of it. */
const BEYOND = /^(?:超过|超出|高于|低于)[^,但且\d]{2,}$/;
const saysHowFar = ({ words }: MentionSaid, { from, to, bare }: Within): boolean =>
  !bare && BEYOND.test(words) && (from ?? to)!.figure.as === 'percent';

/** 「完成值在目标值90%-110%区间内」: so much of the target. */
const OF_TARGET = /^(?:实际|年度)?(?:完成|实际)[值数量]?(?:达到|处于|位于|达|在|为|占)(?:年度|年初|计划)?(?:目标|指标|计划)[值数量]?的?$/;
const asCompletion = (of: MentionSaid | undefined, { from, to, bare }: Within): MentionSaid | undefined =>
  of !== undefined && !bare && (from ?? to)!.figure.as === 'percent' && OF_TARGET.test(of.words) ? { ...of, words: '完成率' } : of;

function measuredBy(said: MentionSaid | undefined, interval: Within): Within | null {
  const of = asCompletion(said, interval);
  if (of !== undefined && !saysHowFar(of, interval) && (NO_FIGURE.test(of.words) || AND_ALSO.test(of.words))) return null;
  return { ...interval, of: of ?? null };
}

/** 「延期四周以上|本项得分为0」 names nothing. */
const OF_ROW = /^[本该此]项|^[的之且并但]|^同时|得分|分值|依次|分别/;

/** 「缺少|2项|要素」: so many of what is not there, or of what came about. */
const HAPPENS = /^(?:缺少|缺|少|短少|出现|发现|发生|存在|有|漏|错|未)$/;

/** 「有|1个|环节不规范」: what is counted, on both sides of the figure. */
function joinedWords(before: MentionSaid | undefined, after: MentionSaid): MentionSaid {
  if (before === undefined) return after;
  return {
    place: [before.place[0], after.place[1]],
    words: `${before.words}${after.words}`,
    context: [...before.context, ...after.context],
  };
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
  // 「三例以上不合格」: what is counted comes behind.
  phrase(
    'measured',
    ['b=words? i=interval DE? n=words'],
    ({ b, i, n }) => ((i!.from ?? i!.to)!.figure.as === 'quantity' && !OF_ROW.test(n!.words) ? { ...i!, of: joinedWords(b, n!) } : null),
    0.5,
  ),
  phrase(
    'measured',
    ['b=words i=interval DE? n=words'],
    ({ b, i, n }) =>
      (i!.from ?? i!.to)!.figure.as === 'quantity' && !OF_ROW.test(n!.words) && HAPPENS.test(b!.words)
        ? { ...i!, of: joinedWords(b, n!) }
        : null,
    0.2,
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
  phrase('condition', ['n=words o=beyond m=words'], ({ n, o, m }) => against(n, o!, m!), 0.9),
  phrase('condition', ['o=beyond m=words'], ({ o, m }) => reached(undefined, o!, m!), 0.9),
  phrase('condition', ['n=words? o=reach m=words'], ({ n, o, m }) => reached(n, o!, m!), 0.9),
  phrase(
    'condition',
    ['n=words AND o=beyond m=words', 'n=words COMMA AND? o=beyond m=words'],
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
  other.words.length < 2 || /^[过到出于足\d]/.test(other.words) || (of !== undefined && AND_ALSO.test(of.words))
    ? null
    : { is: 'against', of: of ?? null, comparator, other };
/** 「达到上年数」 compares; 「达到国家标准」 holds or does not, and so does what is said of the row's own target. */
const FIGURES_NAME = /(?:[数值额率量]|水平|比例|比重|上年|去年|同期|计划|目标)$/;
const reached = (of: MentionSaid | undefined, comparator: ComparingSign, other: MentionSaid): Subject | null =>
  !FIGURES_NAME.test(other.words) || (of === undefined && roleOf(plainName(other.words)) === 'target')
    ? null
    : against(of, comparator, other);
const bothOf = (of: MentionSaid, other: Subject | null): Subject | null =>
  other === null ? null : { is: 'both', of: [{ is: 'holds', of }, other] };
const named = (subject: Subject): boolean => subject.is === 'within' && subject.of !== null;

export const PHRASES: readonly Pattern[] = [...SEPARATORS, ...FIGURES, ...INTERVALS, ...CONDITIONS, ...AMOUNT_PATTERNS, ...TAILS];

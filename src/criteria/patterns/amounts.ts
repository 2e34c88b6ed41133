/** Phrases of points: what is given, what is taken, caps and floors. */
import { Dec } from '../../workbook';
import { isRateName, plainName } from '../former/naming';
import type { AmountSaid, Gift, Most, Tail } from '../reading/clause';
import type { Edge } from '../reading/lattice';
import { phrase, type Pattern } from '../reading/pattern';
import type { Points } from '../types';

export const pointsOfEdge = (edge: Edge): Points => ({ points: edge.figure!.value });
export const shareOf = (share: Dec | number): Points => ({ share: new Dec(share) });
export const FULL_SHARE: Points = shareOf(1);
const HALF: Points = shareOf(0.5);

const amountOf = (points: Points): AmountSaid => ({ is: 'points', points });
const gift = (amount: AmountSaid, said: Partial<Gift> = {}): Gift => ({ amount, row: false, worth: false, each: false, ...said });
export const nothing = (row: boolean): Gift => gift(amountOf({ points: new Dec(0) }), { row });

/** 「8-10分」, 「6-5分」. */
const rangeOf = (one: Dec, other: Dec): AmountSaid => ({
  is: 'range',
  from: { points: Dec.min(one, other) },
  to: { points: Dec.max(one, other) },
});

/** 「实际完成数占目标值的比例」. */
const OF_PLANNED =
  /^(?:其|年度|本年|项目)?(?:实际|已)?(?:完成|达成|到位|办理|执行|受理|储备|印发|发放|建设|建成|改造|培训|采购|安装|签订|开展|实施|服务|救助|扶持)?(?:值|数|量|数量|情况|面积|工作量|任务数|户数|人数)?(?:占|与|和|同|除以|÷|\/)(?:年度|全年|应)?(?:目标|计划|任务|指标|应|预期|总).{0,6}之?的?$/;

/** 「各得1分」; 「均得满分」 says nothing new. */
const isForEach = (each: Edge | undefined, amount: AmountSaid): boolean =>
  each !== undefined &&
  /^(?:各|分别)/.test(each.text) &&
  amount.is === 'points' &&
  'points' in amount.points &&
  !amount.points.points.isZero();

/** What is completed of what was planned: by it points are given in proportion. */
const COMPLETION = /^(?:实际)?(?:目标|任务|计划|指标)?完成(?:率|比例|比率|情况|程度|进度)$/;

export const AMOUNT_PATTERNS: readonly Pattern[] = [
  phrase('maxpts', ['OWN? DE? MAXPTS'], () => true),
  phrase('amount', ['v=PTS'], ({ v }) => amountOf(pointsOfEdge(v!))),
  phrase('amount', ['OWN? v=PCT DE? maxpts?', 'maxpts DE? v=PCT'], ({ v }) => amountOf(shareOf(v!.figure!.value)), 0.1),
  phrase('amount', ['OWN? DE? FULL'], () => amountOf(FULL_SHARE)),
  phrase('amount', ['maxpts'], () => amountOf(FULL_SHARE), 0.3),
  phrase('amount', ['HALF', 'maxpts DE HALF', 'maxpts HALF', 'HALF DE maxpts'], () => amountOf(HALF)),
  phrase('amount', ['v=NUM'], ({ v }) => amountOf(pointsOfEdge(v!)), 0.7),
  phrase('zero', ['o=OWN? EACH? ZERO', 'o=OWN? DE? ZERO'], ({ o }) => nothing(o !== undefined)),
  phrase('zero', ['o=OWN EACH? AWARD? v=PTS', 'o=OWN EACH? WORTH v=PTS'], ({ v }) => (v!.figure!.value.isZero() ? nothing(true) : null)),
  phrase('zero', ['VETO', 'VETO COMMA OWN? ZERO'], () => nothing(true)),
  phrase('zero', ['BARENO'], () => nothing(false), 1),
  phrase('give', ['e=EACH? AWARD OWN? a=amount', 'WORTH a=amount'], ({ e, a }) => gift(a!, { each: isForEach(e, a!) })),
  phrase('give', ['e=EACH AWARD? a=amount'], ({ a }) => gift(a!, { each: true }), 0.1),
  phrase('give', ['AWARD r=PTSRANGE', 'DISCRETE AWARD? r=PTSRANGE', 'AWARD v=PTS DASH w=PTS'], ({ r, v, w }) =>
    gift(r === undefined ? rangeOf(v!.figure!.value, w!.figure!.value) : rangeOf(r.figure!.value, r.upper!)),
  ),
  phrase('give', ['FULL', 'OWN FULL', 'BY FULL GIVE?'], () => gift(amountOf(FULL_SHARE))),
  phrase(
    'give',
    ['AWARD? FULL v=PTS', 'AWARD? FULL OPEN v=PTS CLOSE', 'AWARD? maxpts v=PTS'],
    ({ v }) => gift(amountOf(pointsOfEdge(v!))),
    -0.1,
  ),
  phrase('give', ['HALF'], () => gift(amountOf(HALF))),
  phrase('give', ['z=zero'], ({ z }) => z!),
  phrase('give', ['v=PTS'], ({ v }) => gift(amountOf(pointsOfEdge(v!)), { worth: true }), 0.25),
  phrase('give', ['r=PTSRANGE'], ({ r }) => gift(rangeOf(r!.figure!.value, r!.upper!), { worth: true }), 0.3),
  phrase('ratio', ['BY RATIO GIVE?', 'BY RATIO AWARD', 'BY RATIO DEDUCT GIVE?', 'RATIO GIVE', 'BY n=words RATIO GIVE?'], ({ n }) =>
    n === undefined || OF_PLANNED.test(n.words) ? true : null,
  ),
  phrase('ratio', ['BY n=operand GIVE'], ({ n }) => (COMPLETION.test(n!.words) ? true : null)),
  phrase('give', ['ratio'], () => gift({ is: 'ratio' })),
  phrase('give', ['DISCRETE AWARD', 'DISCRETE GIVE'], () => gift({ is: 'discretion', takes: false }), 0.1),
  phrase('give', ['DISCRETE DEDUCT'], () => gift({ is: 'discretion', takes: true })),
  phrase('lose', ['e=EACH? DEDUCT OWN? a=amount'], ({ e, a }) =>
    a!.is === 'points' ? { amount: a!.points, upTo: null, each: e !== undefined } : null,
  ),
  phrase('give', ['BY n=operand DEDUCT GIVE?', 'BY n=operand DEDUCT GIVE? MAXPTS'], ({ n }) =>
    isRateName(plainName(n!.words)) ? gift({ is: 'share-taken', by: n! }) : null,
  ),
  phrase('lose', ['UNTILDONE OWN? DE? maxpts', 'UNTILDONE'], () => ({ amount: FULL_SHARE, upTo: null, each: false })),
  phrase('lose', ['DISCRETE? DEDUCT r=PTSRANGE'], ({ r }) => ({ amount: pointsOfEdge(r!), upTo: { points: r!.upper! }, each: false })),
];

const tail = (said: Partial<Tail>): Tail => ({ cap: null, floor: null, untilGone: false, ...said });
const most = (amount: AmountSaid, of: Most['of']): Most | null => (amount.is === 'points' ? { points: amount.points, of } : null);

export const TAILS: readonly Pattern[] = [
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
  phrase(
    'most',
    ['ACCUM? MOST AWARD a=amount', 'ACCUM? MOST ADD a=amount', 'AWARD a=amount CAPPED', 'ADD a=amount ENOUGH', 'TOPPED a=amount ENOUGH?'],
    ({ a }) => most(a!, 'given'),
  ),
  phrase(
    'most',
    [
      'ACCUM? MOST a=amount',
      'ACCUM? NOTOVER a=amount',
      'ACCUM? MOST NOTOVER a=amount',
      'ACCUM? a=amount CAPPED',
      'ACCUM? TAKE a=amount CAPPED',
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

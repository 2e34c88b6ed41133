/** Does the actual value meet the target? Units, percentages and dates are reconciled; where two readings disagree the answer is unknown. */
import { Dec, oncePerPair } from '../workbook';
import type { Quantity } from './types';
import type { Direction, Way } from './direction';

type Verdict = 'met' | 'missed' | 'unknown';

interface Pair {
  readonly target: Dec;
  readonly actual: Dec;
}

const HUNDRED = new Dec(100);
const SCALES: Readonly<Record<string, readonly [kind: string, scale: string]>> = {
  元: ['money', '1'],
  千元: ['money', '1e3'],
  万元: ['money', '1e4'],
  百万元: ['money', '1e6'],
  亿元: ['money', '1e8'],
  厘米: ['length', '0.01'],
  米: ['length', '1'],
  m: ['length', '1'],
  千米: ['length', '1e3'],
  公里: ['length', '1e3'],
  km: ['length', '1e3'],
  平方米: ['area', '1'],
  '㎡': ['area', '1'],
  万平方米: ['area', '1e4'],
  平方公里: ['area', '1e6'],
  公斤: ['mass', '1'],
  千克: ['mass', '1'],
  kg: ['mass', '1'],
  吨: ['mass', '1e3'],
  天: ['day', '1'],
  日: ['day', '1'],
  自然日: ['day', '1'],
  秒: ['time', '1'],
  秒钟: ['time', '1'],
  分钟: ['time', '60'],
  小时: ['time', '3600'],
  个小时: ['time', '3600'],
  个月: ['month', '1'],
  年: ['month', '12'],
  亩: ['land', '1'],
  万亩: ['land', '1e4'],
  公顷: ['land', '15'],
};

/**
 * met, missed, or unknown: words, units that differ, a range as actual value, an actual value that is itself a bound.
 * `year`: the year evaluated, for a date that states none.
 */
export function compareQuantities(target: Quantity, actual: Quantity, direction: Direction, year: number | null = null): Verdict {
  if (actual.comparator !== null && actual.comparator !== '=' && actual.comparatorFrom === 'text')
    return boundMeets(target, actual) ? 'met' : 'unknown';
  if (target.kind === 'date' || actual.kind === 'date') return compareDates(target, actual, year);
  if (actual.kind !== 'number') return 'unknown';
  if (target.kind === 'range') return compareRange(target, actual, direction.way);
  if (target.kind !== 'number') return 'unknown';
  return compareNumbers(target, actual, direction.way);
}

const SIDE = { '>=': 'up', '>': 'up', '<=': 'down', '<': 'down', '=': null } as const;

/** 「20小时内」 where 「24小时内」 was wanted: whatever it was, it was better. The bound itself, repeated, says nothing. */
function boundMeets(target: Quantity, actual: Quantity): boolean {
  const side = SIDE[actual.comparator!];
  if (side === null || target.comparator === null || SIDE[target.comparator] !== side) return false;
  const pair = comparedPair(target, actual);
  return pair !== null && (side === 'up' ? pair.actual.gt(pair.target) : pair.actual.lt(pair.target));
}

const compareNumbers = oncePerPair((target: Quantity, actual: Quantity, way: string): Verdict =>
  agreed(readings(target, actual).map((pair) => judge(pair, target, actual, way as Way))),
);

/** 完成值 ÷ 目标值 (目标值 ÷ 完成值 for what is to be lowered); null where it cannot be told. */
export function completionRatio(target: Quantity, actual: Quantity, way: Way): Dec | null {
  return ratioOf(target, actual, way);
}

const ratioOf = oncePerPair((target: Quantity, actual: Quantity, way: string): Dec | null => {
  if (target.kind !== 'number' || actual.kind !== 'number') return null;
  const [pair, other] = readings(target, actual);
  if (pair === undefined || other !== undefined) return null;
  const [above, below] = way === 'down' ? [pair.target, pair.actual] : [pair.actual, pair.target];
  return below.lte(0) || above.lt(0) ? null : above.div(below);
});

function agreed(verdicts: readonly Verdict[]): Verdict {
  const [first = 'unknown'] = verdicts;
  return verdicts.every((one) => one === first) ? first : 'unknown';
}

function judge({ target, actual }: Pair, wanted: Quantity, reached: Quantity, way: Way): Verdict {
  const strict = wanted.comparator === '>' || wanted.comparator === '<';
  if (actual.eq(target)) return strict ? 'unknown' : 'met';
  const below = actual.lt(target);
  if (way === 'up' ? !below : way === 'down' && below) return 'met';
  if (way === 'unknown' && !(wanted.comparator === '=' && (below || target.isZero()))) return 'unknown';
  return roundsTo(target, actual, reached) ? 'unknown' : 'missed';
}

/** 99.6 typed as 100: a value typed to fewer decimals than the target lies within half a unit of it. */
function roundsTo(target: Dec, actual: Dec, typed: Quantity): boolean {
  const scale = typed.number === null || typed.number.isZero() ? new Dec(1) : actual.div(typed.number);
  const own = (typed.number ?? actual).decimalPlaces();
  const unit = new Dec(10).pow(typed.percent ? -Math.max(own, 2) : -own).times(scale);
  return !target.mod(unit).isZero() && actual.minus(target).abs().lte(unit.div(2));
}

function compareRange(target: Quantity, actual: Quantity, way: Way): Verdict {
  const low = agreedPair(target, actual);
  const high = target.upper === null ? null : agreedPair({ ...target, number: target.upper }, actual);
  if (low === null || high === null) return 'unknown';
  if (low.actual.gte(low.target) && high.actual.lte(high.target)) return 'met';
  if (way === 'up') return low.actual.lt(low.target) ? 'missed' : 'met';
  if (way === 'down') return high.actual.gt(high.target) ? 'missed' : 'met';
  return 'unknown';
}

function agreedPair(target: Quantity, actual: Quantity): Pair | null {
  const pairs = readings({ ...target, kind: 'number' }, actual);
  return pairs.length === 1 ? pairs[0]! : null;
}

/** Every way the two figures can be put on one scale. */
function readings(target: Quantity, actual: Quantity): readonly Pair[] {
  if (target.number === null || actual.number === null) return [];
  if (target.percent || actual.percent) {
    if ((!target.percent && target.unit !== '') || (!actual.percent && actual.unit !== '')) return [];
    return percentReadings(target).flatMap((one) => percentReadings(actual).map((other) => ({ target: one, actual: other })));
  }
  return unitReadings(target, actual);
}

/** A bare figure where a percentage is meant: 98 is 98%, 0.98 and 1 may be a fraction or percent points. */
function percentReadings(value: Quantity): readonly Dec[] {
  if (value.text.includes('%')) return [value.number!];
  const bare = /^[^\d.]*(\d+(?:\.\d+)?)[^\d%百]*$/.exec(value.text.replace(/,/g, ''));
  if (bare === null) return [value.number!];
  const figure = new Dec(bare[1]!);
  if (figure.gt(1)) return [figure.div(HUNDRED)];
  return figure.isZero() ? [figure] : [figure, figure.div(HUNDRED)];
}

function unitReadings(target: Quantity, actual: Quantity): readonly Pair[] {
  const [wanted, reached] = [unitOf(target), unitOf(actual)];
  const same: Pair = { target: target.number!, actual: actual.number! };
  if (wanted === reached) return wanted === '' ? spelt(same, target, actual) : [same];
  const [one, other] = [SCALES[wanted], SCALES[reached]];
  if (one !== undefined && other !== undefined) {
    return one[0] === other[0] ? [{ target: same.target.times(one[1]), actual: same.actual.times(other[1]) }] : [];
  }
  if (wanted !== '' && reached !== '') return [];
  const known = one ?? other;
  if (known === undefined || known[0] !== 'money' || known[1] === '1') return [same];
  const inYuan: Pair =
    one !== undefined
      ? { target: same.target.times(one[1]), actual: same.actual }
      : { target: same.target, actual: same.actual.times(other![1]) };
  return likely(same, inYuan);
}

/** 「5万」 beside 「5」: the second is probably in 万 as well. */
function spelt(same: Pair, target: Quantity, actual: Quantity): readonly Pair[] {
  const [one, other] = [magnitude(target), magnitude(actual)];
  if (one === other || (one !== '1' && other !== '1')) return [same];
  return likely(same, one === '1' ? { ...same, target: same.target.times(other) } : { ...same, actual: same.actual.times(one) });
}

function magnitude({ text }: Quantity): string {
  return text.includes('亿') ? '1e8' : text.includes('万') ? '1e4' : '1';
}

/** The one of two readings in which the figures are of like size, else both. */
function likely(...pairs: readonly Pair[]): readonly Pair[] {
  const near = pairs.filter((pair) => pair.target.isZero() || pair.actual.isZero() || isNear(pair));
  return near.length === 1 ? near : pairs;
}

function isNear({ target, actual }: Pair): boolean {
  const ratio = actual.div(target).abs();
  return ratio.gte('0.05') && ratio.lte(20);
}

/** 「150万」 beside a 万元 column has been multiplied out already. */
function unitOf(value: Quantity): string {
  const spelt = /[万亿]/.test(value.text) && !value.text.includes('元');
  return spelt && (value.unit === '万元' || value.unit === '亿元') ? '元' : value.unit.replace(/[。.,，]$/, '');
}

const isDeadline = ({ comparator }: Quantity): boolean => comparator === null || ['=', '<=', '<'].includes(comparator);

function compareDates(target: Quantity, actual: Quantity, year: number | null): Verdict {
  const [due, done] = [target.date, actual.date];
  if (due === null || done === null || due.month === null || done.month === null || !isDeadline(target)) return 'unknown';
  const [dueYear, doneYear] = [due.year ?? year, done.year ?? year];
  if (due.year !== done.year && (dueYear === null || doneYear === null)) return 'unknown';
  const months = ((doneYear ?? 0) - (dueYear ?? 0)) * 12 + done.month - due.month;
  return months === 0 ? compareDays(due, done) : months < 0 ? 'met' : 'missed';
}

function compareDays(due: WrittenDate, done: WrittenDate): Verdict {
  // 「9月前」 done in September may mean the end of it.
  if (due.day === null || done.day === null) return due.before || due.day !== null ? 'unknown' : 'met';
  if (done.day === due.day) return due.before ? 'unknown' : 'met';
  return done.day < due.day ? 'met' : 'missed';
}

type WrittenDate = NonNullable<Quantity['date']>;

/** Target and 完成值 on one scale, where there is one way to read them so; null otherwise. */
export function comparedPair(target: Quantity, actual: Quantity): { readonly target: Dec; readonly actual: Dec } | null {
  if (target.kind !== 'number' || actual.kind !== 'number') return null;
  const pairs = readings(target, actual);
  return pairs.length === 1 ? pairs[0]! : null;
}

/**
 * Whether two values state one figure, whatever its scale: true where one way to read them makes them equal, false where none does,
 * null where they cannot be put on one scale at all (48次 and 40人).
 */
export function isSameFigure(one: Quantity, other: Quantity): boolean | null {
  const pairs = readings(one, other);
  return pairs.length === 0 ? null : pairs.some(({ target, actual }) => target.eq(actual));
}

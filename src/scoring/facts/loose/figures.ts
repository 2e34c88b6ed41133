/** The row's 完成值 as the one figure that its rule asks for under other names, or as what the rule divides. */
import { eachRule, factKey, type FactRef, type FactValue } from '../../../criteria';
import { comparedPair, directionOf, type IndicatorRow } from '../../../score-table';
import { Dec } from '../../../workbook';
import words from '../../data/loose-words.json';
import partWords from '../../data/part-words.json';
import { sameUnit, yuanPer } from '../amounts';
import { bareLabel } from '../labels';
import { anyWord } from '../word-patterns';
import { isUnbound, looseFact, NOTHING_LOOSE, type LooseFinder, type LooseInput } from './finder';
import { fullAtTarget, type ValuesAt } from './full-at-target';
import { sharesLetters } from './letters';

const EXCESS = new RegExp(`^(?:[^,;。]{0,6})?${anyWord(words.excess)}`);
const COMPLETION = new RegExp(anyWord(words.completion));
const LEFT_UNDONE = new RegExp(`^${anyWord(words.notDone)}`);
const LEAD = new RegExp(`^${anyWord(words.actualLead)}`);
const GENERIC = new RegExp(`^${anyWord(words.generic)}$`);
const WHOLE = new RegExp(`^${anyWord(words.whole)}+`);
const WHOLE_ENDING = new RegExp(`${anyWord(words.wholeEnding)}$`);
const SAYS_WHOLE = new RegExp(`^${anyWord(words.whole)}|总[^,;。]{0,2}$`);
/** Points and their like are measured by others. */
const OF_POINTS = /系数|得分|评分|分数/;
const IS_RATE = new RegExp(`${anyWord(partWords.rate)}$`);

/** Target and 完成值 on one scale. */
interface Sides {
  readonly target: Dec;
  readonly actual: Dec;
  readonly percent: boolean;
  readonly unit: string;
}

function sidesOf({ target, actual }: IndicatorRow): Sides | null {
  const [wanted, reached] = [target?.value, actual?.value];
  if (wanted == null || reached == null || wanted.kind !== 'number' || reached.kind !== 'number') return null;
  if (reached.comparator !== null && reached.comparator !== '=' && reached.comparatorFrom === 'text') return null;
  if (wanted.percent !== reached.percent) return null;
  const pair = comparedPair(wanted, reached);
  return pair === null ? null : { ...pair, percent: wanted.percent, unit: wanted.unit };
}

/** What a fact of the rule comes to, the figure reached being given; null where it is no figure of this row. */
type Worth = (figure: Dec) => Dec;

export const looseFigures: LooseFinder = (input) => {
  const sides = sidesOf(input.row);
  const refs = sides === null ? [] : figuresOf(input);
  const open = refs.filter((ref) => isUnbound(input, ref));
  if (sides === null || open.length === 0 || !isOneMeasure(refs)) return NOTHING_LOOSE;
  const worths = refs.map((ref) => [factKey(ref), worthOf(input.row, ref, sides, refs)] as const);
  if (worths.some(([, worth]) => worth === null) || !agreeWithKnown(input, worths, sides)) return NOTHING_LOOSE;
  const bound: ValuesAt = (figure) => new Map(worths.map(([key, worth]): [string, FactValue] => [key, worth!(figure)]));
  const how = fullAtTarget(input, bound, sides.target, justMissed(input.row, sides));
  if (how === null || !isOfThisRow(input.row, refs, sides, how)) return NOTHING_LOOSE;
  const { row } = input;
  const values = bound(sides.actual);
  return new Map(open.map((ref) => [factKey(ref), looseFact(values.get(factKey(ref))!, 'row', row.actual, row.target)]));
};

/** Rates and numbers, and counts that are compared, not counted from nothing. */
function figuresOf({ criterion, refs }: LooseInput): readonly FactRef[] {
  const counted = new Set<string>();
  eachRule(criterion, (rule) => {
    if (rule.kind === 'per-occurrence') counted.add(factKey(rule.of));
  });
  return refs.filter(
    ({ kind, role, ...ref }) =>
      (role === 'named' || role === 'own') &&
      (kind === 'rate' || kind === 'number' || (kind === 'count' && !counted.has(factKey({ kind, role, ...ref })))),
  );
}

const isExcess = ({ kind, name }: FactRef): boolean => kind === 'rate' && EXCESS.test(name);
const stemOf = (name: string): string => bareLabel(name).replace(LEAD, '');

/** 「完成度」 and 「实际完成度」, 「预留比例」 and 「实际比例」; not 「支出率」 and 「合格率」. */
function isOneMeasure(refs: readonly FactRef[]): boolean {
  const stems = refs.filter((ref) => !isExcess(ref) && ref.name !== '').map(({ name }) => stemOf(name).replace(WHOLE, ''));
  const named = stems.filter((stem) => !GENERIC.test(stem) && stem !== '');
  const [longest = ''] = [...named].sort((a, b) => b.length - a.length);
  return named.every((stem) => longest.endsWith(stem) || sharesLetters(stem, longest));
}

/** 「计划成本」 beside 「实际成本」, 「全部指标个数」 beside 「达到预期的指标个数」: what was to be done of the same things. */
function isWhole(name: string, refs: readonly FactRef[]): boolean {
  const stem = name.replace(WHOLE, '').replace(WHOLE_ENDING, '');
  return refs.some((other) => other.name !== name && !SAYS_WHOLE.test(other.name) && other.name.includes(stem));
}

function worthOf(row: IndicatorRow, ref: FactRef, sides: Sides, refs: readonly FactRef[]): Worth | null {
  if (isExcess(ref)) return excessOf(sides);
  if (OF_POINTS.test(ref.name)) return null;
  if (ref.kind === 'rate') return rateOf(row, ref.name, sides);
  if (sides.percent) {
    if (ref.unit !== '' || ref.kind !== 'number') return null;
    if (SAYS_WHOLE.test(ref.name)) return isWhole(ref.name, refs) ? () => new Dec(1) : null;
    return (figure) => figure;
  }
  const scale = scaleOf(row, ref, refs);
  if (scale === null) return null;
  if (SAYS_WHOLE.test(ref.name)) return isWhole(ref.name, refs) ? () => sides.target.times(scale) : null;
  return (figure) => figure.times(scale);
}

/** By how much of the target it lies beyond it; a percentage in points. */
function excessOf({ target, percent }: Sides): Worth | null {
  if (percent) return (figure) => Dec.max(figure.minus(target), 0);
  return target.gt(0) ? (figure) => Dec.max(figure.minus(target).div(target), 0) : null;
}

function rateOf(row: IndicatorRow, name: string, { target, percent }: Sides): Worth | null {
  if (LEFT_UNDONE.test(name)) return percent || target.lte(0) ? null : (figure) => Dec.max(target.minus(figure).div(target), 0);
  if (percent) return (figure) => figure;
  if (!COMPLETION.test(name) || target.lte(0) || directionOf(row).way === 'down') return null;
  return (figure) => figure.div(target);
}

/** From the row's scale to the fact's; null for another unit. Money without a unit only beside other such money. */
function scaleOf({ target, actual }: IndicatorRow, ref: FactRef, refs: readonly FactRef[]): Dec | null {
  const unit = target!.value!.unit;
  const [own, asked] = [yuanPer(unit), yuanPer(ref.unit)];
  if (own !== null) return asked !== null ? own.div(asked) : refs.some(({ name }) => SAYS_WHOLE.test(name)) ? new Dec(1) : null;
  if (asked !== null) return null;
  // 「13.5万册」 in a formula that says no unit: in 册 or in 万册.
  if (ref.unit === '' && /[千万亿]/.test(`${target!.value!.text}${actual!.value!.text}`)) return null;
  if (ref.unit === '' || sameUnit(unit, ref.unit)) return new Dec(1);
  return ref.unit === `万${unit}` ? new Dec('0.0001') : null;
}

/** What is known by its name is the row's own figure too. */
function agreeWithKnown({ known }: LooseInput, worths: readonly (readonly [string, Worth | null])[], { actual }: Sides): boolean {
  return worths.every(([key, worth]) => {
    const value = known.get(key)?.value;
    return value === undefined || (value instanceof Dec && value.eq(worth!(actual)));
  });
}

/** Just beyond the target, to the worse side; to both where nobody says which that is. */
function justMissed(row: IndicatorRow, { target, percent }: Sides): readonly Dec[] {
  const { way } = directionOf(row);
  const step = percent ? new Dec('0.011') : Dec.max(target.abs().times('0.05'), target.isZero() ? 1 : 0);
  return [...(way === 'down' ? [] : [target.minus(step)]), ...(way === 'up' ? [] : [target.plus(step)])];
}

/** By letters they share; or the rule's bound is the row's target, and not the 100% that all have. */
function isOfThisRow(row: IndicatorRow, refs: readonly FactRef[], { target, percent }: Sides, how: 'tight' | 'full'): boolean {
  const named = refs.filter(({ name }) => name !== '' && !GENERIC.test(stemOf(name)));
  if (named.length === 0 || named.some(({ name }) => sharesLetters(name, row.name.value))) return true;
  if (how !== 'tight') return false;
  return !(percent && target.eq(1) && IS_RATE.test(bareLabel(row.name.value)));
}

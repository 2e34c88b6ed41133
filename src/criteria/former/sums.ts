/** Arms of words: items that add up, or levels of which one holds. */
import type { Criterion, Points, Span } from '../types';
import { plainName, type Places } from './naming';
import { conditionOf } from './measures';
import { choice, FULL, isOpposite, isZero, pointsOf, NO_POINTS } from './tables';
import { type Arm } from './arms';

export interface Arms {
  /** With points, without, and both in the order of the text. */
  readonly arms: readonly Arm[];
  readonly zeros: readonly Arm[];
  readonly all: readonly Arm[];
  readonly otherwise: Arm | null;
  /** Which of `arms` give their points without a verb. */
  readonly worths: readonly boolean[];
}

const GRADES =
  /显著|明显|突出|有所|一定|较为|比较|较|基本上|基本|一般|部分|大部分|全部|完全|但|不够|不太|略|少量|个别|未完全|未全部|非常|很|及时|按时/g;
const LEVEL =
  /^(?:优|良|中|差|优秀|良好|一般|较好|好|较差|合格|基本合格|不合格|很好|非常满意|满意|较满意|基本满意|不满意|高|较高|低|较低|强|较强|较弱|弱|显著|较显著|不显著|明显|较明显|不明显)$/;
/** 优, 较好, 强 … */
export const isLevelName = (name: string): boolean => LEVEL.test(name);
const RANKS = /国家级|省级|市级|县级|区级|部级|镇级|一等|二等|三等|特等|第[一二三四五六七八九十\d]+[名档等]/;

function words(arm: Arm): string {
  return plainName(arm.conditions!.terms.map((term) => term.name?.text ?? '').join(','));
}

function bare(text: string): string {
  return text.replace(GRADES, '').replace(/[未不没无有已均的,了]/g, '');
}

/** Whether two arms are levels of one thing: 「完整」 「基本完整」, 「省级」 「市级」. */
function levelsOfOne(one: string, two: string): boolean {
  if (LEVEL.test(one) && LEVEL.test(two)) return true;
  const first = bare(one);
  const second = bare(two);
  const short = first.length < second.length ? first : second;
  const long = short === first ? second : first;
  if (short.length >= 2 && long.includes(short) && (first !== one || second !== two || first === second)) return true;
  return RANKS.test(one) && RANKS.test(two) && one.replace(RANKS, '') === two.replace(RANKS, '');
}

function valueOf(points: Points | null): number | null {
  return points === null ? null : 'points' in points ? points.points.toNumber() : points.share.toNumber();
}

function decreasing(arms: readonly Arm[]): boolean {
  const values = arms.map((arm) => valueOf(pointsOf(arm.award)));
  return values.every((value, at) => value !== null && (at === 0 || value < values[at - 1]!));
}

/** Items that add up; each is all or nothing. null: an item is worth no fixed points. */
function sumOf(places: Places, arms: readonly Arm[], span: Span): Criterion | null {
  const items: { points: Points; rule: Criterion }[] = [];
  for (const arm of arms) {
    const points = pointsOf(arm.award);
    const when = conditionOf(places, arm.conditions!, null, false);
    if (points === null || !('points' in points) || when === null) return null;
    items.push({ points, rule: { kind: 'award', when, points: FULL, otherwise: NO_POINTS, span: arm.span } });
  }
  return { kind: 'sum', items, span };
}

function vetoed(places: Places, rule: Criterion | null, zeros: readonly Arm[]): Criterion | null {
  let out = rule;
  for (const zero of zeros) {
    const when = conditionOf(places, zero.conditions!, null, false);
    if (out === null || when === null) return null;
    out = { kind: 'veto', when, score: NO_POINTS, rule: out, span: zero.span };
  }
  return out;
}

/** 「效果好得满分，较好得80%…差不得分」: shares by level. */
function levelScale(all: readonly Arm[], span: Span): Criterion | null {
  const names = all.map((arm, at) => {
    const text = words(arm);
    const level =
      /(?:非常满意|较满意|基本满意|不满意|基本合格|不合格|满意|优秀|良好|较好|很好|一般|较差|较高|较低|合格|优|良|中|差|好|高|低)$/.exec(
        text,
      )?.[0] ?? '';
    return LEVEL.test(text) ? text : at === 0 && text.length <= level.length + 6 ? level : '';
  });
  const shares = all.map((arm) => {
    const points = pointsOf(arm.award);
    if (points === null) return null;
    return 'share' in points ? points.share : points.points.isZero() ? points.points : null;
  });
  if (all.length < 3 || names.some((name) => name === '') || shares.some((share) => share === null)) return null;
  const bands = names.map((name, at) => ({
    names: [name],
    share: { from: shares[at]!, fromIncluded: true, to: shares[at]!, toIncluded: true },
  }));
  return { kind: 'bands', of: { kind: 'level', role: 'own', name: '', unit: '', span }, bands, span };
}

/** Levels of one thing are worth less and less. */
function allWorthTheSame(arms: readonly Arm[]): boolean {
  const values = arms.map((arm) => valueOf(pointsOf(arm.award)));
  return arms.length > 1 && values.every((value) => value !== null && value === values[0]);
}

/** Several arms that are no table over one figure. null: they cannot be told apart. */
export function sumOrChoice(places: Places, { arms, zeros, all, otherwise, worths }: Arms, span: Span): Criterion | null {
  const scale = otherwise === null ? levelScale(all, span) : null;
  if (scale !== null) return scale;
  const chosen = (): Criterion | null => choice(places, all, otherwise, null, span);
  const named = all.every((arm) => arm.conditions!.terms.every((term) => term.between === null && term.against === null));
  const elseZero = otherwise === null || isZero(pointsOf(otherwise.award));
  const summed = (): Criterion | null => (elseZero ? vetoed(places, sumOf(places, arms, span), zeros) : null);
  const levels = !allWorthTheSame(arms) && all.some((arm, at) => at > 0 && levelsOfOne(words(all[at - 1]!), words(arm)));
  const between = zeros.some((zero) => arms.some((arm) => arm.span[0] > zero.span[0]) && arms.some((arm) => arm.span[0] < zero.span[0]));
  if (
    !between &&
    zeros.length > 0 &&
    zeros.every((zero) => arms.every((arm) => arm.span[0] > zero.span[0])) &&
    decreasing([...arms].reverse())
  )
    return chosen();
  if (between) return betweenOthers(places, all, otherwise, span, levels && named, chosen);
  if (levels || (otherwise !== null && !elseZero)) return chosen();
  if (zeros.length > 0) return decreasing(arms) ? chosen() : named ? summed() : chosen();
  if (!named) return otherwise !== null ? chosen() : eitherOf(summed(), chosen(), span);
  if (worths.every(Boolean) || !decreasing(arms)) return summed();
  return eitherOf(summed(), chosen(), span);
}

/** Something worth nothing stands between others: pairs, or levels and one beside them, 「优得5分，差不得分；未被抽评的得3分」. */
function betweenOthers(
  places: Places,
  all: readonly Arm[],
  otherwise: Arm | null,
  span: Span,
  isLevels: boolean,
  chosen: () => Criterion | null,
): Criterion | null {
  return otherwise === null ? (inPairs(places, all, span) ?? (isLevels ? chosen() : null)) : null;
}

/** 「开展的得2分；未开展的不得分；实施的得6分；未实施的不得分」: each with its opposite, and they add up. */
function inPairs(places: Places, all: readonly Arm[], span: Span): Criterion | null {
  const kept: Arm[] = [];
  for (const [at, arm] of all.entries()) {
    if (!isZero(pointsOf(arm.award))) kept.push(arm);
    else if (at === 0 || isZero(pointsOf(all[at - 1]!.award)) || !isOpposite(words(all[at - 1]!), words(arm))) return null;
  }
  return kept.every((arm) => arm.conditions!.terms.every((term) => term.between === null && term.against === null))
    ? sumOf(places, kept, span)
    : null;
}

function eitherOf(sum: Criterion | null, one: Criterion | null, span: Span): Criterion | null {
  if (sum === null || one === null) return null;
  return {
    kind: 'readings',
    of: [
      { reading: 'items-add-up', rule: sum },
      { reading: 'one-level-holds', rule: one },
    ],
    span,
  };
}

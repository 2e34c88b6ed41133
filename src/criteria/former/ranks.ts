/** Tables by place: 「第1名得5分，第2名得4分」, 「排名1-5名依次赋60、57、54分」. */
import { Dec } from '../../workbook';
import { figureAt } from './numerals';
import type { Arm } from './arms';
import type { Criterion, FactRef, Points, Span } from '../types';
import type { Conditions } from './syntax/tree';

const MOST_PLACES = 30;
const PLACE = /^(?:排名|名次|位列)?(倒数)?第([\d一二三四五六七八九十]{1,3})名?(?:的)?$/;

interface Place {
  readonly fromBelow: boolean;
  readonly place: Dec;
}

function placeOf(conditions: Conditions | null): Place | null {
  const term = conditions?.terms[0];
  if (conditions?.terms.length !== 1 || term?.between !== null || term.against !== null || term.name === null) return null;
  const found = PLACE.exec(term.name.text);
  const figure = found === null ? null : figureAt(found[2]!, 0);
  return figure === null ? null : { fromBelow: found![1] !== undefined, place: figure.value };
}

function rankFact(fromBelow: boolean, span: Span): FactRef {
  return { kind: 'rank', role: fromBelow ? 'named' : 'own', name: fromBelow ? '倒数名次' : '', unit: '名', span };
}

function pointsOf(arm: Arm): Points | null {
  return 'points' in arm.award ? arm.award.points : null;
}

/** The arms as places, if all are. */
function placesOf(arms: readonly Arm[]): { fromBelow: boolean; places: readonly Dec[] } | null {
  const found = arms.map((arm) => placeOf(arm.conditions));
  if (found.length < 2 || found.some((one) => one === null) || arms.some((arm) => pointsOf(arm) === null)) return null;
  // 「倒数第1…、第2…」: said once.
  return { fromBelow: found[0]!.fromBelow, places: found.map((one) => one!.place) };
}

/** Steps over the place. */
export function rankTable(arms: readonly Arm[], span: Span): Criterion | null {
  const found = placesOf(arms);
  if (found === null) return null;
  const of = rankFact(found.fromBelow, arms[0]!.span);
  return {
    kind: 'steps',
    of: { op: 'fact', ref: of },
    arms: arms.map((arm, at) => ({
      when: { from: found.places[at]!, fromIncluded: true, to: found.places[at]!, toIncluded: true },
      award: pointsOf(arm)!,
    })),
    span,
  };
}

/** 「第4及以上每进1名扣0.1分」 behind the first places: on from the last. null where it does not continue them. */
export function rankTableGoingOn(arms: readonly Arm[], lead: string, each: Points, span: Span): Criterion | null {
  const found = placesOf(arms);
  const start = /^(?:倒数)?第([\d一二三四五六七八九十]{1,3})名?(?:及以上|及以后|及以下|以后|起)$/.exec(lead);
  const from = start === null ? null : (figureAt(start[1]!, 0)?.value ?? null);
  const last = arms[arms.length - 1];
  const points = last === undefined ? null : pointsOf(last);
  if (
    found === null ||
    from === null ||
    points === null ||
    !('points' in points) ||
    !('points' in each) ||
    !found.places[found.places.length - 1]!.plus(1).eq(from)
  )
    return null;
  const rank = { op: 'fact' as const, ref: rankFact(found.fromBelow, arms[0]!.span) };
  const beyond = { op: 'subtract' as const, left: rank, right: { op: 'number' as const, value: from.minus(1), shown: 'plain' as const } };
  const expr = {
    op: 'subtract' as const,
    left: { op: 'number' as const, value: points.points, shown: 'plain' as const },
    right: { op: 'multiply' as const, left: { op: 'number' as const, value: each.points, shown: 'plain' as const }, right: beyond },
  };
  const compare = (comparator: '=' | '>=', value: Dec) => ({
    kind: 'compare' as const,
    left: rank,
    comparator,
    right: { op: 'number' as const, value, shown: 'plain' as const },
  });
  return {
    kind: 'cases',
    arms: [
      ...arms.map((arm, at) => ({
        when: compare('=', found.places[at]!),
        rule: { kind: 'fixed' as const, points: pointsOf(arm)!, span: arm.span },
      })),
      { when: compare('>=', from), rule: { kind: 'formula' as const, expr, cap: null, span } },
    ],
    otherwise: null,
    span,
  };
}

const LIST =
  /^(?:按)?(?:排名|名次|排位|位次)(?:在|为)?第?([1一])名?[-~至到]第?([\d一二三四五六七八九十]{1,3})(?:名|位)(?:的)?,?(?:依次|分别)?(?:得|赋|计|记|为)?((?:[\d.]{1,6}分?[、,]){1,30}[\d.]{1,6})分$/;

/** 「排名1-5名依次赋60、57、54、51、48分」. */
export function rankList(text: string, span: Span): Criterion | null {
  const found = LIST.exec(text);
  const last = found === null ? null : figureAt(found[2]!, 0);
  if (found === null || last === null) return null;
  const points = found[3]!.split(/[、,]/).map((one) => one.replace('分', ''));
  if (points.length > MOST_PLACES || !last.value.eq(points.length) || points.some((one) => !/^\d+(?:\.\d+)?$/.test(one))) return null;
  return {
    kind: 'steps',
    of: { op: 'fact', ref: rankFact(false, span) },
    arms: points.map((one, at) => ({
      when: { from: new Dec(at + 1), fromIncluded: true, to: new Dec(at + 1), toIncluded: true },
      award: { points: new Dec(one) },
    })),
    span,
  };
}

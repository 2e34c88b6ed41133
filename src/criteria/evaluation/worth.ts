import type { Points } from '../types';
import type { Known } from './known';
import { number, times } from './known';

/** Points as a figure; null where they are a share of a maximum that is not known. */
export function worth(points: Points, max: Known | null): Known | null {
  if ('points' in points) return number(points.points);
  if (points.share.isZero()) return number(points.share);
  return max === null ? null : times(max, number(points.share, points.share.equals(1) ? 'plain' : 'percent'));
}

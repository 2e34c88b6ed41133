/** 元 and 万元 mixed up: one figure is about ten thousand times the other. */
import type { Dec } from '../../workbook';

/** True where two figures that should be much alike differ by the factor between 元 and 万元. */
export function isScaleSlip(one: Dec, other: Dec): boolean {
  if (one.lte(0) || other.lte(0)) return false;
  const ratio = one.gt(other) ? one.div(other) : other.div(one);
  return ratio.gte(5_000) && ratio.lte(20_000);
}

/** The same, to within one per cent: for figures that should be equal. */
export function isExactSlip(one: Dec, other: Dec): boolean {
  if (one.lte(0) || other.lte(0)) return false;
  const ratio = one.gt(other) ? one.div(other) : other.div(one);
  return ratio.gte(9_900) && ratio.lte(10_100);
}

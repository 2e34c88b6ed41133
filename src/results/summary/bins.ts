/** How the scores of a batch are grouped in its pictures: the page's and those of the summary workbook are the same. */

const HUNDRED = 100;
/** Lower bounds of the scores as percent of the full score; the last is the full score itself. */
const SCORE_FLOORS = [0, 60, 70, 80, 85, 90, 95, HUNDRED];
export const SCORE_BINS: readonly string[] = ['60以下', '60起', '70起', '80起', '85起', '90起', '95起', '满分'];
/** 重算分 − 自评分: upper bounds of the bins below it; then 一致, then higher. */
const DIFFERENCE_CEILINGS = [-5, -2, -0.5];
export const DIFFERENCE_BINS: readonly string[] = ['低5以上', '低2至5', '低0.5至2', '低0.5以内', '一致', '高'];
const SAME = DIFFERENCE_BINS.indexOf('一致');
/** Checks that a picture shows, those met in most tables first. */
export const TOP_CHECKS = 7;
const TINY = 1e-6;

export const CHART_TITLES = { scores: '自评得分', differences: '重算分比自评分', checks: '问题最多的检查项' } as const;

/** Place in SCORE_BINS of a self-score out of a full score; null where one of them is unknown. */
export function scoreBin(self: number | null, fullScore: number | null): number | null {
  if (self === null || fullScore === null || fullScore <= 0) return null;
  const percent = (self / fullScore) * HUNDRED + TINY;
  for (let bin = SCORE_FLOORS.length - 1; bin > 0; bin -= 1) if (percent >= SCORE_FLOORS[bin]!) return bin;
  return 0;
}

/** Place in DIFFERENCE_BINS of 重算分 − 自评分; null where it is unknown. */
export function differenceBin(difference: number | null): number | null {
  if (difference === null) return null;
  if (Math.abs(difference) < TINY) return SAME;
  if (difference > 0) return SAME + 1;
  const bin = DIFFERENCE_CEILINGS.findIndex((ceiling) => difference < ceiling - TINY);
  return bin < 0 ? DIFFERENCE_CEILINGS.length : bin;
}

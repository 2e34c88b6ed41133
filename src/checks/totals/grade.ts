import type { Addr, Dec } from '../../workbook';
import { accused, TABLE, totalKey } from '../support/accused';
import { EVALUATION_RULES } from '../support/basis';
import { formulaAt, scoredRows, type Slot } from '../../score-table';
import { judgeSum, statedSums } from '../support/totals';
import { fullScoreOf } from '../support/full-score';
import { bandOfWord, gradeOf, sameVocabulary } from '../support/grades';
import { numberText } from '../../words';
import type { Accused, Check, CheckContext, Raw } from '../types';

export interface Grade {
  readonly cell: Addr;
  readonly total: Dec;
  readonly at: Addr;
  readonly full: Dec;
  readonly expected: string;
  /** True where the stated grade is the higher one. */
  readonly higher: boolean;
  /** 「90≤得分」 「80≤得分<90」, in points of this table. */
  readonly band: string;
}

interface Stated {
  readonly value: Dec;
  readonly at: Addr;
  /** Index of its score column. */
  readonly column: number;
}

export const grade: Check<Grade> = {
  code: 'grade',
  title: '评价等级与总分',
  headline: '等级与总分不对应',
  severities: ['mandatory', 'advisory'],
  basis: EVALUATION_RULES,
  needs: ['grade', 'totals'],
  explain: {
    looksFor:
      '填写的等级是否与总分对应（自评、复核、财政审核各有总分和等级的，分别核对）：满分的90%（含）以上为优，80%（含）至90%为良，60%（含）至80%为中，60%以下为差。表中另有写明的，以写明的为准。',
    howToFix: '核对总分后，按总分所在的分数段改正等级。',
  },
  *run(context) {
    const { scoreTable } = context;
    const full = fullScoreOf(scoreTable);
    if (full === null || full.lte(0) || hasOwnBands(context)) return;
    const totals = statedTotals(context);
    const reviews = scoreTable.reviewGrades ?? [];
    // Where several totals are stated (自评, 复核) and one grade, it may be that of any of them.
    const own = reviews.length === 0 ? totals : totals.filter((total) => total.column === scoreTable.self);
    const found = judge(context, accused(TABLE, 'grade'), scoreTable.grade!, own, full);
    if (found !== null) yield found;
    for (const { column, slot } of reviews) {
      // A column that is still being filled in has no grade yet.
      if (scoredRows(scoreTable).some((row) => row.scores[column]?.state === 'blank')) continue;
      const ofReview = totals.filter((total) => total.column === column);
      const wrong = judge(context, accused(totalKey(0, column), 'grade'), slot, ofReview, full);
      if (wrong !== null) yield wrong;
    }
  },
  message(data, words) {
    const n = words.number;
    const direction = data.higher ? '高' : '低';
    return `评价等级 ${words.cell(data.cell)} 比总分对应的等级${direction}：总分 ${words.cell(data.at)} 为${n(data.total)}（满分${n(data.full)}），${data.band}应为「${data.expected}」。请核对总分和等级后更正。`;
  },
};

/** The grade beside the totals it may be of; null where it is that of one of them, or nothing can be said. */
function judge(context: CheckContext, who: Accused, slot: Slot<string>, totals: readonly Stated[], full: Dec): Raw<Grade> | null {
  const { parameters } = context;
  const band = slot.value === null ? null : bandOfWord(slot.value);
  if (band === null || context.doubted(slot.at)) return null;
  const due = totals.map((total) => parameters.grades.value.indexOf(gradeOf(total.value.div(full), parameters)!));
  const [total] = totals;
  if (total === undefined || due.includes(band) || due[0]! < 0) return null;
  const expected = sameVocabulary(slot.value!, due[0]!, parameters);
  return {
    severity: 'mandatory',
    accused: who,
    cell: slot.at,
    related: [total.at],
    indicator: null,
    data: {
      cell: slot.at,
      total: total.value,
      at: total.at,
      full,
      expected,
      higher: band < due[0]!,
      band: bandText(context, due[0]!, full),
    },
    actual: slot.value,
    expected,
    basis: parameters.grades.reference,
    // The grade may stand in the words of the total.
    ...(typeof slot.raw === 'string' && bandOfWord(slot.raw) === null ? {} : { fix: { cell: slot.at, to: { value: expected } } }),
  };
}

/** Totals stated for each score column, the self-score's first. */
function statedTotals(context: CheckContext): readonly Stated[] {
  const { scoreTable, doubted } = context;
  const found: Stated[] = [];
  const columns = scoreTable.scoreColumns
    .map((_, index) => index)
    .sort((a, b) => Number(b === scoreTable.self) - Number(a === scoreTable.self));
  for (const column of columns) {
    for (const total of scoreTable.totals) {
      const slot = total.kind === 'total' ? total.scores[column] : null;
      if (slot?.value != null && !doubted(slot.at) && !isIncomplete(context, slot.at))
        found.push({ value: slot.value, at: slot.at, column });
    }
  }
  return found;
}

/** A formula over scores of which some are blank: what it comes to is no total yet. */
function isIncomplete(context: CheckContext, at: Addr): boolean {
  if (formulaAt(context.book, at) === null) return false;
  const own = statedSums(context, 'total').filter(({ slot }) => slot.at.row === at.row && slot.at.col === at.col);
  return own.some((stated) => ['possible', 'impossible'].includes(judgeSum(context, stated).is));
}

/** A sheet that writes down its own bands, other than the official ones, is not judged by the official ones. */
export function hasOwnBands({ scoreTable, parameters }: Pick<CheckContext, 'scoreTable' | 'parameters'>): boolean {
  const official = parameters.grades.value.map((band) => band.from.times(100).toNumber());
  return scoreTable.notes.some(({ value }) => {
    const text = value.replace(/\s/g, '');
    if (!/[优良中差]/.test(text) || !/等级|为优|优秀|[（(]?\d{2,3}.{0,6}优|优.{0,6}\d{2,3}/.test(text)) return false;
    const figures = [...text.matchAll(/(\d{2,3})(?:\.\d+)?(?=分|[（(]|[-—~～至到≤<]|以上|以下|$)/g)]
      .map((match) => Number(match[1]))
      .filter((figure) => figure >= 40 && figure < 100);
    return figures.some((figure) => !official.includes(figure) && !official.includes(figure + 1));
  });
}

function bandText({ parameters }: CheckContext, index: number, full: Dec): string {
  const bands = parameters.grades.value;
  const from = numberText(bands[index]!.from.times(full));
  const above = bands[index - 1];
  if (above === undefined) return `${from}分及以上`;
  const to = numberText(above.from.times(full));
  return bands[index]!.from.isZero() ? `${to}分以下` : `${from}分（含）至${to}分`;
}

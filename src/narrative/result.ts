/** 自评结果: the total and the grade, and a table of first-level scores and rates. */
import { a1, type Addr, addrKey, Dec } from '../workbook';
import type { TotalRow } from '../score-table';
import { gradeOf, hasOwnBands, markedCells } from '../checks';
import { DEFAULT_PARAMETERS } from '../standards';
import { counted, isExecution, type Family, type ScoredItem, type Model } from './model';
import { count, figure, line, percentage, quote, toCheck, toFill, words, type Pieces } from './pieces';
import { inQuotes } from './quoted';
import { settled } from './settle';
import { kind, subject } from './subject';
import type { Block } from './types';

/** The line that states the total for the self-score column: the last of the table, else one beside it. */
function totalRow({ scoreTable }: Model): { readonly total: TotalRow; readonly at: Addr; readonly value: Dec } | null {
  const { self } = scoreTable;
  if (self === null) return null;
  const stating = scoreTable.totals.flatMap((total) => {
    const slot = total.kind === 'total' ? total.scores[self] : null;
    return slot === null || slot === undefined || slot.value === null ? [] : [{ total, at: slot.at, value: slot.value }];
  });
  return stating.find((one) => one.total.where === 'row') ?? stating[0] ?? null;
}

/** 「自评得分97.5分（满分100分）」 */
export function totalPieces(model: Model): Pieces {
  const stated = totalRow(model);
  const { sum, fullScore } = model.assessment.totals;
  const scored = counted(model.items);
  const full = fullPieces(model, fullScore);
  if (stated !== null) return line('得分', figure(stated.value, '分', { of: 'cell', cells: [stated.at] }), full);
  if (sum === null || model.items.some((item) => item.score === null && item.state === 'blank')) return line('得分', toFill('总分'), full);
  return line(
    '各项得分合计',
    figure(sum, '分', {
      of: 'sum',
      cells: [...scored, ...model.items.filter((item) => item.state === 'bonus' && item.score !== null)].flatMap((item) => item.scoreAt),
    }),
    full,
  );
}

function fullPieces(model: Model, fullScore: Dec | null): Pieces {
  if (fullScore === null) return [];
  const weighted = model.items.filter((item) => item.weight !== null);
  const sum = weighted.reduce((all, item) => all.plus(item.weight!), new Dec(0));
  const found = model.scoreTable.fullScore;
  const origin = sum.eq(fullScore)
    ? { of: 'sum' as const, cells: weighted.flatMap((item) => item.weightAt) }
    : found !== null && found.value.eq(fullScore)
      ? { of: 'cell' as const, cells: [found.at] }
      : null;
  return origin === null ? [] : line('（满分', figure(fullScore, '分', origin), '）');
}

/** 「，等级为“优”」 as stated; where its cell is blank, the one the total determines; nothing where the form has no place for one. */
export function gradePieces(model: Model): Pieces {
  const { grade } = model.scoreTable;
  if (grade === undefined) return [];
  const text = grade.value?.trim() ?? '';
  if (text !== '') return line('，等级为', inQuotes([quote(text, [grade.at])]));
  const due = determinedGrade(model);
  return due === null ? line('，等级为', toFill('评价等级', [grade.at])) : line('，按得分对应的等级为“', due, '”');
}

/** 「按得分对应的等级为“优”。」 where the form has no place for a grade and the total determines it. */
export function ownGradePieces(model: Model): Pieces {
  const due = model.scoreTable.grade === undefined ? determinedGrade(model) : null;
  return due === null ? [] : line('按得分对应的等级为“', due, '”。');
}

/** By the stated total, where nothing doubts it and nothing is left open. */
function determinedGrade(model: Model): string | null {
  const { expected } = model.assessment.totals.grade;
  const stated = totalRow(model);
  if (expected === null || stated === null || hasOpenScores(model)) return null;
  const doubted = model.findings.some(({ accused }) => accused.aspect === 'total' || accused.aspect === 'grade');
  const { fullScore } = model.assessment.totals;
  if (doubted || fullScore === null || hasOwnBands({ scoreTable: model.scoreTable, parameters: DEFAULT_PARAMETERS })) return null;
  // Cut-offs of a standard that was only recognised by its looks must agree with those in general use.
  return gradeOf(stated.value.div(fullScore), DEFAULT_PARAMETERS)?.name === expected ? expected : null;
}

/** 「共36项指标，34项得满分，2项扣分，共扣2.5分」 */
export function countsPieces({ items, deducted }: Model): Pieces {
  const full = items.filter((item) => item.state === 'full');
  const blank = items.filter((item) => item.state === 'blank');
  const excluded = items.filter((item) => item.state === 'excluded');
  const bonus = items.filter((item) => item.state === 'bonus' && item.score !== null && !item.score.isZero());
  const judged = items.filter((item) => item.state !== 'bonus');
  if (judged.length === 0) return [];
  return line(
    '计分指标共',
    count(
      judged.flatMap((item) => item.scoreAt.slice(0, 1)),
      '项',
    ),
    full.length === 0
      ? ''
      : line(
          '，得满分的',
          count(
            full.flatMap((item) => item.scoreAt.slice(0, 1)),
            '项',
          ),
        ),
    deducted.length === 0
      ? ''
      : line(
          '，扣分的',
          count(
            deducted.flatMap((item) => item.scoreAt.slice(0, 1)),
            '项',
          ),
          '，共扣',
          offPieces(deducted),
        ),
    excluded.length === 0
      ? ''
      : line(
          '，不适用的',
          count(
            excluded.flatMap((item) => item.scoreAt.slice(0, 1)),
            '项',
          ),
        ),
    blank.length === 0
      ? ''
      : line(
          '，尚未填写得分的',
          count(
            blank.flatMap((item) => item.scoreAt.slice(0, 1)),
            '项',
          ),
        ),
    bonus.length === 0
      ? ''
      : line(
          '；另有加减分',
          count(
            bonus.flatMap((item) => item.scoreAt.slice(0, 1)),
            '项',
          ),
        ),
  );
}

/** Σ (分值 − 得分) of these. */
export function offPieces(items: readonly ScoredItem[]): Pieces {
  const off = items.reduce((all, item) => all.plus(item.off ?? 0), new Dec(0));
  return [
    figure(off, '分', { of: 'difference', cells: items.flatMap((item) => item.weightAt), minus: items.flatMap((item) => item.scoreAt) }),
  ];
}

/** True where nothing may be concluded: points are missing and nobody said why, or rows are blank. */
export function hasOpenScores(model: Model): boolean {
  return model.unexplained.length > 0 || (model.gap !== null && !model.gap.isZero()) || model.items.some((item) => item.state === 'blank');
}

/** The whole result in one paragraph, without a conclusion where the deficit is not explained. */
export function resultParagraph(model: Model): Pieces {
  const head = settled(line(subject(model.scoreTable), kind(model.scoreTable), totalPieces(model), gradePieces(model)), [], model.findings);
  const counts = countsPieces(model);
  return line(head, '。', counts, counts.length === 0 ? [] : line(doubtedScores(model), '。'), ownGradePieces(model), gapPieces(model));
}

/** Scores the audit holds to be wrong are counted as they stand; the sentence says that they do. */
function doubtedScores(model: Model): Pieces {
  const scores = new Set(model.items.flatMap((item) => item.scoreAt).map(addrKey));
  const wrong = model.findings.filter((finding) => finding.severity === 'mandatory' && finding.accused.aspect === 'score');
  const at = wrong.flatMap((finding) => markedCells(finding)).filter((one) => scores.has(addrKey(one)));
  if (at.length === 0) return [];
  const places =
    at
      .slice(0, 3)
      .map((one) => a1(one.row, one.col))
      .join('、') + (at.length > 3 ? '等处' : '');
  return [toCheck(`${places}的得分`, at)];
}

/** Points that no row accounts for. */
export function gapPieces(model: Model): Pieces {
  const { gap } = model;
  const stated = totalRow(model);
  const found = model.scoreTable.fullScore;
  if (gap === null || gap.isZero() || stated === null) return [];
  const weights = model.items.flatMap((item) => item.weightAt);
  const full = found === null ? weights : [found.at];
  const missing = figure(gap.abs(), '分', { of: 'rule', cells: [...full, stated.at, ...model.items.flatMap((item) => item.scoreAt)] });
  return line('总分与各项指标的扣分不能对应，相差', missing, toCheck('总分与各项得分', [stated.at]), '。');
}

/** First-level scores and rates. */
export function familyTable(model: Model): Block | null {
  const rows = model.families.filter((family) => family.items.some((item) => item.state !== 'excluded')).map((family) => familyRow(family));
  if (rows.length < 2) return null;
  return { is: 'table', slot: 'families:table', rows: [[[words('指标')], [words('分值')], [words('得分')], [words('得分率')]], ...rows] };
}

function familyRow(family: Family): readonly Pieces[] {
  const items = family.items.filter((item) => item.state !== 'excluded');
  const weighted = items.filter((item) => item.state !== 'bonus');
  const weightAt = weighted.flatMap((item) => item.weightAt);
  const scoreAt = items.flatMap((item) => item.scoreAt);
  const weight = total(weighted.map((item) => item.weight));
  const score = total(items.map((item) => item.score));
  return [
    familyName(family),
    weight === null ? [words('—')] : [figure(weight, '', { of: 'sum', cells: weightAt })],
    score === null ? [toFill('得分', scoreAt)] : [figure(score, '', { of: 'sum', cells: scoreAt })],
    weight === null || score === null || weight.lte(0)
      ? [words('—')]
      : [percentage(score.div(weight), { of: 'ratio', cells: scoreAt, by: weightAt })],
  ];
}

/** The heading's own words, or the row's where it stands alone. */
export function familyName(family: Family): Pieces {
  if (family.items.every(isExecution)) return [words('预算执行率')];
  const { name } = family.group ?? family.items[0]!.rows[0]!;
  const text = name.value.replace(/\s+/g, ' ').trim();
  return text === '' ? [words('未写明名称的指标')] : [quote(text, [name.at])];
}

function total(values: readonly (Dec | null)[]): Dec | null {
  if (values.length === 0) return null;
  return values.reduce<Dec | null>((all, one) => (all === null || one === null ? null : all.plus(one)), new Dec(0));
}

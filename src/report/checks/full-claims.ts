/** 「各项指标全部完成」「无扣分」 against rows of the sheet that missed their target or lost points. */
import { compareQuantities, directionOf, type IndicatorRow, type ScoreTable, scoredRows, selfScore } from '../../score-table';
import type { ReportContext } from '../context';
import type { ReportLine, TextSpan } from '../types';
import { clauseBefore, holdsAny, oneOfWords, sentenceAround, sentenceStart, WORDS, wordsBefore } from '../words';
import { isOwnYear } from './total';

const ALL = '(?:均|都|全部|全面|全都)';
const DONE = '(?:完成|达到|实现|达标)';
const ALL_DONE = new RegExp(
  `(?:指标|目标)(?:任务)?[^，,。；;、\\d]{0,4}${ALL}[^，,。；;、\\d]{0,4}${DONE}|${ALL}${DONE}了?[^，,。；;、\\d]{0,8}(?:指标|目标)`,
  'g',
);
const NOTHING_LOST = new RegExp(oneOfWords(WORDS.nothingLost), 'g');

const lostPoints = (row: IndicatorRow, table: ScoreTable): boolean => {
  const [weight, score] = [row.weight?.value ?? null, selfScore(table, row)?.value ?? null];
  return weight !== null && score !== null && score.lt(weight);
};

/** Its 完成值 does not reach its 指标值; in forms without them, points were lost on something else than spending. */
function missed(row: IndicatorRow, table: ScoreTable): boolean {
  if (row.role !== 'indicator') return false;
  const [target, actual] = [row.target?.value ?? null, row.actual?.value ?? null];
  if (target !== null && actual !== null)
    return compareQuantities(target, actual, directionOf(row), table.year?.value ?? null) === 'missed' && lostPoints(row, table);
  return row.target === undefined && lostPoints(row, table) && !holdsAny(row.name.value, WORDS.spendingIndicators);
}

/** Said of the whole, of this year, as a fact. */
function isPlainClaim(line: ReportLine, at: number, words: string, context: ReportContext): boolean {
  const sentence = sentenceAround(line.half, at);
  const before = line.half.slice(sentenceStart(line.half, at), at).replace(/\d{4}年度?/g, '');
  const clause = clauseBefore(line.half, at) + words;
  if (
    holdsAny(sentence, WORDS.limits) ||
    holdsAny(clause, WORDS.future) ||
    holdsAny(clause, WORDS.plans) ||
    holdsAny(clause, WORDS.indicatorKinds) ||
    // 「甲32个、乙286个，均完成目标」: those that its sentence names.
    (/^[均都]/.test(words) && (/\d/.test(before) || holdsAny(before, WORDS.indicatorKinds)))
  )
    return false;
  return !/[未不没非]$/.test(wordsBefore(line.half, at)) && isOwnYear(clause, context.year) && !holdsAny(clause, WORDS.otherPeriods);
}

function claimsIn(line: ReportLine, pattern: RegExp, context: ReportContext): readonly TextSpan[] {
  return [...line.half.matchAll(pattern)]
    .filter((match) => !/未|不|没有(?!扣)/.test(match[0].replace(NOTHING_LOST, '')) && isPlainClaim(line, match.index, match[0], context))
    .map((match) => ({ line, from: match.index, to: match.index + match[0].length }));
}

export function checkFullClaims(context: ReportContext): void {
  if (context.table === null) return;
  const { scoreTable } = context.table;
  const rows = scoredRows(scoreTable);
  const lines = context.lines.filter(({ table }) => table === null);
  const told = (pattern: RegExp, row: IndicatorRow | undefined): void => {
    const [first, ...also] = row === undefined ? [] : lines.flatMap((line) => claimsIn(line, pattern, context));
    if (first === undefined || row === undefined) return;
    context.find(
      'report-full-claim',
      'advisory',
      first,
      `报告写「${first.line.text.slice(first.from, first.to)}」，评分表（${context.cellText(row.name.at)}）「${row.name.value}」${
        pattern === ALL_DONE ? '没有达到指标值' : '扣了分'
      }。请核对后按实际情况写。`,
      { also, cell: row.name.at, indicator: row.name.value },
    );
  };
  told(
    ALL_DONE,
    rows.find((row) => missed(row, scoreTable)),
  );
  told(
    NOTHING_LOST,
    rows.find((row) => lostPoints(row, scoreTable)),
  );
}

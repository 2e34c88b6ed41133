/** The year on the cover against the years the report's own results are told of. */
import { numberText } from '../../words';
import type { ReportContext } from '../context';
import { figuresIn } from '../numbers';
import type { ReportLine } from '../types';
import { clauseBefore, holdsAny, oneOfWords, WORDS } from '../words';
import { statedTotals } from './total';

const ON_COVER = new RegExp(String.raw`(20\d{2})\s*年(?:度)?(?=[^。；;，,]{0,40}(?:${oneOfWords(WORDS.reportTitles)}))`);
const LABELLED = /评价年度\s*:?\s*(20\d{2})/;
/** A result of the year: 「2023年度自评得分」 「2023年收入合计」. */
const RESULT = new RegExp(
  String.raw`(20\d{2})\s*年(?:度)?(?:${oneOfWords(WORDS.own)}|${oneOfWords(WORDS.subjectsOfYear)})*(?:${oneOfWords(WORDS.results)})`,
  'g',
);
/** Fewer may be about last year. */
const FEWEST = 2;

function coverYear(lines: readonly ReportLine[]): { readonly line: ReportLine; readonly from: number; readonly year: number } | null {
  const first = lines.findIndex(({ level }) => level === 0);
  for (const line of lines.slice(0, first < 0 ? 3 : first)) {
    if (line.half.length > 60 || line.table !== null) continue;
    const match = LABELLED.exec(line.half) ?? ON_COVER.exec(line.half);
    if (match !== null) return { line, from: match.index + match[0].indexOf(match[1]!), year: Number(match[1]) };
  }
  return null;
}

/** 「2023年度自评得分99.22分」, where the report states no total of its own year and this is the sheet's: the year was left from last year's. */
function totalOfAnotherYear(context: ReportContext): void {
  const { table, year } = context;
  const due = table === null ? null : (table.totals.stated ?? table.totals.sum);
  if (year === null || due === null || statedTotals(context).length > 0) return;
  for (const figure of context.lines.flatMap(figuresIn)) {
    if (figure.unit !== '分' || figure.line.table !== null || !figure.value.eq(due)) continue;
    const clause = clauseBefore(figure.line.half, figure.from);
    const written = [...clause.matchAll(RESULT)].at(-1);
    if (written === undefined || Number(written[1]) === year) continue;
    const from = figure.from - clause.length + written.index;
    return context.find(
      'report-year',
      'advisory',
      { line: figure.line, from, to: from + 4 },
      `报告写的是${written[1]}年度的得分${numberText(figure.value)}分，评分表是${year}年度的，总分正是这个数。请核对年度。`,
      { actual: written[1]!, expected: String(year), also: [figure] },
    );
  }
}

export function checkYear(context: ReportContext): void {
  totalOfAnotherYear(context);
  const cover = coverYear(context.lines);
  if (cover === null) return;
  const years = context.lines.flatMap((line) =>
    line === cover.line || line.table !== null ? [] : [...line.half.matchAll(RESULT)].map((match) => Number(match[1])),
  );
  const [other] = years;
  // All of one year, which is the sheet's, and not one of the cover's: the cover was copied.
  if (other === undefined || years.length < FEWEST || years.some((year) => year !== other) || other === cover.year) return;
  const sheet = context.table?.scoreTable.year?.value ?? null;
  if (sheet !== null && sheet !== other) return;
  if (context.lines.some((line) => line !== cover.line && holdsAny(line.half, [`${cover.year}年度`]))) return;
  context.find(
    'report-year',
    'advisory',
    { line: cover.line, from: cover.from, to: cover.from + 4 },
    `报告标题（封面）写的是${cover.year}年度，正文的收支、得分都是${other}年的${sheet === null ? '' : '，评分表也是'}。请核对年度。`,
    { actual: String(cover.year), expected: String(other) },
  );
}

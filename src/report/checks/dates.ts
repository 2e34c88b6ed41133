/** The date of the report against what it says was done before it. */
import type { ReportContext } from '../context';
import type { ReportLine, TextSpan } from '../types';
import { oneOfWords, holdsAny, sentenceAround, WORDS } from '../words';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const LABELLED = new RegExp(`(?:${oneOfWords(WORDS.dateLabels)})\\s*(?::\\s*)?(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日`);
const DAY = /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日/g;

export const dayText = ({ year, month, day }: Day): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const isReal = ({ month, day }: Day): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** 「根据……要求，3月5日开展了自评」 demands nothing. */
const DEMANDED = new RegExp(`(?:${oneOfWords(WORDS.demandLeads)})[^，,。；;]{0,120}(?:${oneOfWords(WORDS.demandEnds)})[，,]`, 'g');
const PUBLISHED = /已[^，,。；;]{0,30}公开/;

/** 填报日期, as the report states it. */
export function statedDay({ lines }: Pick<ReportContext, 'lines'>): Day | null {
  for (const { half } of lines) {
    const found = LABELLED.exec(half);
    if (found === null) continue;
    const day = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
    if (isReal(day)) return day;
  }
  return null;
}

/** Days of the self-evaluation that a line tells of as past, later than the report itself. Those without a year are of its year. */
function laterDays(line: ReportLine, on: Day): readonly (TextSpan & { readonly day: Day })[] {
  if (LABELLED.test(line.half) || line.table !== null) return [];
  return [...line.half.matchAll(DAY)].flatMap((match) => {
    const day = { year: Number(match[1] ?? on.year), month: Number(match[2]), day: Number(match[3]) };
    // The last lines carry the date of signing; later years are plans.
    if (!isReal(day) || day.year !== on.year || dayText(day) <= dayText(on)) return [];
    const sentence = sentenceAround(line.half, match.index).replace(DEMANDED, '');
    if (!(holdsAny(sentence, WORDS.past) || PUBLISHED.test(sentence)) || holdsAny(sentence, WORDS.future)) return [];
    return [{ line, from: match.index, to: match.index + match[0].length, day }];
  });
}

const PROCESS = new RegExp(oneOfWords(WORDS.process));

export function checkDates(context: ReportContext): void {
  const on = statedDay(context);
  if (on === null) return;
  const about = context.lines.filter(({ heading, half }) => heading.some((title) => PROCESS.test(title)) || PROCESS.test(half));
  const [first, ...others] = about.flatMap((line) => laterDays(line, on));
  if (first === undefined) return;
  const latest = [first, ...others]
    .map(({ day }) => dayText(day))
    .sort()
    .at(-1)!;
  context.find(
    'report-dates',
    'advisory',
    first,
    `填报日期是${dayText(on)}，报告却把${latest}的事写成已经完成的。请核对填报日期，或把还没有到的日子写成将要做的。`,
    { also: others, actual: dayText(on), expected: `不早于${latest}` },
  );
}

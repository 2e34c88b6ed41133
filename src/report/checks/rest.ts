/** 收入 + 其他资金来源 + 年初结转 − 支出 = 结余结转, where the lines of one part name them. */
import { numberText } from '../../words';
import { Dec, pushTo } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, type TextFigure, yuanOf, labelBefore } from '../numbers';
import type { ReportLine } from '../types';
import { clauseBefore, oneOfWords, WORDS } from '../words';
import { isOwnYear } from './total';

/** Lines that follow one another under one heading. */
const MOST_LINES = 4;
const END = `(?:${oneOfWords(WORDS.copulas)}|\\s)*$`;
const TERMS = {
  income: new RegExp(`收入(?:数|合计|总额)?${END}`),
  other: new RegExp(`其他资金(?:来源)?${END}`),
  opening: new RegExp(`(?:上年|年初)(?:结转|结余|结转结余|结余结转)(?:资金)?${END}`),
  spent: new RegExp(`(?<!基本|项目|其他)支出(?:数|合计|总额)?${END}`),
  rest: new RegExp(`(?<!上年|年初)${oneOfWords(WORDS.rests)}(?:资金)?${END}`),
};

type Terms = Readonly<Record<keyof typeof TERMS, readonly TextFigure[]>>;

function termsOf(lines: readonly ReportLine[], context: ReportContext): Terms {
  const figures = lines
    .flatMap(figuresIn)
    .filter((figure) => yuanOf(figure.unit) !== null && isOwnYear(clauseBefore(figure.line.half, figure.from), context.year));
  const of = (pattern: RegExp): readonly TextFigure[] => figures.filter((figure) => pattern.test(labelBefore(figure)));
  return { income: of(TERMS.income), other: of(TERMS.other), opening: of(TERMS.opening), spent: of(TERMS.spent), rest: of(TERMS.rest) };
}

const inYuan = ({ value, unit }: TextFigure): Dec => value.times(yuanOf(unit)!);

export function checkRest(context: ReportContext): void {
  const parts = new Map<string, ReportLine[]>();
  for (const line of context.lines) {
    if (line.table !== null || line.level !== null) continue;
    const key = line.heading.join('\n');
    pushTo(parts, key, line);
  }
  for (const lines of parts.values()) if (lines.length <= MOST_LINES) judge(termsOf(lines, context), context);
}

function judge({ income, other, opening, spent, rest }: Terms, context: ReportContext): void {
  const once = [income, spent, rest].every(({ length }) => length === 1) && other.length <= 1 && opening.length <= 1;
  if (!once) return;
  const added = [...income, ...other, ...opening];
  const due = added.reduce((sum, figure) => sum.plus(inYuan(figure)), new Dec(0)).minus(inYuan(spent[0]!));
  const room = [...added, ...spent, ...rest].reduce((sum, { half, unit }) => sum.plus(half.times(yuanOf(unit)!)), new Dec(0));
  // Less than nothing left over: something that was not named paid for it.
  if (due.isNegative() || due.minus(inYuan(rest[0]!)).abs().lte(room)) return;
  const [figure] = rest;
  const unit = yuanOf(figure!.unit)!;
  const left = numberText(due.div(unit));
  context.find(
    'report-balance',
    'advisory',
    figure!,
    `报告写结余结转${numberText(figure!.value)}${figure!.unit}；按报告所写的收入${other.length > 0 ? '、其他资金来源' : ''}减去支出，应为${left}${figure!.unit}。请核对，有其他收支的请写明。`,
    { actual: inYuan(figure!), expected: due, also: [...added, ...spent] },
  );
}

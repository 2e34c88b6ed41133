/** Amounts that the report names in full, against the data sheet; parts against their whole. */
import type { Figure as DataFigure } from '../../score-table';
import { numberText } from '../../words';
import { Dec, pushTo } from '../../workbook';
import type { ReportContext } from '../context';
import { agrees, type TextFigure, figuresIn, labelBefore, yuanOf } from '../numbers';
import { isOfThisYear } from '../scope';
import { leftOut } from '../elided';
import { oneOfWords, clauseBefore, holdsAny, LONGEST_SENTENCE, sentenceAround, WORDS } from '../words';

const LEADING = new RegExp(`^(?:\\d{4}年(?:度)?|${oneOfWords(WORDS.own)}|[:\\s])+`);
const TRAILING = new RegExp(`(?:${oneOfWords(WORDS.copulas)}|\\s)+$`);
const FILL = new RegExp(oneOfWords(WORDS.fill), 'g');
const MARKS = /[“”"'「」\s()（）:：]/g;

/**
 * A label as the letters that tell it from others, whatever their order: 「“三公”经费预算安排数」 and 「预算安排的“三公”经费数」 are one.
 * '' where nothing is left of it.
 */
export function figureKey(text: string): string {
  const bare = text.replace(LEADING, '').replace(TRAILING, '').replace(MARKS, '').replace(FILL, '');
  return [...bare].sort().join('');
}

/** 支出 and 收入 alone are those of the year. */
const PLAIN: ReadonlySet<string> = new Set(['支出', '收入', '出支', '入收'].map((word) => [...word].sort().join('')));

interface Known {
  readonly figure: DataFigure;
  readonly unit: Dec;
}

function knownFigures({ table }: ReportContext): ReadonlyMap<string, readonly Known[]> {
  const known = new Map<string, Known[]>();
  for (const figure of table?.scoreTable.data ?? []) {
    const unit = figure.unit === null ? null : yuanOf(figure.unit);
    if (unit === null || figure.value.value === null || figure.percent === true || figure.period === 'last') continue;
    const label = figure.path.at(-1) ?? '';
    for (const text of new Set([label, `${label}${figure.column ?? ''}`])) {
      const key = figureKey(text);
      if (key !== '') pushTo(known, key, { figure, unit });
    }
  }
  return known;
}

/** Not a plain statement of a fact of this year. */
export function isAside(figure: TextFigure, label: string): boolean {
  const { line, end } = figure;
  const clause = clauseBefore(line.half, figure.from);
  const after = line.half.slice(end, end + 2);
  // 「满意度达到90%得10分」 is the rule.
  if (/^的?得/.test(after)) return true;
  return (
    holdsAny(clause, WORDS.otherPeriods) ||
    holdsAny(label, WORDS.targets) ||
    WORDS.vague.some((word) => label.endsWith(word)) ||
    WORDS.vagueAfter.some((word) => after.startsWith(word))
  );
}

/** Letters by which a label says again what it is about. */
const HEAD = 2;
const COMPARED = /([^，,。；;、≤≥<>=\d]{1,40})[\d.,]{1,30}(?:亿元|万元|元)?[≤≥<>]$/;

/**
 * Behind 「日常公用经费决算数1102500元≤」 a label leaves out what the one before it said: 「调整预算数」 is 日常公用经费调整预算数.
 * null where nobody can tell what it leaves out.
 */
function completed(figure: TextFigure, label: string, known: ReadonlyMap<string, unknown>): string | null {
  const { half } = figure.line;
  const end = figure.from - label.length;
  const first = COMPARED.exec(half.slice(Math.max(0, end - LONGEST_SENTENCE), end))?.[1];
  if (first === undefined) return label;
  for (let length = first.length; length >= HEAD; length -= 1) {
    const whole = first.slice(0, length) + label;
    if (known.has(figureKey(whole))) return whole;
  }
  return label.includes(first.slice(0, HEAD)) ? label : null;
}

export function checkFigures(context: ReportContext): void {
  const known = knownFigures(context);
  for (const figure of context.lines.flatMap(figuresIn)) {
    const unit = yuanOf(figure.unit);
    const label = labelBefore(figure);
    if (unit === null || figure.line.table !== null || isAside(figure, label)) continue;
    const object = leftOut(figure);
    const whole = object === null ? completed(figure, label, known) : object + label;
    if (whole === null) continue;
    const key = figureKey(whole);
    const places = key === '' ? [] : (known.get(key) ?? []);
    const values = new Set(places.map((one) => one.figure.value.value!.times(one.unit).toFixed()));
    if (values.size === 1) judge(figure, label, unit, places[0]!, context);
    else if (key !== '' && places.length === 0) context.tie(figure, 'no-place');
  }
}

function judge(figure: TextFigure, label: string, unit: Dec, { figure: sheet, unit: sheetUnit }: Known, context: ReportContext): void {
  const [said, held] = [figure.value.times(unit), sheet.value.value!.times(sheetUnit)];
  const decimals = sheet.value.value!.decimalPlaces();
  const half = decimals === 0 ? new Dec(0) : new Dec('0.5').times(new Dec(10).pow(-decimals)).times(sheetUnit);
  if (agrees(said, figure.half.times(unit), held, half)) return context.tie(figure, 'tied');
  const sentence = sentenceAround(figure.line.half, figure.from);
  if (!isOfThisYear(figure, context)) return context.tie(figure, 'no-place');
  const name = sheet.path.at(-1) ?? label;
  const shown = `${numberText(sheet.value.value!)}${sheet.unit ?? ''}`;
  const place = context.cellText(sheet.value.at);
  const more = { cell: sheet.value.at, indicator: null, actual: said, expected: held };
  const ratio = held.isZero() ? null : said.div(held);
  if (ratio !== null && (ratio.minus(10_000).abs().lt(1) || ratio.times(10_000).minus(1).abs().lt('0.0001')))
    return context.find(
      'report-unit-scale',
      'advisory',
      figure,
      `报告写${name}${numberText(figure.value)}${figure.unit}，数据表（${place}）是${shown}，正好相差一万倍。请核对单位是元还是万元。`,
      more,
    );
  // Named in full and with its year it is the same figure; what the cover alone says of the year only asks.
  const sure = /\d{4}年/.test(sentence) && !PLAIN.has(figureKey(label));
  context.find(
    'report-data',
    sure ? 'mandatory' : 'advisory',
    figure,
    `报告写${name}${numberText(figure.value)}${figure.unit}，数据表（${place}）是${shown}，两处不一致。请核对后改为一致。`,
    more,
  );
}

const SPENDING = new RegExp(`(?:${oneOfWords(WORDS.spending)})(?:${oneOfWords(WORDS.copulas)}|\\s)*$`);

/** 支出 = 基本支出 + 项目支出, where one sentence names all three. */
export function checkBalance(context: ReportContext): void {
  for (const line of context.lines) {
    if (line.table !== null) continue;
    const figures = figuresIn(line).filter(({ unit }) => yuanOf(unit) !== null);
    const labelled = (test: (label: string) => boolean): readonly TextFigure[] =>
      figures.filter((figure) => test(labelBefore(figure)) && isOfThisYear(figure, context));
    const basic = labelled((label) => /基本支出/.test(label));
    const project = labelled((label) => /项目支出/.test(label));
    const whole = labelled((label) => SPENDING.test(label) && !holdsAny(label, WORDS.notWhole));
    if (basic.length !== 1 || project.length !== 1 || whole.length !== 1) continue;
    const parts = [basic[0]!, project[0]!];
    if (parts.some((part) => isAside(part, labelBefore(part))) || isAside(whole[0]!, labelBefore(whole[0]!))) continue;
    judgeSum(whole[0]!, parts, context);
  }
}

function judgeSum(whole: TextFigure, parts: readonly TextFigure[], context: ReportContext): void {
  const inYuan = ({ value, unit }: TextFigure): Dec => value.times(yuanOf(unit)!);
  const sum = parts.reduce((total, part) => total.plus(inYuan(part)), new Dec(0));
  const room = [whole, ...parts].reduce(
    (total, { half, unit, value }) => total.plus(value.decimalPlaces() > 0 ? half.times(yuanOf(unit)!) : 0),
    new Dec(0),
  );
  if (inYuan(whole).minus(sum).abs().lte(room)) {
    for (const figure of [whole, ...parts]) context.tie(figure, 'tied');
    return;
  }
  const unit = yuanOf(whole.unit)!;
  const said = parts.map((part) => numberText(inYuan(part).div(unit))).join('+');
  context.find(
    'report-balance',
    'advisory',
    whole,
    `报告写支出${numberText(whole.value)}${whole.unit}，其中基本支出与项目支出相加是${said}=${numberText(sum.div(unit))}${whole.unit}，两者不相等。有其他支出的请写明，否则请核对。`,
    { actual: inYuan(whole), expected: sum, also: parts },
  );
}

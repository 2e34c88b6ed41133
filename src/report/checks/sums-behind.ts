/** 「结转149.8万元，…372万元，合计512.8万元」: a sum behind its parts, or parts of two kinds behind their wholes. Only slips of the hand. */
import { numberText } from '../../words';
import { Dec } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, type TextFigure, unitScaleOf, unitText } from '../numbers';
import { isSlip, isTransposed } from '../slip';
import type { ReportLine } from '../types';
import { LONGEST_SENTENCE, oneOfWords, sentenceStart, WORDS, wordsBefore } from '../words';

const BEHIND = new RegExp(`[，,、；;](?:以上)?(?:各?项)?(?:${oneOfWords(WORDS.sumWords)})[\\u4e00-\\u9fa5]{0,6}$`);
const FEWEST = 2;
const MOST = 12;
const LONG_ENOUGH = 4;

const scaled = (figure: TextFigure): Dec => figure.value.times(unitScaleOf(figure)!.by);
const sumOf = (figures: readonly TextFigure[]): Dec => figures.reduce((sum, one) => sum.plus(scaled(one)), new Dec(0));
const kindOf = (figure: TextFigure): string | null => unitScaleOf(figure)?.of ?? null;
const isPercent = ({ unit }: TextFigure): boolean => unit === '%' || unit === '分';

/** The whole, or one of its parts, is mistyped: the other digits are as they must be. */
function slips(whole: TextFigure, parts: readonly TextFigure[], isMistyped: (written: Dec, due: Dec) => boolean): boolean {
  const { by } = unitScaleOf(whole)!;
  const sum = sumOf(parts);
  const difference = sum.minus(scaled(whole));
  const long = (figure: TextFigure): boolean => figure.value.toFixed().replace('.', '').length >= LONG_ENOUGH;
  if (long(whole) && isMistyped(whole.value, sum.div(by))) return true;
  return parts.some((part) => long(part) && isTransposed(part.value, part.value.minus(difference.div(unitScaleOf(part)!.by))));
}

function tell(whole: TextFigure, parts: readonly TextFigure[], context: ReportContext): void {
  const { by } = unitScaleOf(whole)!;
  const unit = unitText(whole);
  const sum = sumOf(parts);
  const terms = parts.map((part) => numberText(scaled(part).div(by))).join('+');
  context.find(
    'report-balance',
    'advisory',
    whole,
    `报告写${numberText(whole.value)}${unit}，所列各项相加是${terms}=${numberText(sum.div(by))}${unit}，两者不相等。请核对。`,
    {
      actual: scaled(whole),
      expected: sum,
      also: parts,
    },
  );
}

function behindParts(whole: TextFigure, figures: readonly TextFigure[], context: ReportContext): void {
  const start = sentenceStart(whole.line.half, whole.from);
  const before = figures.filter((one) => one.from >= start && one.end <= whole.from && kindOf(one) === kindOf(whole)).slice(-MOST);
  const lists = before.map((_, at) => before.slice(at)).filter(({ length }) => length >= FEWEST);
  const adding = lists.find((list) => sumOf(list).eq(scaled(whole)));
  if (adding !== undefined) for (const one of [whole, ...adding]) context.tie(one, 'tied');
  else {
    const slipped = lists.find((list) => slips(whole, list, isSlip));
    if (slipped !== undefined) tell(whole, slipped, context);
  }
}

/** 「246312人次、9574.5万元…。其中城市57918人次、3418.62万元，农村…」 */
function partsOfTwoKinds(line: ReportLine, at: number, figures: readonly TextFigure[], context: ReportContext): void {
  const stop = line.half.slice(at, at + LONGEST_SENTENCE).search(/[。\n]/);
  const end = stop < 0 ? at + LONGEST_SENTENCE : at + stop;
  const inside = figures.filter((one) => one.from > at && one.from < end && !isPercent(one));
  const kinds = new Set(inside.map(kindOf));
  if (kinds.size !== 2 || kinds.has(null)) return;
  for (const kind of kinds) {
    const parts = inside.filter((one) => kindOf(one) === kind);
    const whole = figures.filter((one) => one.end <= at && at - one.end < LONGEST_SENTENCE && kindOf(one) === kind).at(-1);
    if (whole === undefined || parts.length < FEWEST || parts.length * 2 !== inside.length) continue;
    if (sumOf(parts).eq(scaled(whole))) for (const one of [whole, ...parts]) context.tie(one, 'tied');
    else if (slips(whole, parts, isTransposed)) tell(whole, parts, context);
  }
}

export function checkSumsBehind(context: ReportContext): void {
  for (const line of context.lines) {
    if (line.table !== null) continue;
    const figures = figuresIn(line);
    for (const one of figures)
      if (kindOf(one) !== null && !isPercent(one) && BEHIND.test(wordsBefore(line.half, one.from))) behindParts(one, figures, context);
    for (const { index } of line.half.matchAll(/其中/g)) partsOfTwoKinds(line, index, figures, context);
  }
}

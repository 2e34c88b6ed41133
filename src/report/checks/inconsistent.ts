/** One measure of the whole, named in full, with two values. Only where the sheet has none to hold it against. */
import { type Dec, pushTo } from '../../workbook';
import { numberText } from '../../words';
import type { ReportContext } from '../context';
import { agrees, figuresIn, type TextFigure, unitScaleOf, unitText, labelBefore } from '../numbers';
import { isOfAPart, isOfThisYear } from '../scope';
import { holdsAny, oneOfWords, WORDS } from '../words';
import { isAside, figureKey } from './figures';

const WHOLE = new RegExp(
  `^(?:\\d{4}年(?:度)?|${oneOfWords(WORDS.own)}|\\s)*(?:${oneOfWords(WORDS.wholeMeasures)})(?:${oneOfWords(WORDS.copulas)}|\\s)*$`,
);

interface Said {
  readonly figure: TextFigure;
  readonly value: Dec;
  readonly half: Dec;
}

function saidIn(figure: TextFigure, context: ReportContext): readonly [key: string, said: Said] | null {
  const scale = unitScaleOf(figure);
  const label = labelBefore(figure);
  if (scale === null || figure.line.table !== null || !WHOLE.test(label) || isAside(figure, label)) return null;
  if (!isOfThisYear(figure, context) || isOfAPart(figure, context) || holdsAny(figure.line.heading.join(' '), WORDS.ofParts)) return null;
  return [`${figureKey(label)} ${scale.of}`, { figure, value: figure.value.times(scale.by), half: figure.half.times(scale.by) }];
}

export function checkInconsistent(context: ReportContext): void {
  const all = new Map<string, Said[]>();
  for (const figure of context.lines.flatMap(figuresIn)) {
    const said = saidIn(figure, context);
    if (said !== null) pushTo(all, said[0], said[1]);
  }
  for (const [first, ...others] of all.values()) {
    if (first === undefined || context.wasHeld(first.figure)) continue;
    const other = others.find(({ value, half }) => !agrees(first.value, first.half, value, half));
    if (other === undefined || context.wasHeld(other.figure)) continue;
    const shown = (one: Said): string => `${numberText(one.figure.value)}${unitText(one.figure)}`;
    context.find(
      'report-inconsistent',
      'advisory',
      other.figure,
      `同一个数，报告第${first.figure.line.paragraph}段写${shown(first)}，第${other.figure.line.paragraph}段写${shown(other)}。请核对后改为一致。`,
      { also: [first.figure], actual: other.value, expected: first.value },
    );
  }
}

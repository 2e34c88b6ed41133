/** 「日常公用经费决算数110万元，调整预算数126万元」: what a label leaves out because the figure before it has named it. */
import { normal } from '../workbook';
import { figuresIn, labelBefore, type TextFigure, yuanOf } from './numbers';
import { LONGEST_SENTENCE, oneOfWords, sentenceStart, WORDS } from './words';

const STAGE = new RegExp(oneOfWords(WORDS.stageWords), 'g');
const BUDGETED = /预算|决算/;
const NOTHING = new RegExp(
  `\\d{4}年(?:度)?|${oneOfWords([...WORDS.own, ...WORDS.copulas, ...WORDS.fill])}|[“”"'「」\\s()（）:：的数]`,
  'g',
);

const SHORTEST = 2;
const KINDS = /(?:基本|项目)支出/;

/** What a label names beside the stage of the budget; '' for 「调整预算数」. */
function objectIn(label: string): string {
  if (KINDS.test(label)) return label;
  const object = normal(label).replace(STAGE, '').replace(NOTHING, '');
  return object.length < SHORTEST || WORDS.wholeObjects.includes(object) ? '' : object;
}

/**
 * The label of the figure that a bare one goes on from, without its stage: 「“三公”经费」 before 「决算31.28万元」. null where the label is not
 * bare, or nothing before it names a part of the budget.
 */
export function leftOut(figure: TextFigure): string | null {
  if (objectIn(labelBefore(figure)) !== '') return null;
  const { half } = figure.line;
  const start = sentenceStart(half, figure.from);
  const before = figuresIn(figure.line).filter(
    (one) => one.end <= figure.from && yuanOf(one.unit) !== null && figure.from - one.end < LONGEST_SENTENCE,
  );
  for (const one of before.reverse()) {
    const label = labelBefore(one);
    // An amount that came in between is not what the budget is about.
    if (objectIn(label) === '' || label.search(STAGE) < 0) continue;
    // A new sentence goes on only from a figure of the same kind.
    return one.from >= start || BUDGETED.test(label) ? label.replace(STAGE, '') : null;
  }
  return null;
}

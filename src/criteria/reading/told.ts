/** Texts whose only clauses tell what happened: why points were taken off, what was given. They are no criteria. */
import sayings from './data/sayings.json';
import { wordsPattern } from '../../workbook';
import { isLevelName } from '../former/sums';
import type { Clause, Subject } from './clause';
import { nameOfMention } from './subjects';

/** 「…的，扣1分」 is a rule; 「未及时更新，扣1分」 may be a reason. */
const PAUSE = /(.),[^,]*$/;
const HAPPENED = new RegExp(`^${wordsPattern(sayings.happened)}`);
const IDLE = new Set<Clause['is']>(['mark', 'heading', 'definition', 'remark', 'requirement', 'standard', 'total', 'restated']);

function pausesBeforePoints(clause: Clause, text: string): boolean {
  if (clause.is !== 'once' || clause.tail.cap !== null || clause.tail.untilGone || clause.takes.upTo !== null) return false;
  const before = PAUSE.exec(text.slice(...clause.place))?.[1];
  return before !== undefined && before !== '的' && before !== '者';
}

/** 「满意率96.2%，得5分」. */
function statesFigure(subject: Subject): boolean {
  if (subject.is === 'both' || subject.is === 'either') return subject.of.some(statesFigure);
  return subject.is === 'within' && subject.from !== null && subject.to !== null && subject.from.figure.value.eq(subject.to.figure.value);
}

function isAlone(clause: Clause, text: string): boolean {
  if (clause.is === 'once') return pausesBeforePoints(clause, text);
  if (clause.is !== 'arm') return false;
  const { when, gives } = clause;
  const words = when.is === 'holds' || when.is === 'within' ? (when.of?.words ?? '') : '';
  return gives.worth || statesFigure(when) || HAPPENED.test(words);
}

/** 「因…扣1分」, 「自评8分」, 「按规定扣2分」. */
const TELLS = /^(?:因|由于|经查)|(?:^|[,后])(?:自评)|^按(?:规定|要求|标准)$/;
/** Of the text as a whole. */
const TOLD_TEXT = /^因(?!素)|自评(?:\d|满分|[得扣为]\d|得满)|共100分/;

/** Told in so many words, whatever else the text may look like. */
export const tellsOutright = (text: string): boolean => TOLD_TEXT.test(text) && !/每/.test(text);
const WHOLE_TABLE = 100;

/** Of a whole table, or told in so many words: 「满分100分」, 「完成8项，2项未完成」. */
function isNoRule(clause: Clause): boolean {
  if (clause.is === 'total') return 'points' in clause.points && clause.points.points.gte(WHOLE_TABLE);
  if (clause.is !== 'arm' && clause.is !== 'once')
    return clause.is === 'unit' && clause.lead?.is === 'holds' && TELLS.test(clause.lead.of.words);
  const { when } = clause;
  if (when.is !== 'holds') return false;
  return (
    TELLS.test(when.of.words) || when.of.context.filter(({ as }) => as === 'quantity').length > 1 || /^\d+[^\d,]{1,4}因/.test(when.of.words)
  );
}

/** 「价格分30分，技术分50分」: what parts of something are worth. */
function onlyWorths(clauses: readonly Clause[]): boolean {
  return clauses.every(
    (clause) =>
      clause.is === 'arm' &&
      clause.gives.worth &&
      clause.gives.amount.is === 'points' &&
      clause.when.is === 'holds' &&
      !isLevelName(nameOfMention(clause.when.of).text),
  );
}

/** What was taken off or given, told once it happened. */
export function tellsOnly(clauses: readonly Clause[], text: string): boolean {
  if (TOLD_TEXT.test(text)) return true;
  const scoring = clauses.filter(({ is }) => !IDLE.has(is));
  if (scoring.length === 0 || clauses.some(isNoRule) || onlyWorths(clauses)) return true;
  if (scoring.every((clause) => pausesBeforePoints(clause, text))) return true;
  return scoring.length === 1 && isAlone(scoring[0]!, text);
}

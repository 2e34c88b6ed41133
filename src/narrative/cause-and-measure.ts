/** Where a text stops saying why and begins to say what is done about it. */
import { flat } from './quoted';
import words from './data/measure-words.json';
import { wordsPattern } from '../workbook';

export interface CauseAndMeasure {
  readonly cause: string;
  readonly measure: string;
}

/** Labels that say so themselves: 「改进措施：」. */
const MEASURE_LABEL = /(?:改进措施|整改措施|下一步措施|下一步(?:改进)?(?:工作)?(?:打算|计划)?|措施)\s*[:：]/;
const CAUSE_LABEL = /^(?:\d[.、．])?(?:偏差|扣分|未完成|未达标)?(?:的)?原因(?:分析|说明)?\s*[:：]/;

/** What was done or is to be done: verbs that follow 已, 将 and the like where they speak of a remedy and not of the shortfall. */
const DEED = `${wordsPattern(words.manner)}?${wordsPattern(words.deeds)}`;
const WHO = `(?:${wordsPattern(words.who)}|针对[^，,；;。]{1,20})`;
/** What is said of a remedy once it is there; 已开展, 已完成 and the like are said of the work itself. */
const REMEDY = `${wordsPattern(words.manner)}?${wordsPattern(words.remedies)}`;
/** 今后…, 下一步…, 拟…, 计划于…: a plan, wherever a clause begins so. */
const PLAN = new RegExp(
  `^(?:${WHO}[，,]?)?(?:${wordsPattern(words.later)}|(?:20\\d{2}年)?(?:将|会)(?:${wordsPattern(words.behindWill)}|${DEED})|(?:计划|预计|打算)(?:${wordsPattern(words.behindPlan)}|\\d|${DEED}))`,
);
/** 已增设…: done, where a sentence or a part between semicolons begins so. */
const DONE = new RegExp(`^(?:${WHO}[，,]?)?已(?:于\\S{1,12}?|经)?${REMEDY}`);

/**
 * 「场地改造，少开展3场；已改为线上直播」 · 「因台风取消，今后提前准备预案」 · 「偏差原因：…改进措施：…」: cause and measure of
 * one text as they stand in it; '' where it has none. What follows the first measure belongs to it.
 */
export function causeAndMeasure(text: string): CauseAndMeasure {
  const label = MEASURE_LABEL.exec(text);
  const at = label === null ? firstMeasure(text) : { cause: label.index, measure: label.index + label[0].length };
  const cause = text.slice(0, at?.cause ?? text.length).replace(CAUSE_LABEL, '');
  return { cause: flat(cause), measure: at === null ? '' : flat(text.slice(at.measure)) };
}

interface Place {
  /** Where the cause ends, and where the measure begins. */
  readonly cause: number;
  readonly measure: number;
}

const MARKS = /[。；;，,]/g;

function firstMeasure(text: string): Place | null {
  let from = 0;
  let strong = true;
  for (const mark of [...text.matchAll(MARKS), null]) {
    const end = mark?.index ?? text.length;
    const clause = text.slice(from, end).trimStart();
    if (PLAN.test(clause) || (from > 0 && strong && DONE.test(clause))) return { cause: from, measure: from };
    if (mark === null) return null;
    strong = mark[0] !== '，' && mark[0] !== ',';
    from = end + 1;
  }
  return null;
}

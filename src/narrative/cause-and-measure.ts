/** Where a text stops saying why and begins to say what is done about it. */
import { flat } from './quoted';

export interface CauseAndMeasure {
  readonly cause: string;
  readonly measure: string;
}

/** Labels that say so themselves: 「改进措施：」. */
const MEASURE_LABEL = /(?:改进措施|整改措施|下一步措施|下一步(?:改进)?(?:工作)?(?:打算|计划)?|措施)\s*[:：]/;
const CAUSE_LABEL = /^(?:\d[.、．])?(?:偏差|扣分|未完成|未达标)?(?:的)?原因(?:分析|说明)?\s*[:：]/;

/** What was done or is to be done: verbs that follow 已, 将 and the like where they speak of a remedy and not of the shortfall. */
const DEED =
  '(?:同步|按|经|全部|及时|重新)?(?:改|增|优化|整改|督促|要求|安排|制定|申请|列入|纳入|补|建立|健全|完善|调整|协调|联系|约谈|通知|印发|加强|强化|加快|加大|启动|落实|明确|修订|组织|催|更换|修复|采取|开通|设立|新增|推进|继续|进一步|逐步|持续|尽快|积极|严格|提前|开展|完成整改|会同|对接|培训|提高|提升|规范|细化|统筹|预留|争取)';
const WHO =
  '(?:我(?:局|单位|部门|中心|校|院|办|委|站|所)|本(?:单位|部门|局|中心)|单位|部门|项目组|目前|现|同时|并|对此|为此|针对[^，,；;。]{1,20})';
/** What is said of a remedy once it is there; 已开展, 已完成 and the like are said of the work itself. */
const REMEDY =
  '(?:同步|按|经|全部|及时|重新)?(?:改|增|优化|整改|督促|要求|安排|制定|申请|列入|纳入|补|建立|健全|完善|调整|协调|联系|约谈|通知|印发|加强|强化|加快|加大|明确|修订|催|更换|修复|采取|开通|设立|新增|会同|统筹|预留)';
/** 今后…, 下一步…, 拟…, 计划于…: a plan, wherever a clause begins so. */
const PLAN = new RegExp(
  `^(?:${WHO}[，,]?)?(?:今后|下一步|下步|下一阶段|接下来|后续|后期|下年度|明年|次年|(?:20\\d{2}年)?(?:将|会)(?:于|在|从|对|以|通过|按|${DEED})|拟|(?:计划|预计|打算)(?:于|在|从|对|\\d|下|明|次|通过|${DEED})|力争|争取在)`,
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

import { a1, type WorkbookSnapshot } from '../workbook';
import type { Doubt } from '../score-table';

const SHOWN = 3;
const NOTHING = '没有找到绩效自评评分表';
/** A workbook that holds nothing but sheets of ours. */
const RESULTS_ALONE = '这是本程序生成的审核结果，里面没有评分表；请审核原来的评分表';
const ADVICE = '如果这是评分表，请核对表头是否写有「指标名称、分值、得分」等栏目';

function where(doubt: Doubt, book: WorkbookSnapshot): string {
  if (doubt.at === undefined) return '';
  const sheet = book.sheets[doubt.at.sheet]?.name ?? '';
  return `（${sheet}!${a1(doubt.at.row, doubt.at.col)}）`;
}

function sentence(doubt: Doubt, book: WorkbookSnapshot): string {
  const wanted = doubt.lookedFor.length === 0 ? '' : `，要找的是${doubt.lookedFor.map((one) => `「${one}」`).join('、')}`;
  const found = doubt.found === undefined || doubt.found === '' ? '' : `，找到的是「${doubt.found}」`;
  return `${doubt.what}${where(doubt, book)}${wanted}${found}`;
}

/** Why a workbook has no score table that we can see: what was looked for and what stands there instead. */
export function unrecognisedReason(doubts: readonly Doubt[], book: WorkbookSnapshot): string {
  if (book.sheets.every((sheet) => sheet.ours === true)) return RESULTS_ALONE;
  if (doubts.length === 0) return `${NOTHING}；${ADVICE}`;
  const rest = doubts.length > SHOWN ? `；另有 ${doubts.length - SHOWN} 处` : '';
  return `${NOTHING}：${doubts
    .slice(0, SHOWN)
    .map((doubt) => sentence(doubt, book))
    .join('；')}${rest}`;
}

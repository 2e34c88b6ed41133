/** Whether an explanation cell says anything at all. */
import type { IndicatorRow, Slot, Submission } from '../../recognition/types';

const NOTHING = /^(?:0(?:\.0+)?|无|无偏差|暂无|没有|不涉及|[-—/\\、。.]*)$/;

/** False for blank cells, placeholders, 「无」 and 「0」. */
export function saysWhy(slot: Slot<string> | undefined): boolean {
  return slot !== undefined && slot.state === 'value' && slot.value !== null && !NOTHING.test(slot.value.replace(/\s/g, ''));
}

/** Whether a deduction on this row is explained: in its own reason cell or in the sheet's 其他说明 box. */
export function isExplained(submission: Submission, row: IndicatorRow): boolean {
  return saysWhy(row.reason) || saysWhy(submission.remarks);
}

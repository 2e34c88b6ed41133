/** Texts that look like criteria and are none. */

/** Says what happened, not what would follow: why points were taken off, by whom, in which case. */
const PAST = /^(?:因|由于|经查|主要是因|主要原因|原因)|(?:因此|所以|故|已|共|合计|累计|自评|本次|此次|现|被)扣(?!完)|扣了|扣分原因|(?:^|[,;。])(?:因|由于)[^,;。]{1,40}[,]?扣|自评得分|得分小计|实际得分为|本项得\d|该项自评/;
/** «优(90分以上)、良…» of the total: grades, not points. */
const GRADES = /(?:^|[^a-z])(?:等级|评级|结论|评价等次|评定为|为优|为良)/;
const FILLING = /填报说明|填表说明|填写说明|请填|填列|如实填/;

export function isReason(normal: string): boolean {
  return PAST.test(normal) || FILLING.test(normal) || (GRADES.test(normal) && /优/.test(normal) && /良/.test(normal) && /差/.test(normal) && !/得\d|计\d|得满分/.test(normal));
}

/** Texts that look like criteria and are none. */
import type { Reading } from './readings';

/** Says what happened, not what would follow: why points were taken off, by whom, in which case. */
const PAST =
  /^(?:因|由于|经查|主要是因|主要原因|原因)|(?:因此|所以|(?:^|[,;。])故|已|共|合计|本次|此次|现|被)扣(?!完|分(?:之和|总和|总额|数)?(?:不|最))|扣了|扣分原因|(?:^|[,;。])(?:因|由于)[^,;。]{1,40}[,]?扣|自评得分|得分小计|实际得分为|(?<![的者])本项得(?!0分)\d|该项自评/;
/** «优(90分以上)、良…» of the total: grades, not points. */
const GRADES = /(?:^|[^a-z])(?:等级|评级|结论|评价等次|评定为|为优|为良)/;
const FILLING = /分值统一设置|(?:合计|小计|总计|累计)得分(?!不|最|以|达)|填报说明|填表说明|填写说明|请填|填列|如实填/;

const HAPPENED = /^(?:已|均已|全部已|全年|本年|经|实际|我|该项目|项目已|本单位)/;

/** 「未及时更新，扣1分」 with a pause before the points and no 「的」: a reason as well as a rule. */
function pausesBeforePoints(reading: Reading): boolean {
  const { tokens } = reading.statement;
  const at = tokens.findIndex(({ kind }) => kind === 'deduct');
  const before = tokens[at - 2];
  // A particle between them was passed over: 「…的，扣1分」.
  return (
    at > 0 &&
    tokens[at - 1]!.kind === 'comma' &&
    before !== undefined &&
    before.to === tokens[at - 1]!.from &&
    !/(?:的|者)$/.test(before.text)
  );
}

function isAlone(reading: Reading): boolean {
  if (reading.is === 'once') return reading.effect === 'deduct' && pausesBeforePoints(reading);
  if (reading.is !== 'arm') return false;
  const first = reading.conditions?.terms[0];
  return reading.worth || first?.between?.bare === true || HAPPENED.test(first?.name?.text ?? '');
}

/** What was taken off or given, told once it happened: no rule. */
export function tellsWhatHappened(readings: readonly Reading[]): boolean {
  const scoring = readings.filter((reading) => reading.is !== 'background' && reading.is !== 'threshold' && reading.is !== 'total');
  if (scoring.length === 0) return true;
  if (scoring.every((reading) => reading.is === 'once' && reading.effect === 'deduct' && pausesBeforePoints(reading))) return true;
  return scoring.length === 1 && isAlone(scoring[0]!);
}

export function isReason(normal: string): boolean {
  return (
    (PAST.test(normal) && !/每.{0,12}扣/.test(normal)) ||
    FILLING.test(normal) ||
    (GRADES.test(normal) &&
      /优/.test(normal) &&
      /良/.test(normal) &&
      /差/.test(normal) &&
      !/得\d|计\d|得满分|优[(,:]?\d+(?:\.\d+)?分[),;]/.test(normal))
  );
}

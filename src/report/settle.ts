/** One mistake, one finding: of all that was found in a report, what is told. */
import { REPORT_PRECEDENCE, type ReportCode } from './codes';
import type { ReportFinding, TextSpan } from './types';

/** A number that is wrong by itself: against the sheet, or as it is written. What is reckoned from it follows. */
const DIRECT: ReadonlySet<ReportCode> = new Set([
  'report-unreadable-number',
  'report-score',
  'report-total',
  'report-unit-scale',
  'report-data',
]);
const SEVERITIES = ['mandatory', 'advisory', 'info'] as const;

const rank = ({ code }: ReportFinding): number => REPORT_PRECEDENCE.indexOf(code);
const isNumber = (one: ReportFinding): boolean => rank(one) >= 0 && one.place !== null;
const overlaps = (a: TextSpan, b: TextSpan): boolean => a.line === b.line && a.from < b.to && b.from < a.to;
const stands = (place: TextSpan, among: readonly ReportFinding[]): boolean =>
  among.some((one) => one.place !== null && overlaps(one.place, place));

/** Of one number, one of the earlier code, and of equal codes the first. */
function firstOfEach(numbers: readonly ReportFinding[]): readonly ReportFinding[] {
  return numbers.filter(
    (one, index) =>
      !numbers.some(
        (other, at) =>
          other !== one && (rank(other) < rank(one) || (rank(other) === rank(one) && at < index)) && overlaps(one.place!, other.place!),
      ),
  );
}

/** A sum or a rate of which one number is wrong already says nothing of its own. */
function withoutFollowing(numbers: readonly ReportFinding[]): readonly ReportFinding[] {
  const direct = numbers.filter(({ code }) => DIRECT.has(code));
  const own = numbers.filter((one) => !one.also.some((place) => stands(place, direct)));
  const first = firstOfEach(own);
  return first.filter(
    (one) => !(one.code === 'report-rate' || one.code === 'report-deduction-sum') || !one.also.some((place) => stands(place, first)),
  );
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
const placeOf = ({ place }: ReportFinding): number => (place === null ? Infinity : place.line.paragraph * 100_000 + place.from);

/** By severity, then by place. */
export function toldOf(findings: readonly ReportFinding[]): readonly ReportFinding[] {
  const numbers = new Set(withoutFollowing(findings.filter(isNumber)));
  const kept = findings.filter((one) => !isNumber(one) || numbers.has(one));
  return [...kept].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compare(placeOf(a), placeOf(b)));
}

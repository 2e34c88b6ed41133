import { freeId } from '../answers';
import { REPORT_CODES, type ReportFinding, type ReportReading, type TextSpan } from '../report';
import { normal, type WorkbookSnapshot } from '../workbook';
import { type Severity, verdictText } from '../words';
import { cellRef, num, scalar } from './plain';
import type { ReportFindingJson, ReportJson, ReportPlaceJson } from './report-types';
import { CONTRACT } from './types';

const QUOTE = 40;

/** The sentence around it, as much as fits. */
function quoteOf({ line, from, to }: TextSpan): string {
  const room = Math.max(0, QUOTE - (to - from));
  const start = Math.max(0, line.text.lastIndexOf('。', from - 1) + 1, from - Math.ceil(room * 0.7));
  const clause = line.text.slice(start, from).search(/(?<=[，。；：、])/);
  const clear = start === 0 || line.text[start - 1] === '。' || clause < 0 ? start : start + clause;
  return line.text.slice(clear, Math.min(line.text.length, Math.max(to, clear + QUOTE))).trim();
}

function placeJson(span: TextSpan): ReportPlaceJson {
  const { line, from, to } = span;
  return { paragraph: line.paragraph, heading: line.heading, quote: quoteOf(span), from, to, table: line.table };
}

/** No numbers in it: the finding keeps its id when they are corrected to other wrong ones. */
function keyOf({ code, place, indicator }: ReportFinding): string {
  const words = place === null ? '' : `${place.line.heading.join('/')} ${place.line.text.slice(Math.max(0, place.from - 12), place.from)}`;
  return `${code} ${normal(words).replace(/\d/g, '')} ${indicator ?? ''}`;
}

function findingJsonOf(finding: ReportFinding, book: WorkbookSnapshot | null, taken: Set<string>): ReportFindingJson {
  const { code, severity, place, also, cell, indicator, message } = finding;
  return {
    id: freeId(keyOf(finding), taken),
    code,
    severity,
    place: place === null ? null : placeJson(place),
    also: also.map(placeJson),
    cell: cell === null || book === null ? null : cellRef(book, cell),
    indicator,
    message,
    actual: scalar(finding.actual),
    expected: scalar(finding.expected),
    basis: finding.basis ?? REPORT_CODES[code].basis,
    answer: null,
  };
}

/** `workbook`: the path it was held against; null with a `reason` where there was none. */
export function reportJson(
  file: string,
  { workbook, book, reason }: { readonly workbook: string | null; readonly book: WorkbookSnapshot | null; readonly reason: string | null },
  reading: ReportReading,
): ReportJson {
  const taken = new Set<string>();
  const { total, grade, date } = reading.stated;
  return {
    contract: CONTRACT,
    is: 'report',
    file,
    status: 'ok',
    ...(reason === null ? {} : { reason }),
    with: workbook,
    format: reading.document.format,
    unit: reading.unit,
    year: reading.year,
    stated: { total: num(total), grade, date },
    claims: reading.claims,
    findings: reading.findings.map((finding) => findingJsonOf(finding, book, taken)),
  };
}

export function unreadReportJson(file: string, reason: string): ReportJson {
  return {
    contract: CONTRACT,
    is: 'report',
    file,
    status: 'unreadable',
    reason,
    with: null,
    format: null,
    unit: null,
    year: null,
    stated: { total: null, grade: null, date: null },
    claims: { numbers: 0, read: 0, tied: 0, differing: 0, noPlace: 0 },
    findings: [],
  };
}

/** 「强制性 2 项、提示性 1 项」; 「未发现不一致」 where nothing is asked. */
export function reportVerdict({ findings }: Pick<ReportJson, 'findings'>): string {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  const [mandatory, advisory] = [count('mandatory'), count('advisory')];
  return mandatory + advisory === 0 ? '未发现不一致' : verdictText({ mandatory, advisory, failed: 0 });
}

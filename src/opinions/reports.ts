/** Opinions on findings of reports, laid against the reports at hand. In doubt they belong to none and are told. */
import type { ReportFindingJson, ReportJson } from '../receipt';
import { normal } from '../workbook';
import { changedFinding, type FindingChange } from './change-finding';
import { baseName } from './match';
import type { FindingOpinion, OpinionBook, OpinionReport, ReportOpinions } from './types';

/** A report that was held against its sheet; digest: SHA-256 of its file, null where nobody can tell. */
export interface TakenReport {
  readonly json: ReportJson;
  readonly digest: string | null;
}

const opinionReport = ({ json: { unit, year, file }, digest }: TakenReport): OpinionReport => ({
  unit,
  year,
  file: baseName(file),
  digest,
});

type Evidence = (report: OpinionReport) => string | null;

const bytesOf: Evidence = ({ digest }) => digest;
/** Reports of two units go by one file name everywhere. */
const namesOf: Evidence = ({ unit, year, file }) => (unit === null ? null : `${normal(unit)}\n${year ?? ''}\n${file}`);

/** For each report the index of its record, or null. Evidence that would fit several is none; only copies of one file share theirs. */
export function matchReports(records: readonly OpinionReport[], reports: readonly OpinionReport[]): readonly (number | null)[] {
  const of: (number | null)[] = reports.map(() => null);
  const free = new Set(records.keys());
  for (const evidence of [bytesOf, namesOf]) {
    const found = [...free].flatMap((record) => {
      const key = evidence(records[record]!);
      const those = key === null ? [] : [...reports.keys()].filter((at) => of[at] === null && evidence(reports[at]!) === key);
      const rivals = [...free].filter((other) => evidence(records[other]!) === key);
      return rivals.length === 1 && (those.length === 1 || (evidence === bytesOf && those.length > 1)) ? [{ record, those }] : [];
    });
    for (const { record, those } of found) {
      for (const at of those) of[at] = record;
      free.delete(record);
    }
  }
  return of;
}

/** null: no reviewer has looked at this report. */
export type OpinionsOfReport = ReadonlyMap<string, FindingOpinion> | null;

export interface LaidReports {
  /** By 编号 of its findings. */
  on(report: ReportJson): OpinionsOfReport;
  /** Opinions on findings of this report that arise no longer. */
  gone(report: ReportJson): readonly FindingOpinion[];
  /** Opinions on reports that are not at hand, or cannot be told apart. */
  readonly lost: readonly ReportOpinions[];
}

export function laidReports({ reports: records }: Pick<OpinionBook, 'reports'>, taken: readonly TakenReport[]): LaidReports {
  const of = matchReports(
    records.map(({ report }) => report),
    taken.map(opinionReport),
  );
  const own = new Map(taken.map(({ json }, at) => [json, of[at] == null ? null : records[of[at]!]!]));
  const split = (report: ReportJson): readonly [FindingOpinion[], FindingOpinion[]] => {
    const ids = new Set(report.findings.map(({ id }) => id));
    const all = own.get(report)?.findings ?? [];
    return [all.filter(({ id }) => ids.has(id)), all.filter(({ id }) => !ids.has(id))];
  };
  return {
    on: (report) => (own.get(report) == null ? null : new Map(split(report)[0].map((one) => [one.id, one]))),
    gone: (report) => split(report)[1],
    lost: records.filter((_, at) => !of.includes(at)),
  };
}

/** With a record for each of these reports: a reviewer looks at them now. */
export function withReportsSeen(book: OpinionBook, taken: readonly TakenReport[]): OpinionBook {
  const of = matchReports(
    book.reports.map(({ report }) => report),
    taken.map(opinionReport),
  );
  const fresh = taken
    .filter((_, at) => of[at] === null)
    .map((one): ReportOpinions => ({ report: opinionReport(one), findings: [], rest: {} }));
  return fresh.length === 0 ? book : { ...book, reports: [...book.reports, ...fresh] };
}

/** `taken`: all reports at hand, the one the finding is of among them. */
export function withReportFinding(
  given: OpinionBook,
  taken: readonly TakenReport[],
  [json, finding]: readonly [ReportJson, ReportFindingJson],
  change: FindingChange,
): OpinionBook {
  const at = taken.findIndex((one) => one.json === json);
  if (at < 0) return given;
  const book = withReportsSeen(given, taken);
  const record = matchReports(
    book.reports.map(({ report }) => report),
    taken.map(opinionReport),
  )[at];
  const reports = book.reports.map((one, index) => {
    if (index !== record) return one;
    const report = { ...opinionReport(taken[at]!), digest: taken[at]!.digest ?? one.report.digest };
    return { ...one, report, findings: changedFinding(one.findings, finding, change) };
  });
  return { ...book, reports };
}

/** The thread that works on files: one message in, one answer out. */
import { parentPort, workerData } from 'node:worker_threads';
import { BY_THE_SHEET, judgeBy } from '../../open-workbook';
import { answeredReport, budgetHeld, type ReportJson } from '../../receipt';
import { repliesFor } from '../answers/given';
import { annotateFile } from '../annotate/annotate';
import { FILE_EDITOR } from '../annotate/file-editor';
import { type AuditedFile, auditFile, type PassedOver } from '../audit/file';
import { FILES } from '../audit/file-functions-here';
import { reportBeside, reportOn } from '../report/read';
import { receivedIn } from '../roster/received';
import { carryOut } from '../tasks/carry-out';
import type { Task } from '../tasks/task';
import type { Job, FileOutcome, ReportJob, Setup } from './job';
import { withReports, outcomeOf, reportOutcome } from './outcome';

const setup = workerData as Setup;
const judge = judgeBy(setup.given ?? BY_THE_SHEET);

/** What was replied to a report stands with what was replied to its workbook. */
const answeredBy = (audited: AuditedFile | PassedOver, report: ReportJson): ReportJson =>
  typeof audited === 'string' ? report : answeredReport(report, audited.review?.replies ?? []);

const reviewedWith = (audited: AuditedFile, reports: readonly ReportJson[]): AuditedFile =>
  audited.review === null || reports.length === 0 ? audited : { ...audited, review: { ...audited.review, reports } };

async function work(job: Job): Promise<FileOutcome> {
  const found = await repliesFor(job.answers ?? [], FILES);
  const audited = await auditFile(job, FILES, judge, found.ok ? found.replies : []);
  const reports = (job.reports ?? []).map((report) => answeredBy(audited, reportBeside(report, { workbook: job, audited })));
  const annotated =
    typeof audited === 'string' || job.goals === undefined
      ? null
      : annotateFile(job.label, reviewedWith(audited, reports), job.goals, FILE_EDITOR);
  const own = {
    ...outcomeOf(audited, setup, annotated, found.ok ? [] : [found.message], receivedIn),
    budget: typeof audited === 'string' ? null : budgetHeld(job.label, audited.review?.tables.map(({ assessment }) => assessment) ?? []),
  };
  return withReports(
    own,
    reports.map((report) => reportOutcome(report, setup)),
  );
}

const reportWork = async ({ report }: ReportJob): Promise<FileOutcome> => reportOutcome(await reportOn(report, judge), setup);

/** What fails here fails the thread: whoever asked is told why. */
parentPort?.on('message', (job: Job | ReportJob | Task) => {
  void ('task' in job ? carryOut(job, judge) : 'report' in job ? reportWork(job) : work(job)).then((answer) => {
    parentPort?.postMessage(answer);
  });
});

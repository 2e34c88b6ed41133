/** The thread that works on files: one message in, one answer out. What a plain check does not need is loaded when it is first asked for. */
import { parentPort, workerData } from 'node:worker_threads';
import { BY_THE_SHEET, judgeBy } from '../../open-workbook';
import { answeredReport, budgetHeld, type ReportJson } from '../../receipt';
import { repliesFor } from '../answers/given';
import type { Annotated } from '../annotate/annotate';
import { type AuditedFile, auditFile, type PassedOver } from '../audit/file';
import { FILES } from '../audit/file-functions-here';
import { receivedIn } from '../roster/received';
import type { Task, TaskResults } from '../tasks/task';
import type { Job, FileOutcome, ReportJob, Setup } from './job';
import { withReports, outcomeOf, reportOutcome } from './outcome';

const setup = workerData as Setup;
const judge = judgeBy(setup.given ?? BY_THE_SHEET);

/** What was replied to a report stands with what was replied to its workbook. */
const answeredBy = (audited: AuditedFile | PassedOver, report: ReportJson): ReportJson =>
  typeof audited === 'string' ? report : answeredReport(report, audited.review?.replies ?? []);

const reviewedWith = (audited: AuditedFile, reports: readonly ReportJson[]): AuditedFile =>
  audited.review === null || reports.length === 0 ? audited : { ...audited, review: { ...audited.review, reports } };

const annotating = () => import(/* webpackChunkName: "annotating" */ '../annotate/file-editor');
const reporting = () => import(/* webpackChunkName: "reporting" */ '../report/read');
const carrying = () => import(/* webpackChunkName: "carrying" */ '../tasks/carry-out');

async function annotated(job: Job, audited: AuditedFile): Promise<Annotated | null> {
  if (job.goals === undefined) return null;
  const { annotateFile, FILE_EDITOR } = await annotating();
  return annotateFile(job.label, audited, job.goals, FILE_EDITOR);
}

async function reportsOf(job: Job, audited: AuditedFile | PassedOver): Promise<readonly ReportJson[]> {
  const { reports = [] } = job;
  if (reports.length === 0) return [];
  const { reportBeside } = await reporting();
  return reports.map((report) => answeredBy(audited, reportBeside(report, { workbook: job, audited })));
}

async function work(job: Job): Promise<FileOutcome> {
  const found = await repliesFor(job.answers ?? [], FILES);
  const audited = await auditFile(job, FILES, judge, found.ok ? found.replies : []);
  const reports = await reportsOf(job, audited);
  const copy = typeof audited === 'string' ? null : await annotated(job, reviewedWith(audited, reports));
  const own = {
    ...outcomeOf(audited, setup, copy, found.ok ? [] : [found.message], receivedIn),
    budget: typeof audited === 'string' ? null : budgetHeld(job.label, audited.review?.tables.map(({ assessment }) => assessment) ?? []),
  };
  return withReports(
    own,
    reports.map((report) => reportOutcome(report, setup)),
  );
}

async function reportWork({ report }: ReportJob): Promise<FileOutcome> {
  const { reportOn } = await reporting();
  return reportOutcome(await reportOn(report, judge), setup);
}

type Answer = FileOutcome | TaskResults[Task['task']];

async function answerTo(job: Job | ReportJob | Task): Promise<Answer> {
  if ('task' in job) return (await carrying()).carryOut(job, judge);
  return 'report' in job ? reportWork(job) : work(job);
}

/** What a check needs has been at work. */
const isWorked = (job: Job | ReportJob | Task, answer: Answer): boolean =>
  !('task' in job) && !('report' in job) && (answer as FileOutcome).is === 'audited';

/**
 * Answers what the program asks; `worked` is called when a first file has been audited, before the answer is sent: the thread may be ended
 * at once. What fails here fails the thread: whoever asked is told why.
 */
export function serve(worked: () => void): void {
  parentPort?.on('message', (job: Job | ReportJob | Task) => {
    void answerTo(job).then((answer) => {
      if (isWorked(job, answer)) worked();
      parentPort?.postMessage(answer);
    });
  });
}

/** The thread that audits files: one message in, one outcome out. */
import { parentPort, workerData } from 'node:worker_threads';
import { annotateFile } from '../annotate/annotate';
import { FILE_EDITOR } from '../annotate/file-editor';
import { auditFile } from '../audit/file';
import { SHIPPED_CORE } from '../audit/shipped-core';
import { judgingBy, NOTHING_CHOSEN } from '../standards/chosen-standards';
import type { Job, Outcome, Setup } from './job';
import { outcomeOf } from './outcome';

const setup = workerData as Setup;
const core = judgingBy(SHIPPED_CORE, setup.given ?? NOTHING_CHOSEN);

async function work(job: Job): Promise<Outcome> {
  const audited = await auditFile(job, core);
  const annotated = audited === null || job.goals === undefined ? null : annotateFile(job.label, audited, job.goals, FILE_EDITOR);
  return outcomeOf(audited, setup, annotated);
}

parentPort?.on('message', (job: Job) => {
  void work(job).then((outcome) => {
    parentPort?.postMessage(outcome);
  });
});

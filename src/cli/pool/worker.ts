/** The thread that audits files: one message in, one outcome out. */
import { parentPort, workerData } from 'node:worker_threads';
import { annotateFile } from '../annotate/annotate';
import { EDITOR } from '../annotate/file-editor';
import { auditFile } from '../audit/file';
import { CORE } from '../audit/shipped-core';
import { judgingBy, NOTHING_GIVEN } from '../standards/chosen-standards';
import type { Job, Outcome, Setup } from './job';
import { outcomeOf } from './outcome';

const setup = workerData as Setup;
const core = judgingBy(CORE, setup.given ?? NOTHING_GIVEN);

async function work(job: Job): Promise<Outcome> {
  const audited = await auditFile(job, core);
  const annotated = audited === null || job.goals === undefined ? null : annotateFile(job.label, audited, job.goals, EDITOR);
  return outcomeOf(audited, setup, annotated);
}

parentPort?.on('message', (job: Job) => {
  void work(job).then((outcome) => {
    parentPort?.postMessage(outcome);
  });
});

/** The thread that audits files: one message in, one outcome out. */
import { parentPort, workerData } from 'node:worker_threads';
import { auditFile } from '../audit/file';
import { CORE } from '../audit/real';
import type { Job, Setup } from './job';
import { outcomeOf } from './outcome';

const setup = workerData as Setup;

parentPort?.on('message', (job: Job) => {
  void auditFile(job, CORE).then((audited) => {
    parentPort?.postMessage(outcomeOf(audited?.entries ?? null, setup));
  });
});

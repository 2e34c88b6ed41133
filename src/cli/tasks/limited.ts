import { notComparedJson, unreadPublishingJson, unreadReportJson } from '../../receipt';
import { EXIT } from '../exit';
import type { Io } from '../io';
import { lostReason } from '../pool/lost';
import { type Lost, Pool } from '../pool/pool';
import type { Setup } from '../pool/job';
import { PLAIN } from '../text/look';
import { refusedLine } from '../texts/usage';
import { refusal, type Task, type TaskOf, type TaskResults } from './task';

/** A file takes well under a second; this only ends a worker that hangs. */
export const TIME_LIMIT_MS = 60_000;

const SETUP: Setup = { format: 'text', look: PLAIN };

const refusedBy = (file: string, lost: Lost): string => refusedLine(file, lostReason(lost));

/** What is answered for a worker that was lost. */
type Answers = { readonly [K in Task['task']]: (task: TaskOf<K>, lost: Lost) => TaskResults[K] };

const LOST: Answers = {
  narrative: ({ command }, lost) => refusal(EXIT.nothing, refusedBy(command.file, lost)),
  recalc: ({ command }, lost) => refusal(EXIT.nothing, refusedBy(command.file, lost)),
  write: ({ command }, lost) => refusal(EXIT.nothing, refusedBy(command.file, lost)),
  compare: ({ before, after }, lost) => notComparedJson(before.label, after.label, 'unreadable', lostReason(lost)),
  subject: () => null,
  identity: () => null,
  asked: () => [],
  withheld: ({ file }, lost) => refusedBy(file, lost),
  targets: (_, lost) => lostReason(lost),
  report: ({ work }, lost) => unreadReportJson(work.report.label, lostReason(lost)),
  'report-copy': (_, lost) => ({ is: 'not-written', why: lostReason(lost) }),
  cover: () => '',
  chosen: ({ chosen }, lost) => ({ ok: false, message: refusedBy(chosen.template ?? chosen.standard ?? '', lost) }),
  form: ({ file }, lost) => ({ wrong: refusedBy(file, lost) }),
  prepublish: ({ entry }, lost) => unreadPublishingJson(entry.label, lostReason(lost)),
  budget: ({ file }, lost) => refusedBy(file, lost),
  answers: ({ file }, lost) => refusedBy(file, lost),
  roster: ({ file }, lost) => ({ ok: false, message: refusedBy(file, lost) }),
};

/** Carries a task out in a worker of its own, with limits of memory and time. Never rejects. */
export async function limited<K extends Task['task']>(task: TaskOf<K>, io: Pick<Io, 'workerScript'>): Promise<TaskResults[K]> {
  const lost: Answers[K] = LOST[task.task as K];
  const pool = new Pool<TaskOf<K>, TaskResults[K]>({
    script: io.workerScript,
    size: 1,
    timeLimitMs: TIME_LIMIT_MS,
    workerData: SETUP,
    lost,
  });
  try {
    return await pool.run(task);
  } finally {
    await pool.close();
  }
}

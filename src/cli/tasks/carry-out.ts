/** The worker's side of a task. */
import type { Judge } from '../../open-workbook';
import { repliesInFile } from '../answers/given';
import { FILES } from '../audit/file-functions-here';
import { budgetIn } from '../budget/read';
import { askedOf, comparePair, identityOf, subjectOf, withheldIn } from '../compare/pair';
import { targetsIn } from '../compare/read-targets';
import { narrativeReport } from '../narrative';
import { prepublished } from '../prepublish/read';
import { recalcReport } from '../recalc/recalc';
import { annotateReport } from '../report/annotate';
import { coverOf, reportOn } from '../report/read';
import { rosterIn } from '../roster/read';
import { formText } from '../standards/form-text';
import { loadChosen } from '../standards/load-chosen';
import { writeReport } from '../write/write';
import type { Task, TaskOf, TaskResults } from './task';

async function answersWrong(file: string): Promise<string | null> {
  const found = await repliesInFile(file, FILES);
  return found.ok ? null : found.message;
}

type Carriers = { readonly [K in Task['task']]: (task: TaskOf<K>, judge: Judge) => Promise<TaskResults[K]> };

const CARRIERS: Carriers = {
  narrative: ({ command }) => narrativeReport(command),
  recalc: ({ command, look }) => recalcReport(command, look),
  write: ({ command }) => writeReport(command),
  compare: (task, judge) => comparePair(task, judge),
  withheld: ({ file }) => withheldIn(file),
  subject: ({ entry }) => subjectOf(entry),
  identity: ({ entry }) => identityOf(entry),
  asked: ({ entry }, judge) => askedOf(entry, judge),
  targets: ({ entry, side }) => targetsIn(entry, side),
  report: ({ work }, judge) => reportOn(work, judge),
  'report-copy': ({ copy }) => Promise.resolve(annotateReport(copy)),
  cover: ({ entry }) => coverOf(entry),
  chosen: ({ chosen }) => loadChosen(chosen, FILES),
  form: ({ file }) => formText(file, FILES),
  roster: ({ file }) => rosterIn(file, FILES),
  prepublish: ({ entry }) => prepublished(entry),
  budget: ({ file }) => budgetIn(file),
  answers: ({ file }) => answersWrong(file),
};

/** `judge`: by the standards the worker was given. */
export function carryOut<K extends Task['task']>(task: TaskOf<K>, judge: Judge): Promise<TaskResults[K]> {
  const carrier: Carriers[K] = CARRIERS[task.task as K];
  return carrier(task, judge);
}

/** The worker's side of a task. */
import type { Judge } from '../../open-workbook';
import { repliesInFile } from '../answers/given';
import { FILES } from '../audit/file-functions-here';
import { budgetIn } from '../budget/read';
import { comparePair, subjectOf } from '../compare/pair';
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
import type { Task, TaskResults } from './task';

async function answersWrong(file: string): Promise<string | null> {
  const found = await repliesInFile(file, FILES);
  return found.ok ? null : found.message;
}

/** `judge`: by the standards the worker was given. */
export function carryOut(task: Task, judge: Judge): Promise<TaskResults[keyof TaskResults]> {
  switch (task.task) {
    case 'narrative':
      return narrativeReport(task.command);
    case 'recalc':
      return recalcReport(task.command, task.look);
    case 'write':
      return writeReport(task.command);
    case 'compare':
      return comparePair(task.before, task.after, task.as, judge);
    case 'subject':
      return subjectOf(task.entry);
    case 'targets':
      return targetsIn(task.entry, task.side);
    case 'report':
      return reportOn(task.work, judge);
    case 'report-copy':
      return Promise.resolve(annotateReport(task.copy));
    case 'cover':
      return coverOf(task.entry);
    case 'chosen':
      return loadChosen(task.chosen, FILES);
    case 'form':
      return formText(task.file, FILES);
    case 'roster':
      return rosterIn(task.file, FILES);
    case 'prepublish':
      return prepublished(task.entry);
    case 'budget':
      return budgetIn(task.file);
    case 'answers':
      return answersWrong(task.file);
  }
}

/** The worker's side of a task. */
import { SHIPPED_CORE } from '../audit/shipped-core';
import { narrativeReport } from '../narrative';
import { recalcReport } from '../recalc/recalc';
import { formText } from '../standards/form-text';
import { loadChosen } from '../standards/load-chosen';
import type { Task, TaskResults } from './task';

export function carryOut(task: Task): Promise<TaskResults[keyof TaskResults]> {
  switch (task.task) {
    case 'narrative':
      return narrativeReport(task.command);
    case 'recalc':
      return recalcReport(task.command, task.look);
    case 'chosen':
      return loadChosen(task.chosen, SHIPPED_CORE);
    case 'form':
      return formText(task.file, SHIPPED_CORE);
  }
}

/** `--budget`: the list every table is held against, read once for all files. */
import { statOrNull } from '../files/stat';
import type { Io } from '../io';
import { limited } from '../tasks/limited';
import { missingPath } from '../texts/usage';
import type { BudgetRead } from './read';

/** null where none was given; a sentence where it cannot be used. */
export async function budgetGiven(file: string | undefined, io: Pick<Io, 'workerScript'>): Promise<BudgetRead | null> {
  if (file === undefined) return null;
  return statOrNull(file) === null ? missingPath(file) : limited({ task: 'budget', file }, io);
}

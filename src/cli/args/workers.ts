import { badWorkers } from '../texts/usage';
import { UsageError } from './options';

const MOST_WORKERS = 64;

/** null: as the machine has processors. @throws UsageError with a sentence for the user */
export function workersOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > MOST_WORKERS) throw new UsageError(badWorkers(text));
  return number;
}

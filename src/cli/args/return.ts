import { badDeadline, RETURN_NEEDS_OUT, RETURN_NEEDS_PATHS } from '../texts/return';
import type { ReturnCommand } from '../return/command';
import { workersOf } from './workers';
import { namesOf } from './write';
import { judgedBy, UsageError, type Options } from './options';

const LONGEST_DATE = 30;

/** 「5月20日」, also written 「5月20日前」. */
function deadlineOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const date = text.trim().replace(/前$/, '');
  if (date === '' || date.length > LONGEST_DATE) throw new UsageError(badDeadline);
  return date;
}

/** @throws UsageError with a sentence for the user */
export function returnOf({ words, texts, flags }: Options): ReturnCommand {
  if (words.length === 0) throw new UsageError(RETURN_NEEDS_PATHS);
  const out = texts['out'];
  if (out === undefined) throw new UsageError(RETURN_NEEDS_OUT);
  return {
    name: 'return',
    paths: words,
    out,
    options: { deadline: deadlineOf(texts['deadline']), names: namesOf(texts['names']) },
    answers: texts['answers'] ?? null,
    opinions: texts['opinions'] ?? null,
    workers: workersOf(texts['workers']),
    quiet: flags.has('quiet'),
    ...judgedBy(texts),
  };
}

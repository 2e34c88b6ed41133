/** What a report and a workbook are about, asked of the workers, each file once. */
import type { FileSubject } from '../compare/pair';
import type { FileEntry } from '../files/entry';
import type { TaskOf } from '../tasks/task';
import { type FileQuestions, namesIn } from './pairing';

type Question = TaskOf<'cover'> | TaskOf<'subject'>;

/** What is answered for a worker that was lost over a question. */
export const unknownAnswer = ({ task }: Question): string | null => (task === 'cover' ? '' : null);

function once<T>(ask: (entry: FileEntry) => Promise<T>): (entry: FileEntry) => Promise<T> {
  const known = new Map<FileEntry, Promise<T>>();
  return (entry) => {
    const answer = known.get(entry) ?? ask(entry);
    known.set(entry, answer);
    return answer;
  };
}

export function knownBy(run: (question: Question) => Promise<unknown>): FileQuestions {
  return {
    cover: once(async (entry) => (await run({ task: 'cover', entry })) as string),
    subjects: once(async (entry) => namesIn((await run({ task: 'subject', entry })) as FileSubject)),
  };
}

/** What a report and a workbook are about, asked of the workers, each file once. */
import path from 'node:path';
import type { FileQuestions } from '../../open-workbook';
import type { FileSubject } from '../compare/pair';
import type { FileEntry } from '../files/entry';
import type { TaskOf } from '../tasks/task';

/** Units and projects as a worker tells them of a workbook. */
const namesIn = (subject: FileSubject): readonly string[] | null =>
  subject === null ? null : subject.split('\n').flatMap((line) => line.split(' ').slice(1));

export const folderOf = ({ label }: FileEntry): string => path.dirname(path.resolve(label));

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

export function knownBy(run: (question: Question) => Promise<unknown>): FileQuestions<FileEntry> {
  return {
    cover: once(async (entry) => (await run({ task: 'cover', entry })) as string),
    subjects: once(async (entry) => namesIn((await run({ task: 'subject', entry })) as FileSubject)),
  };
}

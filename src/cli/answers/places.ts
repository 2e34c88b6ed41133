/** `--answers`: a 审核结果 workbook whose lines are for every file, or a folder with one a file. */
import path from 'node:path';
import { goalsOf } from '../annotate/goals';
import type { FileEntry } from '../files/entry';
import { statOrNull } from '../files/stat';
import type { Io } from '../io';
import { limited } from '../tasks/limited';
import { BESIDE_SUFFIX } from '../texts/annotate';
import { answersMissing } from '../texts/answers';

/** Where the answers to each file may stand, the likeliest first. */
export type AnswerPlaces = ReadonlyMap<FileEntry, readonly string[]>;

/** null where none were given; a sentence where what was given cannot be used. */
export async function answersGiven(
  given: string | null,
  args: readonly string[],
  files: readonly FileEntry[],
  io: Pick<Io, 'workerScript'>,
): Promise<AnswerPlaces | string | null> {
  if (given === null) return null;
  const stat = statOrNull(given);
  if (stat === null) return answersMissing(given);
  if (stat.isDirectory()) return inFolder(given, args, files);
  const wrong = await limited({ task: 'answers', file: given }, io);
  return wrong ?? new Map(files.map((entry) => [entry, [given]]));
}

/** As --annotate laid its copies in such a folder, else by the file's own name. */
function inFolder(folder: string, args: readonly string[], files: readonly FileEntry[]): AnswerPlaces {
  const goals = goalsOf(folder, args, files);
  return new Map(
    files.map((entry) => {
      const { copy, beside } = goals.get(entry)!;
      const { base, name } = path.parse(entry.label);
      const besideCopy = path.join(path.dirname(copy), name + BESIDE_SUFFIX);
      const places = new Set([beside, besideCopy, copy, path.resolve(folder, name + BESIDE_SUFFIX), path.resolve(folder, base)]);
      // What stands in the file itself is read anyway.
      places.delete(path.resolve(entry.label));
      return [entry, [...places]];
    }),
  );
}

import { mkdirSync } from 'node:fs';
import { annotateFailed, annotateIsFile, annotateOverInput } from '../texts/annotate';
import { unwrittenReason } from '../../words';
import type { FileEntry } from '../files/entry';
import { statOrNull } from '../files/stat';
import { type TargetPaths, goalsOf } from './goals';
import { overInput } from './over-input';

export type GoalsByFile = ReadonlyMap<FileEntry, TargetPaths>;

/** Goals for every file, the folder made ready; a sentence for the user where nothing may or can be written there. */
export function prepareAnnotation(folder: string, args: readonly string[], files: readonly FileEntry[]): GoalsByFile | string {
  if (statOrNull(folder)?.isFile() === true) return annotateIsFile(folder);
  const goals = goalsOf(folder, args, files);
  const input = overInput(goals);
  if (input !== null) return annotateOverInput(folder, input);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    return annotateFailed(folder, unwrittenReason((error as NodeJS.ErrnoException).code ?? ''));
  }
  return goals;
}

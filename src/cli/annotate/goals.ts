import path from 'node:path';
import { BESIDE_SUFFIX } from '../texts/annotate';
import type { FileEntry } from '../files/entry';
import { statOrNull } from '../files/stat';

/** Where the marked copy of a file goes, or, for a format that is never written, the workbook with its results. Absolute. */
export interface TargetPaths {
  readonly copy: string;
  readonly beside: string;
}

const SPREADSHEET = /\.(xlsx|xlsm|xlsb|xltx|xltm|xls|xlt|et|ett|html?|xml)$/i;

/** The deepest folder that holds everything the arguments name: paths below it are kept. */
export function commonFolder(args: readonly string[]): string {
  const folders = args.map((arg) => (statOrNull(arg)?.isDirectory() === true ? path.resolve(arg) : path.dirname(path.resolve(arg))));
  const [first, ...others] = folders.map((folder) => folder.split(path.sep));
  let length = first?.length ?? 0;
  for (const parts of others) {
    let same = 0;
    while (same < length && same < parts.length && parts[same] === first![same]) same += 1;
    length = same;
  }
  return (first ?? []).slice(0, length).join(path.sep) || path.sep;
}

/** Below `folder` as it stood below `base`; what does not lie below (another drive) goes by its name. */
function relative(base: string, label: string): string {
  const below = path.relative(base, path.resolve(label));
  return below === '' || path.isAbsolute(below) || below.split(path.sep)[0] === '..' ? path.basename(label) : below;
}

/** Names are handed out once, also where a file system does not tell capitals from small letters. */
class Names {
  private readonly taken = new Set<string>();

  take(wanted: string): string {
    const { dir, name, ext } = path.parse(wanted);
    let free = wanted;
    for (let number = 2; this.taken.has(free.toLowerCase()); number += 1) free = path.join(dir, `${name} (${number})${ext}`);
    this.taken.add(free.toLowerCase());
    return free;
  }
}

/** A name for each that is wanted: the first as it is, others of the same with a number. */
export function freeNames(): (wanted: string) => string {
  const names = new Names();
  return (wanted) => names.take(wanted);
}

/** Goals of every file, in order. The same arguments and files give the same goals. */
export function goalsOf(folder: string, args: readonly string[], entries: readonly FileEntry[]): ReadonlyMap<FileEntry, TargetPaths> {
  const root = path.resolve(folder);
  const base = commonFolder(args);
  const names = new Names();
  const copies = entries.map((entry) => names.take(path.join(root, relative(base, entry.label))));
  return new Map(
    entries.map((entry, index) => [
      entry,
      { copy: copies[index]!, beside: names.take(copies[index]!.replace(SPREADSHEET, '') + BESIDE_SUFFIX) },
    ]),
  );
}

import { type Dirent, type Stats, readdirSync, realpathSync, statSync } from 'node:fs';
import type { FoundFiles, FileEntry, Unopened } from './entry';

const SLASH = Buffer.from('/');
/** Excel's and WPS's lock files, which stand beside a workbook that is open. */
const LOCK_FILE = /^(~\$|\.~)/;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030');

/** A file name as text: UTF-8, else GB18030, in which Chinese archives are often packed. */
function nameText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return gb18030.decode(bytes);
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'EIO';
const isMissing = (code: string): boolean => code === 'ENOENT' || code === 'ENOTDIR';
/** A real path as a key: bytes, so that no two names fall together. */
const key = (path: Buffer): string => path.toString('latin1');

interface Child {
  readonly name: string;
  readonly path: Buffer;
  readonly stat: Dirent<Buffer> | Stats | null;
  /** Folders are compared with their slash, so that the walk follows the order of whole paths. */
  readonly sortKey: string;
}

function childOf(folder: Buffer, dirent: Dirent<Buffer>): Child {
  const path = Buffer.concat([folder, SLASH, dirent.name]);
  const name = nameText(dirent.name);
  let stat: Child['stat'] = dirent;
  if (!dirent.isFile() && !dirent.isDirectory()) {
    try {
      stat = statSync(path);
    } catch {
      stat = null;
    }
  }
  return { name, path, stat, sortKey: stat?.isDirectory() === true ? `${name}/` : name };
}

const byCodeUnit = (a: Child, b: Child): number => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0);

/** Walks arguments in the order given; every file and every folder is met once. */
class Walk {
  private readonly entries: (FileEntry | Unopened)[] = [];
  private readonly met = new Set<string>();
  private skipped = 0;

  constructor(
    /** Real paths of the files named as arguments: they are listed even when a folder leads to them first. */
    private readonly named: ReadonlySet<string>,
    /** Real paths of what is written: no inputs when they stand in a folder that is walked. */
    private readonly left: ReadonlySet<string>,
  ) {}

  result(missing: readonly string[]): FoundFiles {
    return { entries: this.entries, skipped: this.skipped, missing };
  }

  unopened(label: string, error: unknown): void {
    this.entries.push({ label, code: codeOf(error) });
  }

  file(path: Buffer, label: string, isNamed: boolean): void {
    const real = key(realpathSync.native(path, 'buffer'));
    if (this.met.has(real)) return;
    if (this.left.has(real) && !isNamed) return;
    this.met.add(real);
    this.entries.push({ path, label, named: isNamed || this.named.has(real) });
  }

  folder(path: Buffer, label: string): void {
    let children: Child[];
    try {
      const real = key(realpathSync.native(path, 'buffer'));
      if (this.met.has(real) || (this.left.has(real) && !this.named.has(real))) return;
      this.met.add(real);
      children = readdirSync(path, { withFileTypes: true, encoding: 'buffer' }).map((dirent) => childOf(path, dirent));
    } catch (error) {
      this.unopened(label, error);
      return;
    }
    for (const child of children.sort(byCodeUnit)) this.child(child, `${label}/${child.name}`);
  }

  private child({ name, path, stat }: Child, label: string): void {
    if (stat?.isDirectory() === true) this.folder(path, label);
    else if (stat?.isFile() !== true || LOCK_FILE.test(name)) this.skipped += 1;
    else {
      try {
        this.file(path, label, false);
      } catch (error) {
        this.unopened(label, error);
      }
    }
  }
}

function realKey(path: string): string | null {
  try {
    return key(realpathSync.native(path, 'buffer'));
  } catch {
    return null;
  }
}

/** "samples/" → "samples", so that labels have one slash. */
const withoutSlash = (folder: string): string => folder.replace(process.platform === 'win32' ? /(?<![\\/])[\\/]+$/ : /(?<!\/)\/+$/, '');

/** Where results go: they are no inputs of this run, though they may stand in a folder that is walked. */
interface Written {
  readonly out: string | null;
  readonly annotate: string | null;
}

/** Every file that the arguments name or contain, in order. */
export function collect(args: readonly string[], written: Written = { out: null, annotate: null }): FoundFiles {
  const named = new Set<string>();
  for (const arg of args) {
    const real = realKey(arg);
    if (real !== null) named.add(real);
  }
  const left = [written.out, written.annotate].flatMap((place) => (place === null ? [] : [realKey(place) ?? '']));
  const walk = new Walk(named, new Set(left));
  const missing: string[] = [];
  for (const arg of args) {
    try {
      const stat = statSync(arg);
      if (stat.isDirectory()) walk.folder(Buffer.from(arg), withoutSlash(arg));
      else walk.file(Buffer.from(arg), arg, true);
    } catch (error) {
      if (isMissing(codeOf(error))) missing.push(arg);
      else walk.unopened(arg, error);
    }
  }
  return walk.result(missing);
}

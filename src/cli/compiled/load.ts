/**
 * Scripts of the program with what V8 compiled of them in an earlier run: compiling is a good part of what a small file takes. What is
 * compiled is kept beside the scripts or, where those may not be written, in the user's own cache. Where anything about it is not as it
 * should be, the script is compiled as ever and nobody is told.
 */
import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { keptIn, keepIn, placesFor } from './places';

export interface LoadedScript {
  readonly exports: unknown;
  /** Keeps what is compiled by now; called when the program has done its work once, so that what it needs is among it. */
  readonly keep: () => void;
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Compiled code fits this very script, this Node and this kind of processor, and nothing else. */
const nameOf = (file: string, source: Uint8Array): string =>
  `${path.basename(file, '.js')}-${digest(source).slice(0, 32)}-${process.version}-${process.arch}`;

/** The parameters a script of Node has. */
const wrapped = (text: string): string => `(function (exports, require, module, __filename, __dirname) {${text}\n})`;

/** Runs a script as `require` does. `places`: folders where compiled code may lie, the first that serves. */
export function loadCompiled(file: string, places: readonly string[] = placesFor(path.dirname(file))): LoadedScript {
  const source = readFileSync(file);
  const name = nameOf(file, source);
  const cachedData = keptIn(places, name);
  // Plain ASCII is read and kept without being decoded.
  const script = new Script(wrapped(source.toString(isAscii(source) ? 'latin1' : 'utf8')), {
    filename: file,
    ...(cachedData === null ? {} : { cachedData }),
  });
  const own = { exports: {} as unknown };
  (script.runInThisContext() as (...given: unknown[]) => void)(own.exports, createRequire(file), own, file, path.dirname(file));
  const used = cachedData !== null && script.cachedDataRejected !== true;
  let done = used;
  return {
    exports: own.exports,
    keep: () => {
      if (done) return;
      done = true;
      keepIn(places, name, () => script.createCachedData());
    },
  };
}

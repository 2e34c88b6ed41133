/** A standard named on the command line: a built-in id or a YAML file, with the files it rests on. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { nearestStandards, noSuchStandard, NOT_A_FILE, problemsText, standardUnreadable, unopenedReason } from '../../words';
import { BUILTIN, builtinStandard, loadStandard, type Standard } from '../../standards';
import type { PlainStandard } from '../../open-workbook';
import { readYaml, type YamlRead } from '../../standards/yaml';
import { readAt, withRegular } from '../files/regular';

const YAML_NAME = /\.ya?ml$/i;
const LARGEST = 4 * 1024 * 1024;

export type Named =
  { readonly ok: true; readonly standard: Standard; readonly plain: PlainStandard } | { readonly ok: false; readonly message: string };

/** `text` null: it is none. null: no ordinary file. @throws NodeJS.ErrnoException */
const textOf = (file: string): { readonly text: string | null } | null =>
  withRegular(file, (fd, { size }) => ({ text: size > LARGEST ? null : utf8Text(readAt(fd, size, 0)) }));

function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

class Reading {
  readonly bases: Record<string, unknown> = {};
  message: string | null = null;

  /** null where something is wrong; `message` says what. */
  read(file: string, shown: string, above: readonly string[]): { readonly standard: Standard; readonly tree: unknown } | null {
    let read: ReturnType<typeof textOf>;
    try {
      read = textOf(file);
    } catch (error) {
      return this.fail(standardUnreadable(shown, unopenedReason((error as NodeJS.ErrnoException).code ?? '')));
    }
    if (read === null) return this.fail(standardUnreadable(shown, NOT_A_FILE));
    const { text } = read;
    if (text === null) return this.fail(problemsText([{ code: 'not-text', path: [], line: null, found: '', expected: [] }], shown));
    const yaml: YamlRead = readYaml(text);
    if (!yaml.ok) return this.fail(problemsText(yaml.problems, shown));
    const loaded = loadStandard(yaml.tree, { lineOf: yaml.lineOf, baseOf: (name) => this.base(name, file, above) });
    // A fault in what it rests on was told already.
    if (!loaded.ok) return this.message !== null ? null : this.fail(problemsText(loaded.problems, shown));
    return { standard: loaded.standard, tree: yaml.tree };
  }

  private base(name: string, from: string, above: readonly string[]): Standard | null | 'circular' {
    const builtin = builtinStandard(name);
    if (builtin !== null || !YAML_NAME.test(name)) return builtin;
    const file = path.resolve(path.dirname(from), name);
    if (above.includes(file)) return 'circular';
    if (!existsSync(file)) return null;
    const read = this.read(file, name, [...above, file]);
    if (read === null) return null;
    this.bases[name] = read.tree;
    return read.standard;
  }

  private fail(message: string): null {
    this.message = message;
    return null;
  }
}

/** «national-project» or «我的标准.yaml»; a sentence where it is neither, or a faulty file. */
export function namedStandard(named: string): Named {
  const builtin = builtinStandard(named);
  if (builtin !== null) return { ok: true, standard: builtin, plain: { builtin: named } };
  if (!existsSync(named) || statSync(named).isDirectory()) {
    return {
      ok: false,
      message: noSuchStandard(
        named,
        YAML_NAME.test(named)
          ? []
          : nearestStandards(
              named,
              BUILTIN.map((one) => one.id),
            ),
      ),
    };
  }
  const reading = new Reading();
  const file = path.resolve(named);
  const read = reading.read(file, named, [file]);
  if (read === null) return { ok: false, message: reading.message! };
  return { ok: true, standard: read.standard, plain: { tree: read.tree, bases: reading.bases } };
}

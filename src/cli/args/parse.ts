import { NO_FILE, NO_PATHS, badWorkers, notYet, oneCodeOnly, oneFileOnly, unknownCommand, unknownFormat, unknownLength } from '../../messages/usage';
import { isFormat } from '../output/format';
import { recalcOf } from './recalc';
import type { CheckCommand, Command, NarrativeCommand } from './command';
import { type CommandName, type Options, UsageError, onlyOf, takeApart } from './options';

const LATER_COMMANDS: ReadonlySet<string> = new Set(['standards']);
const LATER_FORMATS: ReadonlySet<string> = new Set(['xlsx']);
const MOST_WORKERS = 64;
const LENGTHS: ReadonlySet<string> = new Set<NarrativeCommand['length']>(['box', 'short', 'full']);

function formatOf(text: string): CheckCommand['format'] {
  if (LATER_FORMATS.has(text)) throw new UsageError(notYet(`--format ${text}`));
  if (!isFormat(text)) throw new UsageError(unknownFormat(text));
  return text;
}

function workersOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > MOST_WORKERS) throw new UsageError(badWorkers(text));
  return number;
}

function checkOf({ words, texts, flags }: Options): CheckCommand {
  if (words.length === 0) throw new UsageError(NO_PATHS);
  return {
    name: 'check',
    paths: words,
    format: formatOf(texts['format'] ?? 'text'),
    out: texts['out'] ?? null,
    workers: workersOf(texts['workers']),
    quiet: flags.has('quiet'),
  };
}

/** The one file a command is about. */
function fileOf(command: 'recalc' | 'narrative', words: readonly string[]): string {
  const [file, second] = words;
  if (file === undefined) throw new UsageError(NO_FILE(command));
  if (second !== undefined) throw new UsageError(oneFileOnly(command));
  return file;
}

function narrativeOf({ words, texts }: Options): NarrativeCommand {
  const length = texts['length'] ?? 'full';
  if (!LENGTHS.has(length)) throw new UsageError(unknownLength(length));
  return { name: 'narrative', file: fileOf('narrative', words), length: length as NarrativeCommand['length'] };
}

function explainOf({ words }: Options): Command {
  if (words.length > 1) throw new UsageError(oneCodeOnly);
  return { name: 'explain', code: words[0] ?? null };
}

const COMMANDS: Readonly<Partial<Record<string, (options: Options) => Command>>> = { check: checkOf, recalc: (options) => recalcOf(fileOf('recalc', options.words), options), narrative: narrativeOf, explain: explainOf };

function commandOf(args: readonly string[]): Command {
  const [first] = args;
  if (first !== undefined && LATER_COMMANDS.has(first)) throw new UsageError(notYet(first));
  const options = takeApart(args);
  const [name, ...words] = options.words;
  if (options.flags.has('help') || name === 'help') return { name: 'help' };
  if (options.flags.has('version')) return { name: 'version' };
  if (name === undefined) throw new UsageError('');
  const parse = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (parse === undefined) throw new UsageError(LATER_COMMANDS.has(name) ? notYet(name) : unknownCommand(name));
  onlyOf(name as CommandName, options);
  return parse({ ...options, words });
}

/** What the arguments ask for. Wrong usage is an answer too, with its sentence. */
export function parseCommand(args: readonly string[]): Command {
  try {
    return commandOf(args);
  } catch (error) {
    if (error instanceof UsageError) return { name: 'wrong', message: error.message };
    throw error;
  }
}

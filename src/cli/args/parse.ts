import { NO_PATHS, badWorkers, notYet, oneCodeOnly, unknownCommand, unknownFormat, unknownOption } from '../../messages/usage';
import { isFormat } from '../output/format';
import type { CheckCommand, Command } from './command';
import { type Options, UsageError, takeApart } from './options';

const LATER_COMMANDS: ReadonlySet<string> = new Set(['recalc', 'narrative', 'standards']);
const LATER_FORMATS: ReadonlySet<string> = new Set(['xlsx']);
const MOST_WORKERS = 64;
const CHECK_ONLY = ['format', 'out', 'workers', 'quiet'];

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

function explainOf({ words, texts, flags }: Options): Command {
  const foreign = CHECK_ONLY.find((name) => name in texts || flags.has(name));
  if (foreign !== undefined) throw new UsageError(unknownOption(`--${foreign}`));
  if (words.length > 1) throw new UsageError(oneCodeOnly);
  return { name: 'explain', code: words[0] ?? null };
}

function commandOf(args: readonly string[]): Command {
  const [first] = args;
  if (first !== undefined && LATER_COMMANDS.has(first)) throw new UsageError(notYet(first));
  const options = takeApart(args);
  const [name, ...words] = options.words;
  if (options.flags.has('help') || name === 'help') return { name: 'help' };
  if (options.flags.has('version')) return { name: 'version' };
  const rest = { ...options, words };
  if (name === 'check') return checkOf(rest);
  if (name === 'explain') return explainOf(rest);
  throw new UsageError(name === undefined ? '' : LATER_COMMANDS.has(name) ? notYet(name) : unknownCommand(name));
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

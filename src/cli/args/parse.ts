import {
  DIFF_NEEDS_TWO,
  FROM_OR_DIFF,
  NO_FILE,
  NO_PATHS,
  XLSX_NEEDS_OUT,
  oneCodeOnly,
  oneFileOnly,
  oneStandardOnly,
  unknownCommand,
  unknownFormat,
  unknownLength,
  xlsxOtherName,
} from '../texts/usage';
import { NO_CRITERION, badPoints, oneCriterionOnly, unknownCriterionFormat } from '../texts/criteria';
import { NO_SHARDS, SHARD_WITHOUT_REPORTS, badShard } from '../texts/merge';
import { SHARD_WITHOUT_ROSTER } from '../texts/roster';
import { meantWord } from '../nearest';
import { type Format, isFormat } from '../output/format';
import { compareOf } from './compare';
import { reportCommandOf } from './report';
import type { MergeCommand } from '../merge/command';
import { type Shard, shardFrom } from '../shard';
import { opinionsOf } from './opinions';
import { prepublishOf } from './prepublish';
import { recalcOf } from './recalc';
import { returnOf } from './return';
import { workersOf } from './workers';
import { writeOf } from './write';
import type { CheckCommand, Command, NarrativeCommand } from './command';
import { type CommandName, type Options, UsageError, judgedBy, onlyOf, takeApart } from './options';

/** A workbook by one of these names would not open without a warning. */
const OTHER_TABLE = /\.(xls|et|csv|xlsm|xlsb)$/i;
const LENGTHS: ReadonlySet<string> = new Set<NarrativeCommand['length']>(['box', 'short', 'full']);

function formatOf(text: string): Format {
  if (!isFormat(text)) throw new UsageError(unknownFormat(text));
  return text;
}

/** Where results go. @throws UsageError where that cannot hold them */
function writtenTo(format: Format, { texts, flags }: Pick<Options, 'texts' | 'flags'>): Pick<CheckCommand, 'out' | 'overwrite'> {
  const out = texts['out'] ?? null;
  if (format === 'xlsx' && out === null) throw new UsageError(XLSX_NEEDS_OUT);
  if (format === 'xlsx' && out !== null && OTHER_TABLE.test(out)) throw new UsageError(xlsxOtherName(out));
  return { out, overwrite: flags.has('overwrite') };
}

/** Whose a report or a table is is known only where all files are seen. */
function shardOf({ texts, flags }: Pick<Options, 'texts' | 'flags'>): Shard | null {
  const text = texts['shard'];
  if (text === undefined) return null;
  if (flags.has('reports')) throw new UsageError(SHARD_WITHOUT_REPORTS);
  if (texts['roster'] !== undefined) throw new UsageError(SHARD_WITHOUT_ROSTER);
  const shard = shardFrom(text);
  if (shard === null) throw new UsageError(badShard(text));
  return shard;
}

function mergeOf({ words, texts, flags }: Options): MergeCommand {
  if (words.length === 0) throw new UsageError(NO_SHARDS);
  const format = formatOf(texts['format'] ?? 'text');
  return {
    name: 'merge',
    paths: words,
    format,
    ...writtenTo(format, { texts, flags }),
    quiet: flags.has('quiet'),
    requireAnswers: flags.has('require-answers'),
  };
}

function checkOf({ words, texts, flags }: Options): CheckCommand {
  if (words.length === 0) throw new UsageError(NO_PATHS);
  const format = formatOf(texts['format'] ?? 'text');
  return {
    name: 'check',
    paths: words,
    format,
    ...writtenTo(format, { texts, flags }),
    annotate: texts['annotate'] ?? null,
    workers: workersOf(texts['workers']),
    quiet: flags.has('quiet'),
    answers: texts['answers'] ?? null,
    shard: shardOf({ texts, flags }),
    requireAnswers: flags.has('require-answers'),
    reports: flags.has('reports'),
    roster: texts['roster'] ?? null,
    ...(texts['budget'] === undefined ? {} : { budget: texts['budget'] }),
    ...judgedBy(texts),
  };
}

/** The one file a command is about. */
function fileOf(command: 'recalc' | 'narrative' | 'write', words: readonly string[]): string {
  const [file, second] = words;
  if (file === undefined) throw new UsageError(NO_FILE(command));
  if (second !== undefined) throw new UsageError(oneFileOnly(command));
  return file;
}

function narrativeOf({ words, texts }: Options): NarrativeCommand {
  const length = texts['length'] ?? 'full';
  if (!LENGTHS.has(length)) throw new UsageError(unknownLength(length));
  return { name: 'narrative', file: fileOf('narrative', words), length: length as NarrativeCommand['length'], ...judgedBy(texts) };
}

function explainOf({ words }: Options): Command {
  if (words.length > 1) throw new UsageError(oneCodeOnly);
  return { name: 'explain', code: words[0] ?? null };
}

function criteriaOf({ words, texts }: Options): Command {
  const [text, second] = words;
  if (text === undefined || text.trim() === '') throw new UsageError(NO_CRITERION);
  if (second !== undefined) throw new UsageError(oneCriterionOnly);
  const format = texts['format'] ?? 'text';
  if (format !== 'text' && format !== 'json') throw new UsageError(unknownCriterionFormat(format));
  return { name: 'criteria', text, points: pointsOf(texts['points']), facts: texts['facts'] ?? null, format };
}

function pointsOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const points = text.replace(/分$/, '');
  if (!/^\d{1,4}(?:\.\d{1,4})?$/.test(points) || !(Number(points) > 0)) throw new UsageError(badPoints(text));
  return points;
}

function standardsOf({ words, texts }: Options): Command {
  const [first, second, ...more] = words;
  if (texts['from'] !== undefined && texts['diff'] !== undefined) throw new UsageError(FROM_OR_DIFF);
  if (texts['from'] !== undefined) {
    if (first !== undefined) throw new UsageError(oneFileOnly('standards --from'));
    return { name: 'standards', ask: { is: 'from', file: texts['from'] } };
  }
  if (texts['diff'] !== undefined) {
    if (first === undefined || second !== undefined) throw new UsageError(DIFF_NEEDS_TWO);
    return { name: 'standards', ask: { is: 'diff', before: texts['diff'], after: first } };
  }
  if (second !== undefined || more.length > 0) throw new UsageError(oneStandardOnly);
  return { name: 'standards', ask: first === undefined ? { is: 'list' } : { is: 'show', named: first } };
}

const COMMANDS: Readonly<Partial<Record<string, (options: Options) => Command>>> = {
  check: checkOf,
  compare: compareOf,
  merge: mergeOf,
  report: reportCommandOf,
  recalc: (options) => recalcOf(fileOf('recalc', options.words), options),
  narrative: narrativeOf,
  return: returnOf,
  opinions: opinionsOf,
  prepublish: prepublishOf,
  write: (options) => writeOf(fileOf('write', options.words), options),
  explain: explainOf,
  standards: standardsOf,
  criteria: criteriaOf,
};

function commandOf(args: readonly string[]): Command {
  const options = takeApart(args);
  const [name, ...words] = options.words;
  if (options.flags.has('help') || name === 'help') return { name: 'help' };
  if (options.flags.has('version')) return { name: 'version' };
  if (name === undefined) throw new UsageError('');
  const parse = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (parse === undefined) throw new UsageError(unknownCommand(name, meantWord(name, [...Object.keys(COMMANDS), 'help'])));
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

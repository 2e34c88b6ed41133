import { parseArgs } from 'node:util';
import { meantWord } from '../nearest';
import { notYet, optionNeedsValue, optionTakesNoValue, unknownOption } from '../texts/usage';

type Kind = 'text' | 'flag';
/** Commands with options of their own. */
export type CommandName =
  | 'check'
  | 'compare'
  | 'merge'
  | 'recalc'
  | 'report'
  | 'narrative'
  | 'standards'
  | 'explain'
  | 'criteria'
  | 'write'
  | 'return'
  | 'opinions'
  | 'prepublish';

interface Rule {
  readonly kind: Kind;
  readonly of: readonly CommandName[];
}

/** Every option with the commands that know it; a new option is one line here. */
const OPTIONS: Readonly<Record<string, Rule>> = {
  as: { kind: 'text', of: ['compare'] },
  format: { kind: 'text', of: ['check', 'compare', 'merge', 'report', 'criteria', 'prepublish'] },
  out: { kind: 'text', of: ['check', 'compare', 'merge', 'recalc', 'report', 'write', 'return', 'opinions', 'prepublish'] },
  overwrite: { kind: 'flag', of: ['check', 'compare', 'merge', 'recalc', 'report', 'write', 'opinions', 'prepublish'] },
  annotate: { kind: 'text', of: ['check', 'report'] },
  workers: { kind: 'text', of: ['check', 'return'] },
  quiet: { kind: 'flag', of: ['check', 'merge', 'return'] },
  answers: { kind: 'text', of: ['check', 'compare', 'return'] },
  budget: { kind: 'text', of: ['check'] },
  'require-answers': { kind: 'flag', of: ['check', 'merge'] },
  reports: { kind: 'flag', of: ['check'] },
  roster: { kind: 'text', of: ['check'] },
  shard: { kind: 'text', of: ['check'] },
  length: { kind: 'text', of: ['narrative'] },
  with: { kind: 'text', of: ['report'] },
  standard: { kind: 'text', of: ['check', 'compare', 'recalc', 'narrative', 'write', 'return'] },
  template: { kind: 'text', of: ['check', 'compare', 'recalc', 'narrative', 'write', 'return'] },
  onto: { kind: 'text', of: ['write'] },
  names: { kind: 'text', of: ['write', 'return'] },
  opinions: { kind: 'text', of: ['return'] },
  deadline: { kind: 'text', of: ['return'] },
  points: { kind: 'text', of: ['criteria'] },
  facts: { kind: 'text', of: ['criteria'] },
  from: { kind: 'text', of: ['standards'] },
  diff: { kind: 'text', of: ['standards'] },
  scores: { kind: 'text', of: ['recalc'] },
  raise: { kind: 'flag', of: ['recalc'] },
  totals: { kind: 'text', of: ['recalc'] },
  ledger: { kind: 'text', of: ['recalc'] },
  'no-summary': { kind: 'flag', of: ['recalc'] },
};
/** Options of the contract that are not built yet. */
const LATER: ReadonlySet<string> = new Set(['data']);
const EVERYWHERE: ReadonlySet<string> = new Set(['help', 'version']);

/** Every option there is, without its dashes. */
export const OPTION_NAMES: readonly string[] = [...Object.keys(OPTIONS), ...EVERYWHERE];

/** Arguments taken apart: the last of a repeated option counts. */
export interface Options {
  readonly words: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
}

export class UsageError extends Error {}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function checkOption({ name, rawName, value, inlineValue }: OptionToken): void {
  if (LATER.has(name)) throw new UsageError(notYet(rawName));
  const kind = EVERYWHERE.has(name) ? 'flag' : OPTIONS[name]?.kind;
  if (kind === undefined) throw new UsageError(unknownOption(rawName, meantWord(name, [...Object.keys(OPTIONS), ...EVERYWHERE])));
  if (kind === 'flag' && value !== undefined) throw new UsageError(optionTakesNoValue(rawName));
  if (kind === 'text' && (value === undefined || value === '' || (inlineValue !== true && value.startsWith('-'))))
    throw new UsageError(optionNeedsValue(rawName));
}

function declared(): Record<string, { type: 'string' | 'boolean'; short?: string }> {
  const options = Object.entries(OPTIONS).map(([name, { kind }]) => [name, { type: kind === 'text' ? 'string' : 'boolean' }] as const);
  return { ...Object.fromEntries(options), help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } };
}

/** @throws UsageError with a sentence for the user */
export function takeApart(args: readonly string[]): Options {
  const { tokens } = parseArgs({ args: [...args], strict: false, allowPositionals: true, tokens: true, options: declared() });
  const words: string[] = [];
  const texts: Record<string, string> = {};
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    checkOption(token);
    if (token.value === undefined) flags.add(token.name);
    else texts[token.name] = token.value;
  }
  return { words, texts, flags };
}

/** @throws UsageError for an option that belongs to other commands */
export function onlyOf(command: CommandName, { texts, flags }: Options): void {
  const foreign = [...Object.keys(texts), ...flags].find((name) => OPTIONS[name] !== undefined && !OPTIONS[name].of.includes(command));
  if (foreign !== undefined) throw new UsageError(unknownOption(`--${foreign}`, null));
}

/** The standard and the blank form to judge by, where they are given. */
export function judgedBy(texts: Options['texts']): { readonly standard?: string; readonly template?: string } {
  const { standard, template } = texts;
  return { ...(standard === undefined ? {} : { standard }), ...(template === undefined ? {} : { template }) };
}

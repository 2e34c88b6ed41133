import { parseArgs } from 'node:util';
import { notYet, optionNeedsValue, optionTakesNoValue, unknownOption } from '../../messages/usage';

type Kind = 'text' | 'flag';

const OPTIONS: Readonly<Record<string, Kind>> = { format: 'text', out: 'text', workers: 'text', quiet: 'flag', help: 'flag', version: 'flag' };
/** Options of the contract that are not built yet. */
const LATER: ReadonlySet<string> = new Set(['annotate', 'standard', 'template', 'data', 'scores', 'length', 'no-summary', 'from', 'diff']);

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
  const kind = OPTIONS[name];
  if (kind === undefined) throw new UsageError(unknownOption(rawName));
  if (kind === 'flag' && value !== undefined) throw new UsageError(optionTakesNoValue(rawName));
  if (kind === 'text' && (value === undefined || value === '' || (inlineValue !== true && value.startsWith('-')))) throw new UsageError(optionNeedsValue(rawName));
}

/** @throws UsageError with a sentence for the user */
export function takeApart(args: readonly string[]): Options {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      workers: { type: 'string' },
      quiet: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
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

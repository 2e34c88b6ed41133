import type { OpinionsCommand } from '../opinions/command';
import { OPINIONS_NEED_FILES } from '../texts/opinions';
import { type Options, UsageError } from './options';

/** @throws UsageError with a sentence for the user */
export function opinionsOf({ words, texts, flags }: Options): OpinionsCommand {
  if (words.length === 0) throw new UsageError(OPINIONS_NEED_FILES);
  return { name: 'opinions', files: words, out: texts['out'] ?? null, overwrite: flags.has('overwrite') };
}

import { PREPUBLISH_FORMATS, type PrepublishCommand, type PrepublishFormat } from '../prepublish/command';
import { NO_PUBLISH_PATHS, unknownPrepublishFormat } from '../texts/prepublish';
import { UsageError, type Options } from './options';

function formatOf(text: string): PrepublishFormat {
  const format = PREPUBLISH_FORMATS.find((one) => one === text);
  if (format === undefined) throw new UsageError(unknownPrepublishFormat(text));
  return format;
}

/** @throws UsageError with a sentence for the user */
export function prepublishOf({ words, texts, flags }: Options): PrepublishCommand {
  if (words.length === 0) throw new UsageError(NO_PUBLISH_PATHS);
  return {
    name: 'prepublish',
    paths: words,
    format: formatOf(texts['format'] ?? 'text'),
    out: texts['out'] ?? null,
    overwrite: flags.has('overwrite'),
  };
}

import { REPORT_FORMATS, type ReportCommand, type ReportFormat } from '../report/command';
import { NO_REPORT, unknownReportFormat } from '../texts/report';
import { UsageError, type Options } from './options';

function formatOf(text: string): ReportFormat {
  const format = REPORT_FORMATS.find((one) => one === text);
  if (format === undefined) throw new UsageError(unknownReportFormat(text));
  return format;
}

/** @throws UsageError with a sentence for the user */
export function reportCommandOf({ words, texts, flags }: Options): ReportCommand {
  if (words.length === 0) throw new UsageError(NO_REPORT);
  return {
    name: 'report',
    paths: words,
    with: texts['with'] ?? null,
    format: formatOf(texts['format'] ?? 'text'),
    annotate: texts['annotate'] ?? null,
    out: texts['out'] ?? null,
    overwrite: flags.has('overwrite'),
  };
}

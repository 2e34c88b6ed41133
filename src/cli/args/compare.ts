import { COMPARE_FORMATS, type CompareAs, type CompareCommand, type CompareFormat } from '../compare/command';
import { ANSWERS_TO_PUBLISHED, COMPARE_NEEDS_TWO, compareTooMany, unknownCompareFormat, unknownKind } from '../texts/compare';
import { XLSX_NEEDS_OUT, xlsxOtherName } from '../texts/usage';
import { judgedBy, UsageError, type Options } from './options';

const KINDS: readonly CompareAs[] = ['published', 'resubmitted', 'yearly', 'target'];
/** A workbook by one of these names would not open without a warning. */
const OTHER_TABLE = /\.(xls|et|csv|xlsm|xlsb)$/i;

function formatOf(text: string, out: string | null): CompareFormat {
  const format = COMPARE_FORMATS.find((one) => one === text);
  if (format === undefined) throw new UsageError(unknownCompareFormat(text));
  if (format === 'xlsx' && out === null) throw new UsageError(XLSX_NEEDS_OUT);
  if (format === 'xlsx' && OTHER_TABLE.test(out!)) throw new UsageError(xlsxOtherName(out!));
  return format;
}

function kindOf(text: string | undefined): CompareAs | null {
  if (text === undefined) return null;
  const kind = KINDS.find((one) => one === text);
  if (kind === undefined) throw new UsageError(unknownKind(text));
  return kind;
}

/** @throws UsageError with a sentence for the user */
export function compareOf({ words, texts, flags }: Options): CompareCommand {
  const [before, after] = words;
  if (before === undefined || after === undefined) throw new UsageError(COMPARE_NEEDS_TWO);
  if (words.length > 2) throw new UsageError(compareTooMany(words.length));
  const out = texts['out'] ?? null;
  const { answers } = texts;
  if (answers !== undefined && texts['as'] !== 'published') throw new UsageError(ANSWERS_TO_PUBLISHED);
  return {
    name: 'compare',
    before,
    after,
    as: kindOf(texts['as']),
    ...(answers === undefined ? {} : { answers }),
    format: formatOf(texts['format'] ?? 'text', out),
    out,
    overwrite: flags.has('overwrite'),
    ...judgedBy(texts),
  };
}

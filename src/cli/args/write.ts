import type { ReportNames } from '../../papers';
import { badNames, NOT_DOCX, WRITE_NEEDS_OUT } from '../texts/write';
import type { WriteCommand } from '../write/command';
import { judgedBy, UsageError, type Options } from './options';

/** 「落款单位,日期」, either of which may be left out: 「,2025年3月10日」. */
export function namesOf(text: string | undefined): ReportNames {
  const [signer = '', date = '', ...more] = (text ?? '').split(/[,，]/).map((part) => part.trim());
  if (more.length > 0) throw new UsageError(badNames(text ?? ''));
  return { signer: signer === '' ? null : signer, date: date === '' ? null : date };
}

/** @throws UsageError with a sentence for the user */
export function writeOf(file: string, { texts, flags }: Options): WriteCommand {
  const out = texts['out'];
  if (out === undefined) throw new UsageError(WRITE_NEEDS_OUT);
  if (!/\.docx$/i.test(out)) throw new UsageError(NOT_DOCX(out));
  return {
    name: 'write',
    file,
    out,
    overwrite: flags.has('overwrite'),
    onto: texts['onto'] ?? null,
    names: namesOf(texts['names']),
    ...judgedBy(texts),
  };
}

import { NOT_WRITTEN, type RecalcOptions } from '../../recalc';
import type { RecalcCommand } from '../recalc/command';
import { judgedBy, UsageError, type Options } from './options';

const SCORES: readonly RecalcOptions['scores'][] = ['blank', 'all'];
const TOTALS: readonly RecalcOptions['totals'][] = ['keep', 'formula', 'value'];

function oneOf<T extends string>(text: string, choices: readonly T[], wrong: (text: string) => string): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new UsageError(wrong(text));
  return found;
}

/** @throws UsageError with a sentence for the user */
export function recalcOf(file: string, { texts, flags }: Options): RecalcCommand {
  const out = texts['out'];
  if (out === undefined) throw new UsageError(NOT_WRITTEN.noOut);
  const scores = oneOf(texts['scores'] ?? 'blank', SCORES, NOT_WRITTEN.scores);
  const raise = flags.has('raise');
  if (raise && scores !== 'all') throw new UsageError(NOT_WRITTEN.raiseAlone);
  const totals = oneOf(texts['totals'] ?? 'keep', TOTALS, NOT_WRITTEN.totals);
  return {
    name: 'recalc',
    file,
    out,
    overwrite: flags.has('overwrite'),
    ...judgedBy(texts),
    ...(texts['ledger'] === undefined ? {} : { ledger: texts['ledger'] }),
    options: { scores, raise, totals },
    summary: !flags.has('no-summary'),
  };
}

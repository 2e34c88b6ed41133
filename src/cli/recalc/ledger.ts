/** 运算记录 beside the sheet of the same name, for other programs and as evidence. */
import { createHash } from 'node:crypto';
import { type LedgerJson, ledgerJson } from '../../receipt';
import type { Recalc } from '../../recalc';
import type { WorkbookSnapshot } from '../../workbook';
import { jsonText } from '../text/look';
import type { RecalcCommand } from './command';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** One change a line, so that two of them can be held against each other. */
function text({ changes, kept, ...head }: LedgerJson): string {
  const list = (name: string, entries: readonly unknown[]): string =>
    `"${name}":[${entries.map((entry) => `\n${jsonText(entry)}`).join(',')}${entries.length === 0 ? '' : '\n'}]`;
  return `${jsonText(head).slice(0, -1)},\n${list('changes', changes)},\n${list('kept', kept)}}\n`;
}

export function ledgerBytes(
  { file, out, options }: RecalcCommand,
  {
    recalc,
    book,
    input,
    output,
  }: { readonly recalc: Recalc; readonly book: WorkbookSnapshot; readonly input: Uint8Array; readonly output: Uint8Array },
): Uint8Array {
  const ledger = ledgerJson(recalc, book, {
    input: { file, sha256: sha256(input) },
    output: { file: out, sha256: sha256(output) },
    options,
  });
  return new TextEncoder().encode(text(ledger));
}

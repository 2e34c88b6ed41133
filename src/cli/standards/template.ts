/** The blank workbook of `--template`, read and recognised once. */
import { existsSync } from 'node:fs';
import {
  noSuchTemplate,
  NOT_A_FILE,
  templateNotOpened,
  templateWithoutTable,
  unopenedReason,
  unreadableReason,
  unrecognisedReason,
} from '../../words';
import { withoutOurs } from '../../open-workbook';
import { recognise } from '../../recognition';
import { formOf, type TemplateForm } from '../../standards';
import { UnreadableError } from '../../workbook';
import { takeBytes } from '../audit/bytes';
import type { FileFunctions } from '../audit/file-functions';
import { isSystemError, thrownText } from '../error-text';

export type Forms = { readonly ok: true; readonly forms: readonly TemplateForm[] } | { readonly ok: false; readonly message: string };

function reasonOf(error: unknown): string {
  if (error instanceof UnreadableError) return unreadableReason(error.why, error.detail);
  return isSystemError(error) ? unopenedReason(error.code ?? '') : unreadableReason('crashed', thrownText(error));
}

/** Every score table of the workbook as a form. Never throws. */
export async function formsOf(file: string, files: Pick<FileFunctions, 'opened' | 'read' | 'maybeSpreadsheet'>): Promise<Forms> {
  if (!existsSync(file)) return { ok: false, message: noSuchTemplate(file) };
  try {
    const taken = takeBytes(file, true, files.maybeSpreadsheet);
    if (taken.is !== 'bytes') return { ok: false, message: templateNotOpened(file, NOT_A_FILE) };
    const book = withoutOurs(await files.read(files.opened(taken.bytes)));
    const { tables, doubts } = recognise(book);
    if (tables.length === 0) return { ok: false, message: templateWithoutTable(file, unrecognisedReason(doubts, book)) };
    const name = file.split(/[\\/]/).at(-1) ?? file;
    return { ok: true, forms: tables.map((table) => formOf(table, book, name)) };
  } catch (error) {
    return { ok: false, message: templateNotOpened(file, reasonOf(error)) };
  }
}

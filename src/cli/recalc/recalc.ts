import path from 'node:path';
import { existsSync } from 'node:fs';
import { FileHost, sniff } from '../../hosts/file';
import {
  type Assess,
  NOT_WRITTEN,
  planRecalc,
  type Recalc,
  sheetRenamed,
  SIGNATURE_VOID,
  STRUCTURE_PROTECTED,
  writtenLine,
} from '../../recalc';
import { type Judge, judgeBy } from '../../open-workbook';
import { ledgerIsOut, ledgerRefused, missingPath } from '../texts/usage';
import type { EditWarning, SheetEdit, WorkbookSnapshot } from '../../workbook';
import { recordSheet, type Review } from '../../results';
import { auditFile } from '../audit/file';
import { FILES } from '../audit/file-functions-here';
import { EXIT } from '../exit';
import { couldBeSpreadsheet } from '../files/probe';
import { statOrNull } from '../files/stat';
import { outRefused } from '../output/guard';
import { loadChosen } from '../standards/load-chosen';
import { refusal, type Report } from '../tasks/task';
import type { TextLook } from '../text/look';
import type { RecalcCommand } from './command';
import { reportText } from './report';
import { ledgerBytes } from './ledger';
import { SUMMARY, type SummarySheets } from './summary';
import { type Copying, written } from './written';

/** What is in the way, in words for the user. */
class Refused extends Error {}

interface Opened {
  readonly bytes: Uint8Array;
  readonly review: Review;
}

/** `jihe recalc`: 运算 into a new file, and the list of what was filled, corrected and left; 0 to be written, 2 not. */
export async function recalcReport(command: RecalcCommand, look: TextLook, summary: SummarySheets = SUMMARY): Promise<Report> {
  try {
    refuseOut(command);
    const chosen = await loadChosen(command, FILES);
    if (!chosen.ok) throw new Refused(chosen.message);
    const judge = judgeBy(chosen.given);
    const opened = await open(command.file, judge);
    refuseExtension(command.out, opened.bytes);
    const host = new FileHost(opened.bytes);
    const done = await written(host, copying(command, opened.review, judge, summary));
    if (!done.ok) throw new Refused(done.message);
    return {
      exit: EXIT.fine,
      before: chosen.notice === null ? [] : [chosen.notice],
      files: [{ path: command.out, bytes: host.bytes }, ...ledgerOf(command, done.recalc, opened, host.bytes)],
      text: `${reportText(command.file, done.recalc, opened.review.book, look)}${writtenLine(command.out)}\n`,
      after: done.warnings.flatMap(warningLine),
    };
  } catch (error) {
    if (error instanceof Refused) return refusal(EXIT.nothing, error.message);
    throw error;
  }
}

function ledgerOf(command: RecalcCommand, recalc: Recalc, { bytes, review }: Opened, output: Uint8Array): Report['files'] {
  if (command.ledger === undefined) return [];
  return [{ path: command.ledger, bytes: ledgerBytes(command, { recalc, book: review.book, input: bytes, output }) }];
}

function refuseOut({ file, out, overwrite, standard, template, ledger }: RecalcCommand): void {
  const stat = statOrNull(file);
  if (stat === null) throw new Refused(missingPath(file));
  if (stat.isDirectory()) throw new Refused(NOT_WRITTEN.folder(file));
  const inputs = [file, ...[standard, template].filter((one): one is string => one !== undefined && existsSync(one))];
  const refused = outRefused({ out, overwrite }, inputs, couldBeSpreadsheet);
  if (refused !== null) throw new Refused(refused);
  if (ledger === undefined) return;
  if (path.resolve(ledger) === path.resolve(out)) throw new Refused(ledgerIsOut);
  const wrong = outRefused({ out: ledger, overwrite }, inputs, couldBeSpreadsheet);
  if (wrong !== null) throw new Refused(ledgerRefused(wrong));
}

/** A workbook with macros under the name of one without is refused by spreadsheet programs, and the other way round. */
function refuseExtension(out: string, bytes: Uint8Array): void {
  if (statOrNull(out)?.isFile() === false) return;
  const wanted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('xl/vbaProject.bin') ? '.xlsm' : '.xlsx';
  if (path.extname(out).toLowerCase() !== wanted) throw new Refused(NOT_WRITTEN.extension(wanted));
}

async function open(file: string, judge: Judge): Promise<Opened> {
  const audited = await auditFile({ path: file, label: file, named: true }, FILES, judge);
  if (typeof audited === 'string') throw new Refused(NOT_WRITTEN.unreadable(file, ''));
  if (audited.review === null || audited.bytes === null) {
    const entry = audited.entries[0];
    throw new Refused(NOT_WRITTEN.unreadable(file, entry !== undefined && entry.status !== 'ok' ? entry.reason : ''));
  }
  if (sniff(audited.bytes) !== 'xlsx') throw new Refused(NOT_WRITTEN.legacy(file));
  return { bytes: audited.bytes, review: audited.review };
}

function copying({ options, summary: wanted }: RecalcCommand, { book, tables }: Review, judge: Judge, summary: SummarySheets): Copying {
  const known = tables.map((table) => table.assessment);
  // As the file was audited; a workbook changed since is audited anew.
  const assess: Assess = (now) => (now === book ? known : judge.assess(now));
  return {
    on: book,
    plan: (refused) => planRecalc(book, assess, { ...options, refused: [...(options.refused ?? []), ...refused] }),
    sheets: (recalc) => (wanted ? [...summary(recalc.tables.map((table) => table.after)), ...recordOf(recalc, book)] : []),
  };
}

function recordOf(recalc: Recalc, book: WorkbookSnapshot): readonly SheetEdit[] {
  const sheet = recordSheet(recalc, book);
  return sheet === null ? [] : [sheet];
}

function warningLine(warning: EditWarning): string[] {
  if (warning.kind === 'signature-void') return [SIGNATURE_VOID];
  if (warning.kind === 'structure-protected') return [STRUCTURE_PROTECTED];
  return warning.kind === 'sheet-renamed' ? [sheetRenamed(warning.wanted, warning.given)] : [];
}

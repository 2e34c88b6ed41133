import path from 'node:path';
import { existsSync, statSync } from 'node:fs';
import { editWorkbook, sniff } from '../../hosts/file';
import { NOT_WRITTEN, SIGNATURE_VOID, STRUCTURE_PROTECTED, sheetRenamed, writtenLine } from '../../recalc/texts';
import { missingPath, outFailed, outputFailed } from '../texts/usage';
import { unwrittenReason } from '../../words/unreadable';
import type { WorkbookSnapshot } from '../../workbook/types';
import type { EditWarning } from '../../workbook/write-plan';
import { planRecalc, type Assess, type RecalcOptions } from '../../recalc';
import type { Review } from '../../results/types';
import type { CoreFunctions } from '../audit/core-functions';
import { auditFile } from '../audit/file';
import { SHIPPED_CORE } from '../audit/shipped-core';
import { EXIT, type Exit } from '../exit';
import { errorText } from '../error-text';
import type { Io } from '../io';
import { FileOutput } from '../output/file';
import { outRefused } from '../output/guard';
import { StreamOutput } from '../output/stream';
import { judgingBy } from '../standards/chosen-standards';
import { loadChosen } from '../standards/load-chosen';
import type { RecalcCommand } from './command';
import { reportText } from './report';
import { SUMMARY, type Summary } from './summary';
import { written, type Written } from './written';

/** What is in the way, in words for the user. */
class Refused extends Error {}

interface Opened {
  readonly bytes: Uint8Array;
  readonly review: Review;
}

/** `jihe recalc`: 运算 into a new file, and the list of what was filled, corrected and left; 0 written, 2 not. */
export async function recalc(command: RecalcCommand, io: Io, summary: Summary = SUMMARY): Promise<Exit> {
  try {
    refuseOut(command, io);
    const core = await judging(command, io);
    const opened = await open(command.file, core);
    refuseExtension(command.out, opened.bytes);
    const done = await write(command, opened, core, summary);
    if (!done.ok) throw new Refused(('message' in done ? done.message : undefined) ?? NOT_WRITTEN.refused[done.why]);
    await save(command.out, done.bytes);
    await new StreamOutput(io.stdout).write(
      `${reportText(command.file, done.recalc, opened.review.book, io.look)}${writtenLine(command.out)}\n`,
    );
    for (const warning of done.warnings) await complain(warning, io);
    return EXIT.fine;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await io.complain(error.message);
    return EXIT.nothing;
  }
}

/** The core that judges by the standard and the blank form given. */
async function judging(command: RecalcCommand, io: Io): Promise<CoreFunctions> {
  const chosen = await loadChosen(command, SHIPPED_CORE);
  if (!chosen.ok) throw new Refused(chosen.message);
  if (chosen.notice !== null) await io.complain(chosen.notice);
  return judgingBy(SHIPPED_CORE, chosen.given);
}

function refuseOut({ file, out, standard, template }: RecalcCommand, io: Io): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new Refused(missingPath(file));
  if (stat.isDirectory()) throw new Refused(NOT_WRITTEN.folder(file));
  const inputs = [file, ...[standard, template].filter((one): one is string => one !== undefined && existsSync(one))];
  const refused = outRefused(out, inputs, io.maybeSpreadsheet);
  if (refused !== null) throw new Refused(refused);
}

/** A workbook with macros under the name of one without is refused by spreadsheet programs, and the other way round. */
function refuseExtension(out: string, bytes: Uint8Array): void {
  if (statSync(out, { throwIfNoEntry: false })?.isFile() === false) return;
  const wanted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('xl/vbaProject.bin') ? '.xlsm' : '.xlsx';
  if (path.extname(out).toLowerCase() !== wanted) throw new Refused(NOT_WRITTEN.extension(wanted));
}

async function open(file: string, core: CoreFunctions): Promise<Opened> {
  const audited = await auditFile({ path: file, label: file, named: true }, core);
  if (audited === null || audited.review === null || audited.bytes === null) {
    const entry = audited?.entries[0];
    throw new Refused(NOT_WRITTEN.unreadable(file, entry !== undefined && entry.status !== 'ok' ? entry.reason : ''));
  }
  if (sniff(audited.bytes) !== 'xlsx') throw new Refused(NOT_WRITTEN.legacy(file));
  return { bytes: audited.bytes, review: audited.review };
}

function write(
  { options, summary: wanted }: RecalcCommand,
  { bytes, review }: Opened,
  core: CoreFunctions,
  summary: Summary,
): Promise<Written> {
  const assess = assessOf(review, core);
  return written(
    {
      plan: (own: RecalcOptions) => planRecalc(review.book, assess, own),
      sheets: ({ tables }) => (wanted ? summary(tables.map((table) => table.after)) : []),
      edit: ({ cells }, sheets) =>
        cells.length + sheets.length === 0
          ? { ok: true, bytes, undo: { cells: [], sheets: [] }, warnings: [] }
          : editWorkbook(bytes, { cells, sheets }),
      read: core.read,
    },
    options,
  );
}

/** As the file was audited; a workbook changed since is read and audited anew. */
function assessOf(review: Review, core: CoreFunctions): Assess {
  const known = review.tables.map((table) => table.assessment);
  return (book: WorkbookSnapshot) =>
    book === review.book ? known : core.recognise(book).tables.map((table, index) => core.assess(table, book, { first: index === 0 }));
}

async function save(out: string, bytes: Uint8Array): Promise<void> {
  let output: FileOutput;
  try {
    output = await FileOutput.open(out);
  } catch (error) {
    throw new Refused(outFailed(out, unwrittenReason((error as NodeJS.ErrnoException).code ?? '')));
  }
  try {
    await output.write(bytes);
    await output.finish();
  } catch (error) {
    await output.abandon();
    throw new Refused(outputFailed(errorText(error)));
  }
}

async function complain(warning: EditWarning, io: Io): Promise<void> {
  if (warning.kind === 'signature-void') await io.complain(SIGNATURE_VOID);
  else if (warning.kind === 'structure-protected') await io.complain(STRUCTURE_PROTECTED);
  else if (warning.kind === 'sheet-renamed') await io.complain(sheetRenamed(warning.wanted, warning.given));
}

/** `jihe return`: one 审核反馈意见 a unit, from what `check --reports` says of the files. */
import path from 'node:path';
import { Writable } from 'node:stream';
import { documentWrittenHere, writeDocument } from '../../hosts/file';
import { REPORT_REMARKS, returnContent, returnedUnits, type ReturnedUnit, type ReturnOptions } from '../../papers';
import { laidOpinions, type LaidOpinions, type OpinionBook } from '../../opinions';
import type { EntryJson, ReportJson, TableJson } from '../../receipt';
import { freeNames } from '../annotate/goals';
import { writeResult } from '../annotate/write';
import { check } from '../check';
import { EXIT, type Exit } from '../exit';
import { statOrNull } from '../files/stat';
import type { Io } from '../io';
import { StreamOutput } from '../output/stream';
import { digestOfFile, opinionsIn, type OpinionsFile } from '../opinions/read';
import { oneLine } from '../text/look';
import { unfittingLines } from '../texts/opinions';
import { calmLine, LETTER_NAME, notReturned, RETURN_OUT_IS_FILE, returnedLine, returnedTitle, notAuditedLine } from '../texts/return';
import type { ReturnCommand } from './command';

type Audited = EntryJson | ReportJson;

/** What `check` says of the files, as it would print it; null where it audited nothing (it has said why). */
async function audited({ paths, answers, workers, quiet, standard, template }: ReturnCommand, io: Io): Promise<readonly Audited[] | null> {
  const chunks: Buffer[] = [];
  const stdout = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  const exit = await check(
    {
      name: 'check',
      paths,
      format: 'ndjson',
      out: null,
      overwrite: false,
      annotate: null,
      workers,
      quiet,
      answers,
      requireAnswers: false,
      shard: null,
      reports: true,
      roster: null,
      ...(standard === undefined ? {} : { standard }),
      ...(template === undefined ? {} : { template }),
    },
    { ...io, stdout },
  );
  if (exit === EXIT.nothing) return null;
  const lines = Buffer.concat(chunks).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Audited);
}

/** What no file system takes in a name. */
const UNFIT = /[\\/:*?"<>|\u0000-\u001f\u007f]+/g;
const LONGEST_NAME = 80;

/** The unit's name, else that of its first file. */
function nameOf({ unit, tables, reports }: ReturnedUnit): string {
  const file = path.posix.basename(tables[0]?.file ?? reports[0]?.file ?? '');
  const name = (unit ?? path.posix.parse(file).name).replace(UNFIT, ' ').trim().replace(/^\.+/, '');
  return `${[...name].slice(0, LONGEST_NAME).join('')}${LETTER_NAME}.docx`;
}

interface Done {
  readonly lines: readonly string[];
  readonly letters: number;
  readonly calm: number;
  readonly refused: readonly string[];
}

function lettersInto(folder: string, units: readonly ReturnedUnit[], options: ReturnOptions): Done {
  const names = freeNames();
  const lines: string[] = [];
  const refused: string[] = [];
  let calm = 0;
  for (const unit of units) {
    const letter = returnContent(unit, options);
    if (letter === null) {
      calm += 1;
      continue;
    }
    const name = names(nameOf(unit));
    const { bytes } = writeDocument(letter.content, REPORT_REMARKS);
    const why = writeResult(path.join(path.resolve(folder), name), bytes, documentWrittenHere);
    if (why === null) lines.push(returnedLine(oneLine(name), letter));
    else refused.push(notReturned(oneLine(name), why));
  }
  return { lines, letters: lines.length, calm, refused };
}

const isReadReport = (one: Audited): one is ReportJson => one.status === 'ok' && 'is' in one;
const isTable = (one: Audited): one is TableJson => one.status === 'ok' && !('is' in one);

/** Opinions laid against what was audited; each file is read once more for its digest. */
function laid(book: OpinionBook, objects: readonly Audited[]): LaidOpinions {
  const digests = new Map<string, string | null>();
  const digestOf = ({ file }: { readonly file: string }): string | null => {
    if (!digests.has(file)) digests.set(file, digestOfFile(file));
    return digests.get(file)!;
  };
  const reports = objects.filter(isReadReport).map((json) => ({ json, digest: digestOf(json) }));
  return laidOpinions(book, objects.filter(isTable), digestOf, reports);
}

const nameOfTable = ({ file, sheet }: TableJson): string => `${oneLine(file)}“${oneLine(sheet)}”`;

/** Opinions whose finding arises no longer, by table. */
function goneOf(
  opinions: LaidOpinions,
  objects: readonly Audited[],
): readonly { readonly name: string; readonly ids: readonly string[] }[] {
  const named = (name: string, gone: readonly { readonly id: string }[]) =>
    gone.length === 0 ? [] : [{ name, ids: gone.map(({ id }) => oneLine(id)) }];
  return [
    ...objects.filter(isTable).flatMap((entry) => named(nameOfTable(entry), opinions.on(entry).gone)),
    ...objects.filter(isReadReport).flatMap((report) => named(oneLine(report.file), opinions.reports.gone(report))),
  ];
}

/** Where two reviewers wrote different things and nobody has decided yet, by table. */
function openOf(
  opinions: LaidOpinions,
  objects: readonly Audited[],
): readonly { readonly name: string; readonly ids: readonly string[] }[] {
  return objects.filter(isTable).flatMap((entry) => {
    const { findings, own } = opinions.on(entry);
    const ids = [...findings.values(), ...own].filter(({ also }) => also.length > 0).map(({ id }) => oneLine(id));
    return ids.length === 0 ? [] : [{ name: nameOfTable(entry), ids }];
  });
}

/** What was not audited, not written or did not fit, line by line. */
async function complaints(
  objects: readonly Audited[],
  { refused, calm, letters }: Done,
  opinions: LaidOpinions | null,
  io: Io,
): Promise<void> {
  for (const one of objects) if (one.status === 'unreadable') await io.complain(notAuditedLine(one.file, one.reason ?? ''));
  for (const line of refused) await io.complain(line);
  const unfitting = opinions === null ? '' : unfittingLines(opinions, goneOf(opinions, objects), openOf(opinions, objects));
  if (unfitting !== '') await io.complain(unfitting);
  if (calm > 0 && letters > 0) await io.complain(calmLine(calm));
}

/** Why nothing is begun; null where nothing is in the way. */
function obstacle({ out }: ReturnCommand, read: OpinionsFile | null): string | null {
  if (statOrNull(out)?.isFile() === true) return RETURN_OUT_IS_FILE(out);
  return read?.ok === false ? read.message : null;
}

/** 0: all written, or nothing is asked · 2: nothing was audited, or something was not written. */
export async function returnFiles(command: ReturnCommand, io: Io): Promise<Exit> {
  const read = command.opinions === null ? null : opinionsIn(command.opinions);
  const why = obstacle(command, read);
  if (why !== null) {
    await io.complain(why);
    return EXIT.nothing;
  }
  const objects = await audited(command, io);
  if (objects === null) return EXIT.nothing;
  const opinions = read?.ok === true ? laid(read.book, objects) : null;
  const options = { ...command.options, ...(opinions === null ? {} : { opinions }) };
  const done = lettersInto(command.out, returnedUnits(objects), options);
  await new StreamOutput(io.stdout).write(returnedTitle(done.letters, command.out) + done.lines.join(''));
  await complaints(objects, done, opinions, io);
  return done.refused.length > 0 ? EXIT.nothing : EXIT.fine;
}

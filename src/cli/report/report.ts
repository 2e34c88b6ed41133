/** `jihe report`: self-evaluation reports held against the score sheets they belong to. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { BY_THE_SHEET, type FileQuestions, pairedReports, READ_DOCUMENT, type ReportPair } from '../../open-workbook';
import { type ReportJson, unreadReportJson } from '../../receipt';
import { NOTICE } from '../../words';
import { type GoalsByFile, prepareAnnotation } from '../annotate/goals-by-file';
import type { FileSubject } from '../compare/pair';
import { EXIT, type Exit } from '../exit';
import { collect } from '../files/collect';
import type { FileEntry } from '../files/entry';
import { couldBeSpreadsheet, namedLikeSpreadsheet } from '../files/probe';
import { statOrNull } from '../files/stat';
import type { Io } from '../io';
import { outRefused } from '../output/guard';
import { lostReason } from '../pool/lost';
import { Pool } from '../pool/pool';
import { deliver } from '../tasks/deliver';
import { TIME_LIMIT_MS } from '../tasks/limited';
import { refusal, type TaskOf } from '../tasks/task';
import { jsonText, PLAIN } from '../text/look';
import { reportText } from '../text/report';
import { NO_REPORT_FOUND, reportCopiesLine, reportCountsLine } from '../texts/report';
import { annotatedWith, notAnnotated } from '../texts/annotate';
import { missingPath } from '../texts/usage';
import type { ReportCopied } from './annotate';
import type { ReportCommand } from './command';
import { folderOf, knownBy, unknownAnswer } from './known';

const MOST_WORKERS = 4;

type Work = TaskOf<'report'> | TaskOf<'cover'> | TaskOf<'subject'> | TaskOf<'report-copy'>;
type Answer = ReportJson | string | FileSubject | ReportCopied;

type Workers = Pool<Work, Answer>;

function workers(io: Io, size: number): Workers {
  return new Pool<Work, Answer>({
    script: io.workerScript,
    size,
    timeLimitMs: TIME_LIMIT_MS,
    workerData: { format: 'text', look: PLAIN, given: BY_THE_SHEET },
    lost: (work, lost) => {
      if (work.task === 'report') return unreadReportJson(work.work.report.label, lostReason(lost));
      return work.task === 'report-copy' ? { is: 'not-written', why: lostReason(lost) } : unknownAnswer(work);
    },
  });
}

const entries = (places: readonly string[], out: string | null, annotate: string | null = null): readonly FileEntry[] =>
  collect(places, { out, annotate }).entries.filter((entry): entry is FileEntry => !('code' in entry));

/** Workbooks by the folder they stand in. */
class Workbooks {
  private readonly folders = new Map<string, readonly FileEntry[]>();

  constructor(private readonly out: string | null) {}

  in(folder: string, below: boolean): readonly FileEntry[] {
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const found = entries([folder], this.out).filter(
      (one) => namedLikeSpreadsheet(one.label) && (below || folderOf(one) === path.resolve(folder)),
    );
    this.folders.set(folder, found);
    return found;
  }
}

/** Which workbook each report belongs to: the one given, else one of the folder given or of its own. */
async function paired(
  reports: readonly FileEntry[],
  { with: given, out }: ReportCommand,
  known: FileQuestions<FileEntry>,
): Promise<readonly ReportPair<FileEntry>[]> {
  if (given !== null && statOrNull(given)?.isFile() === true) {
    const workbook = { path: given, label: given, named: true };
    return reports.map(() => ({ workbook, reason: null }));
  }
  const workbooks = new Workbooks(out);
  const folders = [...new Set(reports.map((report) => given ?? path.dirname(report.label)))];
  const pairs = await Promise.all(
    folders.map((folder) =>
      pairedReports(
        reports.filter((report) => (given ?? path.dirname(report.label)) === folder),
        workbooks.in(folder, given !== null),
        known,
      ),
    ),
  );
  const all = new Map(pairs.flatMap((one) => [...one]));
  return reports.map((report) => all.get(report)!);
}

function exitOf(reports: readonly ReportJson[]): Exit {
  if (!reports.some(({ status }) => status === 'ok')) return EXIT.nothing;
  return reports.some(({ findings }) => findings.some(({ severity }) => severity === 'mandatory')) ? EXIT.mandatory : EXIT.fine;
}

function shown(reports: readonly ReportJson[], { format, out }: ReportCommand, io: Io): string {
  const lines = reports.map(jsonText);
  if (format === 'json') return `[\n${lines.join(',\n')}\n]\n`;
  if (format === 'ndjson') return lines.map((line) => `${line}\n`).join('');
  return `${reports.map((report) => reportText(report, out === null ? io.look : PLAIN)).join('\n')}\n${NOTICE}\n`;
}

/** What is wrong with the places named; null: nothing. */
function wrongPlaces({ paths, with: given, out, overwrite }: ReportCommand): string | null {
  const missing = [...paths, ...(given === null ? [] : [given])].filter((place) => statOrNull(place) === null);
  if (missing.length > 0) return missing.map(missingPath).join('\n');
  return out === null ? null : outRefused({ out, overwrite }, [...paths, ...(given === null ? [] : [given])], couldBeSpreadsheet);
}

/** Copies with comments, one a report that has something to mark; what is to be said of them. */
async function copies(
  reports: readonly FileEntry[],
  read: readonly ReportJson[],
  { folder, goals }: { readonly folder: string; readonly goals: GoalsByFile },
  pool: Workers,
): Promise<readonly string[]> {
  const done = (await Promise.all(
    reports.map((report, index) => pool.run({ task: 'report-copy', copy: { report, json: read[index]!, goal: goals.get(report)!.copy } })),
  )) as readonly ReportCopied[];
  const said = done.flatMap((one, index) => {
    const { label } = reports[index]!;
    if (one.is === 'not-written') return [notAnnotated(label, one.why)];
    return one.is === 'copy' && one.said !== '' ? [annotatedWith(label, [one.said])] : [];
  });
  return [...said, reportCopiesLine(done.filter(({ is }) => is === 'copy').length, folder)];
}

export async function reportFiles(command: ReportCommand, io: Io): Promise<Exit> {
  const { paths, out, annotate } = command;
  const wrong = wrongPlaces(command);
  if (wrong !== null) return deliver(refusal(EXIT.nothing, wrong), io);
  const reports = entries(paths, out, annotate).filter(({ label, named }) => named || READ_DOCUMENT.test(label));
  if (reports.length === 0) return deliver(refusal(EXIT.nothing, NO_REPORT_FOUND), io);
  const goals = annotate === null ? null : prepareAnnotation(annotate, paths, reports);
  if (typeof goals === 'string') return deliver(refusal(EXIT.nothing, goals), io);
  const pool = workers(io, Math.min(MOST_WORKERS, availableParallelism(), reports.length));
  try {
    const pairs = await paired(
      reports,
      command,
      knownBy((question) => pool.run(question)),
    );
    const read = (await Promise.all(
      reports.map((report, index) => pool.run({ task: 'report', work: { report, ...pairs[index]! } })),
    )) as readonly ReportJson[];
    const marked = annotate === null || goals === null ? [] : await copies(reports, read, { folder: annotate, goals }, pool);
    const text = shown(read, command, io);
    const unreadable = read.filter(({ status }) => status !== 'ok').length;
    return await deliver(
      {
        exit: exitOf(read),
        before: [],
        files: out === null ? [] : [{ path: out, bytes: new TextEncoder().encode(text) }],
        text: out === null ? text : '',
        after: [...marked, reportCountsLine(read.length - unreadable, unreadable)],
      },
      io,
    );
  } finally {
    await pool.close();
  }
}

/** `jihe report`: self-evaluation reports held against the score sheets they belong to. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { BY_THE_SHEET } from '../../open-workbook';
import { type ReportJson, unreadReportJson } from '../../receipt';
import { normal } from '../../workbook';
import { NOTICE } from '../../words';
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
import { MANY_WORKBOOKS, NO_REPORT_FOUND, NO_WORKBOOK, reportCountsLine } from '../texts/report';
import { missingPath } from '../texts/usage';
import type { ReportCommand } from './command';

const MOST_WORKERS = 4;
/** In a folder a report goes by one of these names. */
const REPORT_NAME = /\.(?:docx|docm|html?|txt)$/i;

type Work = TaskOf<'report'> | TaskOf<'cover'> | TaskOf<'subject'>;
type Answer = ReportJson | string | FileSubject;

function workers(io: Io, size: number): Pool<Work, Answer> {
  return new Pool<Work, Answer>({
    script: io.workerScript,
    size,
    timeLimitMs: TIME_LIMIT_MS,
    workerData: { format: 'text', look: PLAIN, given: BY_THE_SHEET },
    lost: (work, lost) =>
      work.task === 'report' ? unreadReportJson(work.work.report.label, lostReason(lost)) : work.task === 'cover' ? '' : null,
  });
}

const entries = (places: readonly string[], out: string | null): readonly FileEntry[] =>
  collect(places, { out, annotate: null }).entries.filter((entry): entry is FileEntry => !('code' in entry));

/** Which workbook each report belongs to. */
class Pairing {
  private readonly folders = new Map<string, readonly FileEntry[]>();
  private readonly subjects = new Map<FileEntry, Promise<Answer>>();

  constructor(
    private readonly command: ReportCommand,
    private readonly pool: Pool<Work, Answer>,
  ) {}

  async of(report: FileEntry): Promise<{ readonly workbook: FileEntry | null; readonly reason: string | null }> {
    const given = this.command.with;
    const named = given !== null && statOrNull(given)?.isFile() === true;
    if (named) return { workbook: { path: given, label: given, named: true }, reason: null };
    const candidates = this.workbooksIn(given ?? path.dirname(report.label), given !== null);
    if (candidates.length === 0) return { workbook: null, reason: NO_WORKBOOK };
    if (candidates.length === 1) return { workbook: candidates[0]!, reason: null };
    const cover = (await this.pool.run({ task: 'cover', entry: report })) as string;
    const own = await Promise.all(candidates.map(async (one) => ((await this.isNamed(one, cover)) ? [one] : [])));
    const [only, second] = own.flat();
    return only !== undefined && second === undefined ? { workbook: only, reason: null } : { workbook: null, reason: MANY_WORKBOOKS };
  }

  /** Whether the cover names a unit or a project of the workbook. */
  private async isNamed(workbook: FileEntry, cover: string): Promise<boolean> {
    const known = this.subjects.get(workbook) ?? this.pool.run({ task: 'subject', entry: workbook });
    this.subjects.set(workbook, known);
    const subject = (await known) as FileSubject;
    const names = (subject ?? '').split('\n').flatMap((line) => line.split(' ').slice(1));
    return names.some((name) => name.length >= 4 && normal(cover).includes(name));
  }

  private workbooksIn(folder: string, below: boolean): readonly FileEntry[] {
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const found = entries([folder], this.command.out).filter(
      ({ label }) => namedLikeSpreadsheet(label) && (below || path.dirname(path.resolve(label)) === path.resolve(folder)),
    );
    this.folders.set(folder, found);
    return found;
  }
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

export async function reportFiles(command: ReportCommand, io: Io): Promise<Exit> {
  const { paths, out } = command;
  const wrong = wrongPlaces(command);
  if (wrong !== null) return deliver(refusal(EXIT.nothing, wrong), io);
  const reports = entries(paths, out).filter(({ label, named }) => named || REPORT_NAME.test(label));
  if (reports.length === 0) return deliver(refusal(EXIT.nothing, NO_REPORT_FOUND), io);
  const pool = workers(io, Math.min(MOST_WORKERS, availableParallelism(), reports.length));
  try {
    const pairing = new Pairing(command, pool);
    const read = (await Promise.all(
      reports.map(async (report) => pool.run({ task: 'report', work: { report, ...(await pairing.of(report)) } })),
    )) as readonly ReportJson[];
    const text = shown(read, command, io);
    const unreadable = read.filter(({ status }) => status !== 'ok').length;
    return await deliver(
      {
        exit: exitOf(read),
        before: [],
        files: out === null ? [] : [{ path: out, bytes: new TextEncoder().encode(text) }],
        text: out === null ? text : '',
        after: [reportCountsLine(read.length - unreadable, unreadable)],
      },
      io,
    );
  } finally {
    await pool.close();
  }
}

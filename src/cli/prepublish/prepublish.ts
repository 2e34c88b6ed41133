/** `jihe prepublish`: 公开前检查 of sheets and reports. */
import { availableParallelism } from 'node:os';
import { BY_THE_SHEET, READ_DOCUMENT } from '../../open-workbook';
import { type PublishingJson, publishingLine, unreadPublishingJson } from '../../receipt';
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
import { publishingText } from '../text/publishing';
import { NOTHING_TO_PUBLISH } from '../texts/prepublish';
import { missingPath } from '../texts/usage';
import type { PrepublishCommand } from './command';

const MOST_WORKERS = 4;

/** null: nothing is wrong with the places named. */
function wrongPlaces({ paths, out, overwrite }: PrepublishCommand): string | null {
  const missing = paths.filter((place) => statOrNull(place) === null);
  if (missing.length > 0) return missing.map(missingPath).join('\n');
  return out === null ? null : outRefused({ out, overwrite }, paths, couldBeSpreadsheet);
}

/** In a folder, what goes by the name of a sheet or a document. */
const filesOf = ({ paths, out }: PrepublishCommand): readonly FileEntry[] =>
  collect(paths, { out, annotate: null })
    .entries.filter((entry): entry is FileEntry => !('code' in entry))
    .filter(({ label, named }) => named || namedLikeSpreadsheet(label) || READ_DOCUMENT.test(label));

function workers(io: Io, size: number): Pool<TaskOf<'prepublish'>, PublishingJson> {
  return new Pool<TaskOf<'prepublish'>, PublishingJson>({
    script: io.workerScript,
    size,
    timeLimitMs: TIME_LIMIT_MS,
    workerData: { format: 'text', look: PLAIN, given: BY_THE_SHEET },
    lost: ({ entry }, lost) => unreadPublishingJson(entry.label, lostReason(lost)),
  });
}

function shown(files: readonly PublishingJson[], { format, out }: PrepublishCommand, io: Io): string {
  if (format === 'json') return `[\n${files.map(jsonText).join(',\n')}\n]\n`;
  return files.map((one) => publishingText(one, out === null ? io.look : PLAIN)).join('\n');
}

/** 1: something is to be confirmed, or a file could not be looked at. */
function exitOf(files: readonly PublishingJson[]): Exit {
  if (!files.some(({ status }) => status === 'ok')) return EXIT.nothing;
  return files.some(({ status, findings }) => status !== 'ok' || findings.length > 0) ? EXIT.mandatory : EXIT.fine;
}

export async function prepublishFiles(command: PrepublishCommand, io: Io): Promise<Exit> {
  const wrong = wrongPlaces(command);
  if (wrong !== null) return deliver(refusal(EXIT.nothing, wrong), io);
  const entries = filesOf(command);
  if (entries.length === 0) return deliver(refusal(EXIT.nothing, NOTHING_TO_PUBLISH), io);
  const pool = workers(io, Math.min(MOST_WORKERS, availableParallelism(), entries.length));
  try {
    const files = await Promise.all(entries.map((entry) => pool.run({ task: 'prepublish', entry })));
    const text = shown(files, command, io);
    const { out } = command;
    return await deliver(
      {
        exit: exitOf(files),
        before: [],
        files: out === null ? [] : [{ path: out, bytes: new TextEncoder().encode(text) }],
        text: out === null ? text : '',
        after: [publishingLine(files)],
      },
      io,
    );
  } finally {
    await pool.close();
  }
}

/** `jihe compare`: two files, or two folders whose files belong together. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { WithheldAnswer } from '../../comparison';
import { type Compared, comparedFolders } from '../../open-workbook';
import { type AskedTable, type ComparisonJson, notComparedJson, roundLine } from '../../receipt';
import type { ReceivedBook } from '../../roster';
import { collect } from '../files/collect';
import type { FileEntry } from '../files/entry';
import { couldBeSpreadsheet, namedLikeSpreadsheet } from '../files/probe';
import { statOrNull } from '../files/stat';
import type { Io } from '../io';
import { EXIT, type Exit } from '../exit';
import { outRefused } from '../output/guard';
import { lostReason } from '../pool/lost';
import { Pool } from '../pool/pool';
import type { Setup } from '../pool/job';
import type { TaskOf } from '../tasks/task';
import { deliver } from '../tasks/deliver';
import { limited, TIME_LIMIT_MS } from '../tasks/limited';
import { chosenStandards } from '../tasks/chosen';
import { refusal } from '../tasks/task';
import { PLAIN } from '../text/look';
import { compareCountsLine, FILE_AGAINST_FOLDER } from '../texts/compare';
import { missingPath } from '../texts/usage';
import type { CompareCommand } from './command';
import type { TargetsRead } from './read-targets';
import { rendered } from './rendered';
import { compareWithTargets } from './targets';

const MOST_WORKERS = 4;

type Work = TaskOf<'compare'> | TaskOf<'identity'> | TaskOf<'asked'> | TaskOf<'targets'>;
type FolderAnswer = ComparisonJson | ReceivedBook | null | readonly AskedTable[] | TargetsRead;
type FolderWorkers = Pool<Work, FolderAnswer>;

function workers(io: Io, setup: Setup, size: number): FolderWorkers {
  return new Pool<Work, FolderAnswer>({
    script: io.workerScript,
    size,
    timeLimitMs: TIME_LIMIT_MS,
    workerData: setup,
    lost: (work, lost) => {
      if (work.task === 'identity') return null;
      if (work.task === 'asked') return [];
      if (work.task === 'targets') return lostReason(lost);
      return notComparedJson(work.before.label, work.after.label, 'unreadable', lostReason(lost));
    },
  });
}

/** What is wrong with the two arguments; null: nothing. */
function wrongPlaces({ before, after, as }: CompareCommand): string | null {
  const [one, other] = [statOrNull(before), statOrNull(after)];
  const missing = [one === null ? before : null, other === null ? after : null].filter((place) => place !== null);
  if (missing.length > 0) return missing.map(missingPath).join('\n');
  if (as === 'target' || one!.isDirectory() === other!.isDirectory()) return null;
  return one!.isDirectory() ? FILE_AGAINST_FOLDER(after, before) : FILE_AGAINST_FOLDER(before, after);
}

const file = (label: string): FileEntry => ({ path: label, label, named: true });

type Withheld = readonly WithheldAnswer[];

/** A sentence where what was given as answers cannot be used. */
async function withheldAnswered({ answers }: CompareCommand, io: Io): Promise<Withheld | string> {
  if (answers === undefined) return [];
  return statOrNull(answers) === null ? missingPath(answers) : limited({ task: 'withheld', file: answers }, io);
}

const filesIn = (folder: string, { out }: CompareCommand): readonly FileEntry[] =>
  collect([folder], { out, annotate: null })
    .entries.filter((entry): entry is FileEntry => !('code' in entry))
    .filter(({ label }) => namedLikeSpreadsheet(label));

const entriesAt = (place: string, command: CompareCommand): readonly FileEntry[] =>
  statOrNull(place)?.isDirectory() === true ? filesIn(place, command) : [file(place)];

const alone = (comparisons: readonly ComparisonJson[]): Compared => ({ comparisons, round: null });

function ofFolders(command: CompareCommand, withheld: Withheld, pool: FolderWorkers): Promise<Compared> {
  const { before, after } = command;
  const as = command.as === 'target' ? null : command.as;
  const below = (folder: string): readonly (FileEntry & { readonly below: string })[] =>
    filesIn(folder, command).map((entry) => ({ ...entry, below: path.relative(folder, entry.label).replaceAll(path.sep, '/') }));
  return comparedFolders(
    { before: below(before), after: below(after), as },
    {
      identity: async (entry) => (await pool.run({ task: 'identity', entry })) as ReceivedBook | null,
      compare: async (one, other) => (await pool.run({ task: 'compare', before: one, after: other, as, withheld })) as ComparisonJson,
      asked: async (entry) => (await pool.run({ task: 'asked', entry })) as readonly AskedTable[],
    },
  );
}

function compared(command: CompareCommand, folders: boolean, withheld: Withheld, pool: FolderWorkers): Promise<Compared> {
  const { before, after, as } = command;
  if (as === 'target')
    return compareWithTargets(
      entriesAt(before, command),
      entriesAt(after, command),
      async (entry, side) => (await pool.run({ task: 'targets', entry, side })) as TargetsRead,
    ).then(alone);
  if (folders) return ofFolders(command, withheld, pool);
  return pool
    .run({ task: 'compare', before: file(before), after: file(after), as, withheld })
    .then((one) => alone([one as ComparisonJson]));
}

const isOpen = (state: string): boolean => state === 'remaining' || state === 'changed' || state === 'new';

/** 1 with a mandatory finding that is still there or new, or where what was made public differs in total, grade or a score. */
function exitOf(comparisons: readonly ComparisonJson[]): Exit {
  const compared = comparisons.filter(({ status }) => status === 'ok');
  if (compared.length === 0) return EXIT.nothing;
  const asks = compared.some(({ as, tables }) =>
    tables.some(({ findings, scoresDiffer }) =>
      as === 'published' ? scoresDiffer : findings.some(({ severity, state }) => severity === 'mandatory' && isOpen(state)),
    ),
  );
  return asks ? EXIT.mandatory : EXIT.fine;
}

function countsOf(comparisons: readonly ComparisonJson[]): string {
  const count = (...statuses: readonly string[]): number => comparisons.filter(({ status }) => statuses.includes(status)).length;
  return compareCountsLine({ compared: count('ok'), unmatched: count('unmatched'), unreadable: count('unreadable') });
}

export async function compareFiles(command: CompareCommand, io: Io): Promise<Exit> {
  const { before, after, out, overwrite } = command;
  const refuse = (message: string): Promise<Exit> => deliver(refusal(EXIT.nothing, message), io);
  const wrong = wrongPlaces(command) ?? (out === null ? null : outRefused({ out, overwrite }, [before, after], couldBeSpreadsheet));
  if (wrong !== null) return refuse(wrong);
  const chosen = await chosenStandards(command, io);
  if (!chosen.ok) return refuse(chosen.message);
  const folders = [before, after].some((place) => statOrNull(place)?.isDirectory() === true);
  const withheld = await withheldAnswered(command, io);
  if (typeof withheld === 'string') return refuse(withheld);
  const setup: Setup = { format: 'text', look: PLAIN, given: chosen.given };
  const pool = workers(io, setup, folders ? Math.min(MOST_WORKERS, availableParallelism()) : 1);
  try {
    const { comparisons, round } = await compared(command, folders, withheld, pool);
    const only = comparisons[0];
    if (!folders && only !== undefined && comparisons.every(({ status }) => status !== 'ok'))
      return await refuse(comparisons.map(({ reason }) => reason ?? '').join('\n'));
    return await deliver(
      {
        exit: exitOf(comparisons),
        before: chosen.notice === null ? [] : [chosen.notice],
        ...rendered({ comparisons, round }, command, io.look),
        after: [
          ...(folders || command.as === 'target' ? [countsOf(comparisons)] : []),
          ...(round === null ? [] : [roundLine(round.counts)]),
        ],
      },
      io,
    );
  } finally {
    await pool.close();
  }
}

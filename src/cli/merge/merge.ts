/** `jihe merge`: the shares of one run as one result, the same as if it had been one run. */
import { budgetJson, type BudgetHeld, type EntryJson } from '../../receipt';
import { fileCounts } from '../pool/outcome';
import { unwrittenText } from '../error-text';
import { EXIT, type Exit } from '../exit';
import { statOrNull } from '../files/stat';
import type { Io } from '../io';
import { documentOf, renderKept } from '../output/format';
import { openOutput } from '../output/open';
import type { Output } from '../output/output';
import type { BudgetWhole } from '../output/document';
import type { BudgetLine, EndLine, KeptLine } from '../shard';
import { Tally } from '../tally';
import { PLAIN } from '../text/look';
import { budgetLines } from '../texts/budget';
import { lacking, ofAnother, twice } from '../texts/merge';
import { countsLine, missingPath, outputFailed } from '../texts/usage';
import type { MergeCommand } from './command';
import { endOf, shardLines, ShareError } from './read';

interface Share {
  readonly file: string;
  readonly end: EndLine;
}

/** All shares of one run, each once, in their order. @throws ShareError */
async function sharesOf(files: readonly string[]): Promise<readonly Share[]> {
  const shares: Share[] = [];
  for (const file of files) shares.push({ file, end: await endOf(file) });
  const [first] = shares;
  const { shard, walk, version, projects } = first!.end;
  const byPart = new Map<number, Share>();
  for (const share of shares) {
    const { end, file } = share;
    const same =
      end.shard.of === shard.of &&
      end.walk.files === walk.files &&
      end.walk.skipped === walk.skipped &&
      end.version === version &&
      end.projects === projects;
    if (!same) throw new ShareError(ofAnother(file, first!.file));
    const other = byPart.get(end.shard.part);
    if (other !== undefined) throw new ShareError(twice(end.shard.part, other.file, file));
    byPart.set(end.shard.part, share);
  }
  const missing = Array.from({ length: shard.of }, (_, at) => at + 1).filter((part) => !byPart.has(part));
  if (missing.length > 0) throw new ShareError(lacking(missing, shard.of));
  return [...byPart.values()].sort((a, b) => a.end.shard.part - b.end.shard.part);
}

/** What the shares say of a budget list, put together. */
class Budgets {
  private list: BudgetLine['budget']['list'] | null = null;
  private readonly held: BudgetHeld[] = [];
  private readonly places = new Map<string, number>();

  /** Where a file stands in the whole walk: its tables are named in that order. */
  saw({ at, entry: { file } }: KeptLine): void {
    this.places.set(file, at);
  }

  add({ budget: { list, held } }: BudgetLine): void {
    this.list = list;
    this.held.push(...held);
  }

  get whole(): BudgetWhole | null {
    const { list, places } = this;
    const at = ({ without: [first] }: BudgetHeld): number => (first === undefined ? -1 : (places.get(first.file) ?? -1));
    const held = [...this.held].sort((a, b) => at(a) - at(b));
    return list === null ? null : { json: budgetJson(list, held), list, held };
  }
}

/** The next entry of a share; what stands behind its entries is put aside. */
async function nextEntry(reader: AsyncGenerator<KeptLine | BudgetLine>, budgets: Budgets): Promise<KeptLine | undefined> {
  for (;;) {
    const { value, done } = await reader.next();
    if (done === true || value === undefined) return undefined;
    if ('at' in value) return value;
    budgets.add(value);
  }
}

/** The entries of all shares in the order of the walk: the share of the next file is known by its place. */
async function* inOrder(shares: readonly Share[], budgets: Budgets): AsyncGenerator<KeptLine> {
  const readers = shares.map(({ file }) => shardLines(file));
  const next: (KeptLine | undefined)[] = [];
  // One after another: what the shares say of a list keeps their order.
  for (const reader of readers) next.push(await nextEntry(reader, budgets));
  const [{ end }] = shares as readonly [Share];
  for (let at = 0; at < end.walk.files; at += 1) {
    const of = at % shares.length;
    while (next[of]?.at === at) {
      yield next[of];
      next[of] = await nextEntry(readers[of]!, budgets);
    }
  }
  const over = next.findIndex((line) => line !== undefined);
  if (over >= 0) throw new ShareError(ofAnother(shares[over]!.file, shares[0]!.file));
}

/** Counts entries file by file: those of one file stand together. */
class FileCounts {
  private at = -1;
  private entries: EntryJson[] = [];

  constructor(private readonly tally: Tally) {}

  add({ at, entry }: KeptLine): void {
    if (at !== this.at) this.end();
    this.at = at;
    this.entries.push(entry);
  }

  end(): void {
    const { entries } = this;
    if (entries.length > 0) this.tally.add(fileCounts(entries));
    this.entries = [];
  }
}

async function write(
  shares: readonly Share[],
  { format, out }: MergeCommand,
  output: Output,
  io: Io,
): Promise<{ readonly tally: Tally; readonly budget: BudgetWhole | null }> {
  const document = await documentOf(format);
  const look = out === null ? io.look : PLAIN;
  const budgets = new Budgets();
  const { projects } = shares[0]!.end;
  const tally = new Tally(shares[0]!.end.walk.skipped);
  for (const { end } of shares) tally.passed(end.passed);
  const counts = new FileCounts(tally);
  await output.write(document.open());
  for await (const line of inOrder(shares, budgets)) {
    counts.add(line);
    if (projects !== undefined) budgets.saw(line);
    await output.write(
      document.entry(renderKept(line, format, look), { unrecognised: line.entry.status === 'unrecognised', file: line.at }),
    );
    if (output.closed) break;
  }
  counts.end();
  const budget = budgets.whole;
  await output.write(document.close(tally.counts(), { budget, roster: null }));
  return { tally, budget };
}

/** Reads all shares before anything is written where they cannot be put together. */
export async function merge(command: MergeCommand, io: Io): Promise<Exit> {
  const refuse = async (why: string): Promise<Exit> => {
    await io.complain(why);
    return EXIT.nothing;
  };
  const missing = command.paths.filter((place) => statOrNull(place) === null);
  if (missing.length > 0) return refuse(missing.map(missingPath).join('\n'));
  const shares = await sharesOf(command.paths).catch(sentenceOf);
  if (typeof shares === 'string') return refuse(shares);
  const output = await openOutput(command, io);
  if (typeof output === 'string') return refuse(output);
  try {
    const { tally, budget } = await write(shares, command, output, io);
    await output.finish();
    const silent = command.quiet || output.closed;
    for (const line of silent || budget === null ? [] : budgetLines(budget.json, false)) await io.complain(line);
    if (!silent) await io.complain(countsLine(tally.counts()));
    return tally.exit(command.requireAnswers);
  } catch (error) {
    await output.abandon();
    return refuse(sentenceOf(error));
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof ShareError ? error.message : outputFailed(unwrittenText(error));
}

/** Writing: what only refreshes a stored result is left to hosts that calculate, locked cells are left out, and what was written is read back. */
import type { Host, HostCan, HostPlan, HostTrouble, WriteOutcome } from '../hosts/port';
import { type Addr, type CellEdit, changedSince, type EditWarning, type WorkbookSnapshot } from '../workbook';

/** Each round leaves out the cells the last one would not take. */
const MOST_ROUNDS = 8;

export type Written =
  | {
      readonly is: 'done';
      readonly undo: HostPlan;
      readonly cells: readonly CellEdit[];
      readonly book: WorkbookSnapshot;
      readonly refused: readonly Addr[];
      readonly warnings: readonly EditWarning[];
    }
  | { readonly is: 'refused'; readonly why: HostTrouble; readonly at: readonly Addr[]; readonly say?: string }
  | {
      readonly is: 'partly';
      readonly why: HostTrouble;
      readonly undo: HostPlan;
      readonly written: readonly CellEdit[];
      readonly book: WorkbookSnapshot;
      readonly say?: string;
    }
  /** Read back, cells do not hold what was written; they were put back. */
  | { readonly is: 'not-kept'; readonly at: readonly Addr[]; readonly book: WorkbookSnapshot };

export interface ToWrite {
  readonly host: Host;
  readonly can: HostCan;
  readonly on: WorkbookSnapshot;
  /** What to write when these cells are left out; asked again for each round. */
  readonly plan: (refused: readonly Addr[]) => Promise<HostPlan>;
  /** Where nothing is left to write without the cells the host would not take, that is an answer too, and no refusal. */
  readonly mayBeNothing?: boolean;
}

/** Writes what `plan` says, without the cells the host will not take alone, and reads it back. Never throws what the host does not. */
export async function writeAndVerify({ host, can, on, plan, mayBeNothing = false }: ToWrite): Promise<Written> {
  const refused: Addr[] = [];
  for (let round = 0; ; round += 1) {
    const { cells: edits, sheets } = await plan(refused);
    const cells = edits.filter((edit) => !can.calculates || !isRefresh(edit));
    const outcome = await host.write({ cells, sheets }, on);
    if (outcome.is === 'done') return verified(host, outcome, cells, refused);
    if (outcome.is === 'partly') return broken(host, outcome);
    const leaveOut = (outcome.why === 'unsupported' || outcome.why === 'protected') && outcome.at.length > 0;
    if (!leaveOut || round === MOST_ROUNDS) return outcome;
    refused.push(...outcome.at);
    if (!mayBeNothing && (await plan(refused)).cells.length === 0) return outcome;
  }
}

const isRefresh = ({ before, after }: CellEdit): boolean =>
  before.kind === 'formula' && after.kind === 'formula' && before.formula === after.formula;

async function verified(
  host: Host,
  outcome: Extract<WriteOutcome, { is: 'done' }>,
  cells: readonly CellEdit[],
  refused: readonly Addr[],
): Promise<Written> {
  const book = await host.read();
  // What the host itself says stands there now: it may spell a formula its own way, and computes results itself.
  const lost = changedSince(outcome.undo.cells, book);
  if (lost.length === 0) return { is: 'done', undo: outcome.undo, cells, book, refused, warnings: outcome.warnings };
  await host.write(outcome.undo, book);
  return { is: 'not-kept', at: lost, book: await host.read() };
}

async function broken(host: Host, outcome: Extract<WriteOutcome, { is: 'partly' }>): Promise<Written> {
  const { why, undo, written, say } = outcome;
  return { is: 'partly', why, undo, written: written.cells, book: await host.read(), ...(say === undefined ? {} : { say }) };
}

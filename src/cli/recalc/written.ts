import type { Host, HostPlan } from '../../hosts/port';
import { writeAndVerify } from '../../open-workbook';
import { NOT_WRITTEN, type Recalc } from '../../recalc';
import type { Addr, EditWarning, WorkbookSnapshot } from '../../workbook';

/** What is written into a copy: the plan without the cells the file would not take, and the sheets that tell of it. */
export interface Copying {
  readonly on: WorkbookSnapshot;
  readonly plan: (refused: readonly Addr[]) => Recalc;
  readonly sheets: (recalc: Recalc) => HostPlan['sheets'];
}

export type WrittenCopy =
  | { readonly ok: true; readonly recalc: Recalc; readonly warnings: readonly EditWarning[] }
  /** Why nothing was written, in words for the user. */
  | { readonly ok: false; readonly message: string };

const WHY: Readonly<Record<string, string>> = NOT_WRITTEN.refused;

/** 运算 into an open file by the road of every workbook, open-workbook/write-and-verify; a copy in which nothing could be filled is one too. */
export async function written(host: Host, { on, plan, sheets }: Copying): Promise<WrittenCopy> {
  let recalc = plan([]);
  const planned = async (refused: readonly Addr[]): Promise<HostPlan> => {
    if (refused.length > 0) recalc = plan(refused);
    return { cells: recalc.cells, sheets: sheets(recalc) };
  };
  const outcome = await writeAndVerify({ host, can: await host.open(), on, plan: planned, mayBeNothing: true });
  if (outcome.is === 'done') return { ok: true, recalc, warnings: outcome.warnings };
  if (outcome.is === 'not-kept') return { ok: false, message: NOT_WRITTEN.refused['not-kept'] };
  return { ok: false, message: outcome.say ?? WHY[outcome.why] ?? NOT_WRITTEN.refused.unsupported };
}

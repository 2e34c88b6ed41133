import { BY_THE_SHEET } from '../../open-workbook';
import type { Io } from '../io';
import { limited } from './limited';
import type { ChosenStandards, TaskOf } from './task';

/** `--standard` and `--template`, read by a worker; where neither is named there is nothing to read, and no worker is started. */
export async function chosenStandards(
  { standard, template }: TaskOf<'chosen'>['chosen'],
  io: Pick<Io, 'workerScript'>,
): Promise<ChosenStandards> {
  if (standard === undefined && template === undefined) return { ok: true, given: BY_THE_SHEET, notice: null };
  const chosen = { ...(standard === undefined ? {} : { standard }), ...(template === undefined ? {} : { template }) };
  return limited({ task: 'chosen', chosen }, io);
}

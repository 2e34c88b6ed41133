/** A batch, and a batch of the opened file alone, as what is held against something. */
import type { Judging } from '../../open-workbook';
import type { TableJson } from '../../receipt';
import type { Batch, BatchFile } from '../batch';
import type { HeldSource } from './types';

/** `told`: the list that opened files are held against too. */
export function batchSource(batch: Batch, told: (budget: Judging['budget'] | null) => void): HeldSource {
  return {
    files: batch.files,
    documents: batch.documents,
    alone: false,
    held: (file) => heldIn(batch, file),
    ask: (job) => batch.ask(job),
    async holdAgainst(budget, progress) {
      const unfollow = batch.subscribe(() => progress(batch.state.done));
      const whole = await batch.holdAgainst(budget);
      unfollow();
      told(whole ? budget : null);
      return whole ? batch.budgetsHeld : null;
    },
    cancelAudit: () => batch.cancel(),
    reports: () => batch.foundReports(),
    tables: () => batch.tables,
  };
}

/** `batch`: of the opened file alone, for its threads; `hold`: audits it in the pane. */
export function openedSource(batch: Batch, hold: (budget: Judging['budget'] | null) => void): HeldSource {
  let tables: readonly TableJson[] = [];
  return {
    ...batchSource(batch, hold),
    alone: true,
    async holdAgainst(budget) {
      hold(budget);
      const whole = await batch.holdAgainst(budget);
      tables = batch.tables;
      return whole ? batch.budgetsHeld : null;
    },
    tables: () => tables,
  };
}

async function heldIn(batch: Batch, file: BatchFile): ReturnType<HeldSource['held']> {
  const bytes = await file.bytes();
  // Documents are no old spreadsheets: they are read where they are looked through.
  if (batch.documents.includes(file)) return { path: file.path, bytes };
  return { path: file.path, bytes, ...(await batch.readBefore(bytes)) };
}

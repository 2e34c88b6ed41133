import type { Assessment } from '../../assessment/types';
import type { Recognised, ScoreTable } from '../../score-table/types';
import type { GivenStandards } from '../../standards/applied';
import type { WorkbookSnapshot } from '../../workbook/types';
import type { Messages } from '../../assessment/sentences';

/** What auditing a file needs from the rooms below, handed in so that it can be tried without them. */
export interface CoreFunctions {
  /** @throws UnreadableError */
  readonly read: (bytes: Uint8Array) => Promise<WorkbookSnapshot>;
  /** From a file's first bytes: could this be a spreadsheet? Only a clear no is a no. */
  readonly maybeSpreadsheet: (head: Uint8Array) => boolean;
  readonly recognise: (book: WorkbookSnapshot) => Recognised;
  readonly assess: (
    scoreTable: ScoreTable,
    book: WorkbookSnapshot,
    options: { readonly first: boolean; readonly standards?: GivenStandards },
  ) => Assessment;
  readonly messages: Messages;
}

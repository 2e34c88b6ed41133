import type { Annotated } from '../annotate/annotate';
import type { TargetPaths } from '../annotate/goals';
import type { PassedOver } from '../audit/file';
import type { Judging } from '../../open-workbook';
import type { BudgetHeld } from '../../receipt';
import type { Received } from '../../roster';
import type { FileEntry } from '../files/entry';
import type { ReportWork } from '../report/read';
import type { Rendering } from '../output/format';
import type { TextLook } from '../text/look';

/** Given to each worker once. */
export interface Setup {
  readonly format: Rendering;
  readonly look: TextLook;
  /** What files say of whose they are is wanted, for a list to be held against. */
  readonly received?: boolean;
  /** The standard and the blank form; absent: detect. */
  readonly given?: Judging;
}

/** One file to audit. */
export interface Job extends FileEntry {
  /** Where its marked copy goes; absent: none is wanted. */
  readonly goals?: TargetPaths;
  /** Where what was replied to it may stand, the likeliest first; absent: in the file itself only. */
  readonly answers?: readonly string[];
  /** Reports that belong to it. */
  readonly reports?: readonly FileEntry[];
}

/** A report that is looked at by itself. */
export interface ReportJob extends FileEntry {
  readonly report: ReportWork;
}

/** What came of one file, rendered, so that only text crosses between threads. */
export interface FileOutcome {
  readonly is: 'audited' | 'unreadable' | 'unrecognised' | 'report' | PassedOver;
  /** Rendered entries, one a table and then one a report; none for a file passed over. */
  readonly pieces: readonly string[];
  readonly tables: number;
  readonly reports: { readonly read: number; readonly unread: number };
  readonly mandatory: number;
  readonly advisory: number;
  /** Advisory findings that are neither explained nor accepted. */
  readonly unanswered: number;
  /** Checks that could not finish, or the whole file where it was lost by our doing. */
  readonly failed: number;
  /** null where no copy was wanted, or the file was passed over. */
  readonly annotated: Annotated | null;
  /** Answers that could not be read, as whole sentences. */
  readonly said: readonly string[];
  /** What the file and its reports say of whose they are; none where nobody asked. */
  readonly received: readonly Received[];
  /** Where a budget list was given and the file has tables. */
  readonly budget?: BudgetHeld | null;
}

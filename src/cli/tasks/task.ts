/**
 * What a command does with files beyond auditing them, as plain data: done by a worker under the same limits as an
 * audit, so that a file that hangs or fills the memory ends the worker and not the program.
 */
import type { NarrativeCommand } from '../args/command';
import type { BudgetRead } from '../budget/read';
import type { ComparisonKind, WithheldAnswer } from '../../comparison';
import type { Judging } from '../../open-workbook';
import type { AskedTable, ComparisonJson, ReportJson, PublishingJson } from '../../receipt';
import type { Exit } from '../exit';
import type { ReceivedBook, RosterRead } from '../../roster';
import type { FileSubject } from '../compare/pair';
import type { TargetSide, TargetsRead } from '../compare/read-targets';
import type { FileEntry } from '../files/entry';
import type { RecalcCommand } from '../recalc/command';
import type { ReportCopied, ReportCopy } from '../report/annotate';
import type { ReportWork } from '../report/read';
import type { WriteCommand } from '../write/command';
import type { TextLook } from '../text/look';

/** A blank form or a standard as named on the command line. */
interface Chosen {
  readonly standard?: string;
  readonly template?: string;
}

export type Task =
  | { readonly task: 'narrative'; readonly command: NarrativeCommand }
  | { readonly task: 'recalc'; readonly command: RecalcCommand; readonly look: TextLook }
  | { readonly task: 'write'; readonly command: WriteCommand }
  | { readonly task: 'chosen'; readonly chosen: Chosen }
  | {
      readonly task: 'compare';
      readonly before: FileEntry;
      readonly after: FileEntry;
      readonly as: ComparisonKind | null;
      readonly withheld?: readonly WithheldAnswer[];
    }
  /** What a workbook says was withheld lawfully. */
  | { readonly task: 'withheld'; readonly file: string }
  /** What a file of a folder is about. */
  | { readonly task: 'subject'; readonly entry: FileEntry }
  /** Whose the tables of a file are. */
  | { readonly task: 'identity'; readonly entry: FileEntry }
  /** What the tables of a file are asked. */
  | { readonly task: 'asked'; readonly entry: FileEntry }
  /** Indicators and 指标值 of a file. */
  | { readonly task: 'targets'; readonly entry: FileEntry; readonly side: TargetSide }
  | { readonly task: 'report'; readonly work: ReportWork }
  | { readonly task: 'report-copy'; readonly copy: ReportCopy }
  /** Title and cover of a report. */
  | { readonly task: 'cover'; readonly entry: FileEntry }
  | { readonly task: 'form'; readonly file: string }
  /** The projects of an export of the budget system. */
  | { readonly task: 'budget'; readonly file: string }
  /** What a file holds that should be looked at before it is made public. */
  | { readonly task: 'prepublish'; readonly entry: FileEntry }
  /** Whether a workbook given as --answers holds any. */
  | { readonly task: 'answers'; readonly file: string }
  /** The list of those who are to report. */
  | { readonly task: 'roster'; readonly file: string };

/** What a command has to say and to write, in this order: before, the files, the text, after. */
export interface Report {
  readonly exit: Exit;
  /** For stderr. */
  readonly before: readonly string[];
  /** Files to be written; where one fails, nothing further is said but why. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** For stdout. */
  readonly text: string;
  /** For stderr. */
  readonly after: readonly string[];
}

/** What `--standard` and `--template` name, made ready for all files; a sentence where one of them is no good. */
export type ChosenStandards =
  { readonly ok: true; readonly given: Judging; readonly notice: string | null } | { readonly ok: false; readonly message: string };

/** A blank form as a standard in YAML. */
export type FormYaml = { readonly text: string; readonly notice: string } | { readonly wrong: string };

export interface TaskResults {
  readonly narrative: Report;
  readonly recalc: Report;
  readonly write: Report;
  readonly compare: ComparisonJson;
  readonly subject: FileSubject;
  readonly identity: ReceivedBook | null;
  readonly asked: readonly AskedTable[];
  /** A sentence: why it cannot be used. */
  readonly withheld: readonly WithheldAnswer[] | string;
  readonly targets: TargetsRead;
  readonly report: ReportJson;
  readonly 'report-copy': ReportCopied;
  readonly cover: string;
  readonly chosen: ChosenStandards;
  readonly form: FormYaml;
  readonly budget: BudgetRead;
  readonly prepublish: PublishingJson;
  /** What is wrong with it; null: nothing. */
  readonly answers: string | null;
  readonly roster: RosterRead;
}

export type TaskOf<K extends Task['task']> = Extract<Task, { readonly task: K }>;

/** A command that could do nothing, and why. */
export const refusal = (exit: Exit, message: string): Report => ({ exit, before: [message], files: [], text: '', after: [] });

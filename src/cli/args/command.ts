import type { Format } from '../output/format';
import type { CompareCommand } from '../compare/command';
import type { ReportCommand } from '../report/command';
import type { MergeCommand } from '../merge/command';
import type { PrepublishCommand } from '../prepublish/command';
import type { OpinionsCommand } from '../opinions/command';
import type { ReturnCommand } from '../return/command';
import type { WriteCommand } from '../write/command';
import type { RecalcCommand } from '../recalc/command';
import type { Shard } from '../shard';

export interface CheckCommand {
  readonly name: 'check';
  readonly paths: readonly string[];
  readonly format: Format;
  readonly out: string | null;
  /** `out` may stand in the place of a file that is not ours. */
  readonly overwrite: boolean;
  /** Folder for marked copies. */
  readonly annotate: string | null;
  /** null: as the machine has processors. */
  readonly workers: number | null;
  readonly quiet: boolean;
  /** A 审核结果 workbook with what was replied, or a folder with one a file. */
  readonly answers: string | null;
  /** An export of the budget system or of the final accounts; absent: none. */
  readonly budget?: string;
  /** Only this share of the files, for `jihe merge`; null: all of them. */
  readonly shard: Shard | null;
  /** An advisory finding that is neither corrected nor explained counts for the exit status too. */
  readonly requireAnswers: boolean;
  /** Self-evaluation reports among the files are held against their workbooks. */
  readonly reports: boolean;
  /** The list of those who are to report; null: none was given. */
  readonly roster: string | null;
  /** A built-in id or a YAML file; absent: detect. */
  readonly standard?: string;
  /** The blank workbook that was sent out. */
  readonly template?: string;
}

export interface StandardsCommand {
  readonly name: 'standards';
  readonly ask:
    | { readonly is: 'list' }
    | { readonly is: 'show'; readonly named: string }
    | { readonly is: 'from'; readonly file: string }
    | { readonly is: 'diff'; readonly before: string; readonly after: string };
}

export interface NarrativeCommand {
  readonly name: 'narrative';
  readonly file: string;
  readonly length: 'box' | 'short' | 'full';
  readonly standard?: string;
  readonly template?: string;
}

export interface CriteriaCommand {
  readonly name: 'criteria';
  /** One 评分标准. */
  readonly text: string;
  /** Its 分值, a number above 0. */
  readonly points: string | null;
  /** 「名称=值，名称=值」. */
  readonly facts: string | null;
  readonly format: 'text' | 'json';
}

export type Command =
  | CheckCommand
  | CompareCommand
  | NarrativeCommand
  | StandardsCommand
  | RecalcCommand
  | CriteriaCommand
  | MergeCommand
  | ReportCommand
  | WriteCommand
  | PrepublishCommand
  | ReturnCommand
  | OpinionsCommand
  | { readonly name: 'explain'; /** null: list them all */ readonly code: string | null }
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  /** Wrong usage: a sentence for the user. */
  | { readonly name: 'wrong'; readonly message: string };

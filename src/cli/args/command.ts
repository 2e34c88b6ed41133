import type { Format } from '../output/format';
import type { RecalcCommand } from '../recalc/command';

export interface CheckCommand {
  readonly name: 'check';
  readonly paths: readonly string[];
  readonly format: Format;
  readonly out: string | null;
  /** Folder for marked copies. */
  readonly annotate: string | null;
  /** null: as the machine has processors. */
  readonly workers: number | null;
  readonly quiet: boolean;
}

export interface NarrativeCommand {
  readonly name: 'narrative';
  readonly file: string;
  readonly length: 'box' | 'short' | 'full';
}

export type Command =
  | CheckCommand
  | NarrativeCommand
  | RecalcCommand
  | { readonly name: 'explain'; /** null: list them all */ readonly code: string | null }
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  /** Wrong usage: a sentence for the user. */
  | { readonly name: 'wrong'; readonly message: string };

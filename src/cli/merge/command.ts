import type { Format } from '../output/format';

export interface MergeCommand {
  readonly name: 'merge';
  /** Results of `check --shard`, one a share, in any order. */
  readonly paths: readonly string[];
  readonly format: Format;
  readonly out: string | null;
  readonly overwrite: boolean;
  readonly quiet: boolean;
  readonly requireAnswers: boolean;
}

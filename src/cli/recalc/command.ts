import type { RecalcOptions } from '../../writeback/plan';

export interface RecalcCommand {
  readonly name: 'recalc';
  readonly file: string;
  readonly out: string;
  readonly options: RecalcOptions;
  /** Adds the 自评小结 sheet. */
  readonly summary: boolean;
}

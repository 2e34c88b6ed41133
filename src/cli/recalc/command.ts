import type { RecalcOptions } from '../../recalc';

export interface RecalcCommand {
  readonly name: 'recalc';
  readonly file: string;
  readonly out: string;
  /** As for check: whose rules determine the scores. */
  readonly standard?: string;
  readonly template?: string;
  readonly options: RecalcOptions;
  /** Adds the 自评小结 sheet. */
  readonly summary: boolean;
}

import type { RecalcOptions } from '../../recalc';

export interface RecalcCommand {
  readonly name: 'recalc';
  readonly file: string;
  readonly out: string;
  /** `out` may stand in the place of a file that is not ours. */
  readonly overwrite: boolean;
  /** As for check: whose rules determine the scores. */
  readonly standard?: string;
  readonly template?: string;
  readonly options: RecalcOptions;
  /** Where 运算记录 goes as JSON; absent: nowhere. */
  readonly ledger?: string;
  /** Adds the 自评小结 sheet. */
  readonly summary: boolean;
}

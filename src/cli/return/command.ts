import type { ReturnOptions } from '../../papers';

export interface ReturnCommand {
  readonly name: 'return';
  readonly paths: readonly string[];
  /** The folder for the documents. */
  readonly out: string;
  readonly options: ReturnOptions;
  readonly answers: string | null;
  /** A file of 审核意见: what was ticked and written there decides what is asked; null: everything that is not settled. */
  readonly opinions: string | null;
  readonly workers: number | null;
  readonly quiet: boolean;
  readonly standard?: string;
  readonly template?: string;
}

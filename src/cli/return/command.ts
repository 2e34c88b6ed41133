import type { ReturnOptions } from '../../papers';

export interface ReturnCommand {
  readonly name: 'return';
  readonly paths: readonly string[];
  /** The folder for the documents. */
  readonly out: string;
  readonly options: ReturnOptions;
  readonly answers: string | null;
  readonly workers: number | null;
  readonly quiet: boolean;
  readonly standard?: string;
  readonly template?: string;
}

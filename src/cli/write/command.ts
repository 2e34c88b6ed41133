import type { ReportNames } from '../../papers';

export interface WriteCommand {
  readonly name: 'write';
  readonly file: string;
  readonly out: string;
  /** `out` may stand in the place of a file that is not ours. */
  readonly overwrite: boolean;
  /** A report of ours that somebody has worked on: what is his is kept. */
  readonly onto: string | null;
  readonly names: ReportNames;
  readonly standard?: string;
  readonly template?: string;
}

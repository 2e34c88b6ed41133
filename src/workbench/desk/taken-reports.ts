/** The reports that were held against their sheets on this page: of the batch, and of the opened file. */
import { type LaidReports, laidReports, type OpinionBook, type TakenReport } from '../../opinions';
import type { ReportJson } from '../../receipt';

export type ReportOwner = 'file' | 'batch';

export class TakenReports {
  private readonly by: Record<ReportOwner, readonly TakenReport[]> = { file: [], batch: [] };
  private last: { readonly book: OpinionBook; readonly taken: readonly TakenReport[]; readonly laid: LaidReports } | null = null;

  take(owner: ReportOwner, taken: readonly TakenReport[]): void {
    this.by[owner] = taken.filter(({ json }) => json.status === 'ok');
  }

  of(owner: ReportOwner): readonly TakenReport[] {
    return this.by[owner];
  }

  /** Those that go with the opened file: its own, else what the batch brought. */
  get beside(): readonly TakenReport[] {
    return this.by.file.length > 0 ? this.by.file : this.by.batch;
  }

  /** Those among which a report is told apart. */
  among(json: ReportJson): readonly TakenReport[] {
    return this.by.file.some((one) => one.json === json) ? this.by.file : this.by.batch;
  }

  laid(book: OpinionBook, taken: readonly TakenReport[]): LaidReports {
    if (this.last?.book !== book || this.last.taken !== taken) this.last = { book, taken, laid: laidReports(book, taken) };
    return this.last.laid;
  }
}

export const jsonsOf = (taken: readonly TakenReport[]): readonly ReportJson[] => taken.map(({ json }) => json);

/** What the summary over a batch keeps of one report. */
import type { ReportJson } from '../../receipt';
import type { Severity } from '../../words';

export interface ReportDigest {
  readonly status: 'report';
  readonly file: string;
  readonly unit: string | null;
  readonly with: string | null;
  /** Why it could not be read, or was held against no workbook. */
  readonly reason: string | null;
  readonly findings: readonly {
    readonly severity: Severity;
    readonly quote: string;
    readonly cell: string;
    readonly message: string;
    readonly id: string;
  }[];
}

/** 强制性 and 提示性 findings only. */
export function reportDigest({ file, unit, with: workbook, reason, findings }: ReportJson): ReportDigest {
  return {
    status: 'report',
    file,
    unit,
    with: workbook,
    reason: reason ?? null,
    findings: findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ severity, place, cell, message, id }) => ({
        severity,
        quote: place === null ? '' : place.quote,
        cell: cell === null ? '' : `「${cell.sheet}」${cell.address}`,
        message,
        id,
      })),
  };
}

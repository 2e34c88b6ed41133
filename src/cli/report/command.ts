export const REPORT_FORMATS = ['text', 'json', 'ndjson'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportCommand {
  readonly name: 'report';
  /** Reports, or folders that hold them. */
  readonly paths: readonly string[];
  /** The workbook they belong to, or a folder to look for it in; null: the folder each report stands in. */
  readonly with: string | null;
  readonly format: ReportFormat;
  /** Folder for copies with comments; null: none are wanted. */
  readonly annotate: string | null;
  readonly out: string | null;
  readonly overwrite: boolean;
}

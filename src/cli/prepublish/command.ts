export const PREPUBLISH_FORMATS = ['text', 'json'] as const;
export type PrepublishFormat = (typeof PREPUBLISH_FORMATS)[number];

export interface PrepublishCommand {
  readonly name: 'prepublish';
  /** Sheets and reports, or folders that hold them. */
  readonly paths: readonly string[];
  readonly format: PrepublishFormat;
  readonly out: string | null;
  readonly overwrite: boolean;
}

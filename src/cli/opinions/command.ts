export interface OpinionsCommand {
  readonly name: 'opinions';
  /** 审核意见 files; the first counts where they differ. */
  readonly files: readonly string[];
  /** Where they are put together; null: what is in them is only told. */
  readonly out: string | null;
  readonly overwrite: boolean;
}

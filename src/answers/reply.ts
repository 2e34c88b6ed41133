/** What people wrote to one finding. */

/** The three places in which something is written to a finding: the unit's 说明, and the two reviewers' opinions. */
export const REPLY_FIELDS = ['text', 'department', 'finance'] as const;
export type ReplyField = (typeof REPLY_FIELDS)[number];

export interface WrittenReply extends Readonly<Record<ReplyField, string>> {
  readonly id: string;
  /** Title of the check and name of the indicator as the sheet has them: to find a finding again whose id has changed. */
  readonly check: string;
  readonly indicator: string;
  /** Number of the table it stands under, 1-based; null where the sheet does not say. */
  readonly table: number | null;
  /** Name of the report it stands under; absent: it is a table's. */
  readonly report?: string;
  /** It stood under 参考: nothing was asked. */
  readonly info: boolean;
  /** What stands in 处理. */
  readonly handled: string;
  /** 核对码: the values the finding rested on when the sheet was written, and what was out of date by then; see facts-code. */
  readonly facts: string;
  /** The cell of the 说明; null for one kept elsewhere. */
  readonly cell: { readonly sheet: string; readonly address: string } | null;
}

export const isWritten = (reply: WrittenReply): boolean => REPLY_FIELDS.some((field) => reply[field] !== '');

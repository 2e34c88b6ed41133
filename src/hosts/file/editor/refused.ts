import type { Addr, Refusal } from '../../../workbook';

/** Ends an edit as a whole; never leaves the editor. */
export class RefusedEdit extends Error {
  constructor(
    readonly why: Refusal,
    readonly at: readonly Addr[],
    /** What about it, in plain Chinese. */
    readonly say?: string,
  ) {
    super(why);
    this.name = 'Refused';
  }
}

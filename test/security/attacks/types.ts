/** A file made to hang, to fill the memory, or to be obeyed. */
export interface Attack {
  /** What is attacked: the heading in docs/security.md. */
  readonly kind: string;
  readonly variant: string;
  readonly file: string;
  readonly bytes: () => Uint8Array;
  /** `any`: read or refused, but within the limits. */
  readonly answer: 'read' | 'refused' | 'any';
}

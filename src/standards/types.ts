/** Where a rule comes from. A reconstructed one never causes a 强制性 finding by itself. */
export interface Reference {
  readonly title: string;
  /** 文号, e.g. 财预〔2020〕10号. */
  readonly number?: string;
  readonly article?: string;
  /** From what date or year it is in force, as its own text says. */
  readonly from?: string;
  readonly status: 'official' | 'reconstructed' | 'arithmetic' | 'practice';
}

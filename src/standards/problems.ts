/** What is wrong in a standard's file: code, place and figures. Sentences for people are made in messages/standards.ts. */

/** Keys and indexes from the top of the file, as written there. */
export type Path = readonly (string | number)[];

export type ProblemCode =
  // the text is no YAML that we read
  | 'tab-indent'
  | 'bad-indent'
  | 'full-width-colon'
  | 'colon-without-space'
  | 'colon-in-text'
  | 'duplicate-key'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  | 'alias'
  | 'several-documents'
  | 'syntax'
  | 'not-text'
  | 'too-large'
  // the tree is no standard
  | 'empty'
  | 'not-a-map'
  | 'not-a-list'
  | 'empty-list'
  | 'unknown-key'
  | 'key-twice'
  | 'missing-key'
  | 'not-words'
  | 'too-long'
  | 'too-many'
  | 'too-deep'
  | 'not-a-number'
  | 'number-with-unit'
  | 'negative'
  | 'not-a-share'
  | 'not-yes-no'
  | 'unknown-word'
  | 'bad-id'
  | 'bad-date'
  | 'dates-reversed'
  | 'dates-overlap'
  | 'no-reference'
  | 'official-without-number'
  | 'article-without-text'
  | 'row-without-weight'
  | 'children-sum'
  | 'total-sum'
  | 'duplicate-row'
  | 'two-execution-rows'
  | 'rule-and-children'
  | 'order'
  | 'formula-unreadable'
  | 'formula-unknown-item'
  | 'formula-circular'
  | 'unknown-base'
  | 'base-circular';

export interface Problem {
  readonly code: ProblemCode;
  readonly path: Path;
  /** 1-based; null where the file gives none. */
  readonly line: number | null;
  /** What stands there. */
  readonly found: string;
  /** What was expected, where the code alone does not say it: allowed words, a nearest key, a sum. */
  readonly expected: readonly string[];
}

/** Line of what stands at a path, 1-based. */
export type LineOf = (path: Path) => number | null;

/** The tree of a file without lines: built-in standards. */
export const NO_LINES: LineOf = () => null;

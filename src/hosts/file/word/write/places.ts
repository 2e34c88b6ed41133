/** Paragraphs and what is in them, by byte ranges of the part they stand in. */
import type { SlotName } from './slots';

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A bookmark of ours where it begins. */
export interface SlotMark extends SlotName {
  readonly id: string;
  readonly element: Range;
  /** The value of its name. */
  readonly name: Range;
}

export interface RunPlace extends Range {
  /** What it says, and where that begins in its paragraph's text. */
  readonly text: string;
  readonly start: number;
  /** Its start tag and its properties. */
  readonly head: Range;
  /** Nothing but words: it may be parted anywhere. */
  readonly words: boolean;
}

export interface ParagraphPlace extends Range {
  readonly is: 'paragraph';
  /** What stands behind the paragraph's properties, up to its end tag. */
  readonly inner: Range;
  /** As somebody reads it: insertions in, deletions out; hidden text is not told apart. */
  readonly text: string;
  readonly marks: readonly SlotMark[];
  /** Nothing but words, line breaks, bookmarks and comments of ours: what may be written anew without loss. */
  readonly plain: boolean;
  /** Its runs but those of comments, those within insertions and links too. */
  readonly runs: readonly RunPlace[];
  /** Inner XML of the first run's properties, shading left out. */
  readonly look: string;
}

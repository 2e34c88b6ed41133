import { toUtf8 } from '../encoding';
import { rawText } from '../xml-text';
import { utf8 } from './xml-write';

interface Splice {
  readonly at: number;
  readonly to: number;
  readonly text: Uint8Array;
  /** What stands here once our traces are gone; null for what is no trace. */
  readonly was: string | null;
}

/** How one of our traces is taken out again: at `at` of the written part, `length` bytes give way to `was`. */
export type Removal = readonly [at: number, length: number, was: string];

/** A part as written, and the way back to what it was without our traces. */
export interface Patched {
  readonly bytes: Uint8Array;
  readonly removals: readonly Removal[];
  /** The part as it was, where it had to be written in another encoding. */
  readonly whole: Uint8Array | null;
}

const MARK_LENGTH = 3;

/**
 * The changes to one part, collected while it is scanned and written in one go. A change is either content (a cell)
 * or a trace of ours, which can be taken out again byte for byte.
 */
export class PartPatch {
  /** UTF-8 without a byte order mark: what is scanned, and what offsets count from. */
  readonly text: Uint8Array;
  private readonly splices: Splice[] = [];
  private readonly whole: Uint8Array | null;
  private readonly mark: Uint8Array;

  constructor(
    original: Uint8Array,
    readonly name: string,
  ) {
    const text = toUtf8(original, name);
    const marked = original.length - text.length === MARK_LENGTH && text.buffer === original.buffer;
    this.mark = marked ? original.subarray(0, MARK_LENGTH) : new Uint8Array(0);
    this.whole = marked || text === original ? null : original;
    this.text = text;
    if (this.whole !== null) this.dropEncoding();
  }

  get touched(): boolean {
    return this.splices.length > 0;
  }

  /**
   * Bytes `at` to `to` give way to this text. Ranges may touch but not overlap. A trace gives way again to what was
   * there, or to `was` where content changed it as well.
   */
  replace(at: number, to: number, text: string, trace: boolean, was = trace ? this.slice(at, to) : ''): void {
    this.splices.push({ at, to, text: utf8(text), was: trace ? was : null });
  }

  insert(at: number, text: string, trace: boolean): void {
    this.replace(at, at, text, trace);
  }

  /** The text of a range as it stands. */
  slice(from: number, to: number): string {
    return rawText(this.text, from, to);
  }

  render(): Patched {
    // Stable: at one place the changes stand in the order they were made.
    const ordered = [...this.splices].sort((a, b) => a.at - b.at);
    const size = ordered.reduce((sum, splice) => sum + splice.text.length - (splice.to - splice.at), this.mark.length + this.text.length);
    const out = new Uint8Array(size);
    out.set(this.mark);
    const removals: Removal[] = [];
    let written = this.mark.length;
    let read = 0;
    for (const splice of ordered) {
      if (splice.at < read) throw new Error(`overlapping changes in ${this.name}`);
      out.set(this.text.subarray(read, splice.at), written);
      written += splice.at - read;
      if (splice.was !== null) removals.push([written, splice.text.length, splice.was]);
      out.set(splice.text, written);
      written += splice.text.length;
      read = splice.to;
    }
    out.set(this.text.subarray(read), written);
    return { bytes: out, removals, whole: this.whole };
  }

  /** We write UTF-8, whatever the part's first line says of itself. */
  private dropEncoding(): void {
    const head = /^<\?xml[^>]*\?>/.exec(this.slice(0, Math.min(this.text.length, 300)));
    if (head !== null) this.replace(0, utf8(head[0]).length, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', false);
  }
}

/** The part without our traces. */
export function takeOut(bytes: Uint8Array, removals: readonly Removal[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  let read = 0;
  for (const [at, length, was] of removals) {
    chunks.push(bytes.subarray(read, at), utf8(was));
    read = at + length;
  }
  chunks.push(bytes.subarray(read));
  const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

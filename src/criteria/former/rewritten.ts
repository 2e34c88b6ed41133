/** A text with some of its places put otherwise, each character with the place it came from. */
export interface TextAndPlaces {
  readonly chars: readonly string[];
  readonly at: readonly number[];
}

export interface Rewritten {
  readonly chars: string[];
  readonly at: number[];
}

/** Part by part: what is copied keeps its places, what is put in stands where it is said to, what is dropped is gone. */
export class Rewriting {
  private readonly out: Rewritten = { chars: [], at: [] };
  private from = 0;

  constructor(private readonly given: TextAndPlaces) {}

  copyTo(end: number): this {
    for (; this.from < end; this.from += 1) this.put(this.given.chars[this.from]!, this.from);
    return this;
  }

  /** `place`: an index of the text as it was given. */
  put(char: string, place: number): this {
    this.out.chars.push(char);
    this.out.at.push(this.given.at[place]!);
    return this;
  }

  drop(count: number): this {
    this.from += count;
    return this;
  }

  done(): Rewritten {
    return this.copyTo(this.given.chars.length).out;
  }
}

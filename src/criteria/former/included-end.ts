/** 「80%-90%(含80%)」: the bracket behind a range names the end it speaks of; it is put behind that end, 「80%(含)-90%」. */

const RANGE = /(?<![\d.])(\d+(?:\.\d+)?)(%|分)?([-~至])\d+(?:\.\d+)?(?:%|分)?(\(含(\d+(?:\.\d+)?)(?:%|分)?(?:本数)?\))/g;
const INCLUDED = '(含)';

interface TextAndPlaces {
  readonly chars: readonly string[];
  readonly at: readonly number[];
}

/** The text with such brackets where they belong; what is put in stands where that end ends. */
export function includedEnds({ chars, at }: TextAndPlaces): { chars: string[]; at: number[] } {
  const out: { chars: string[]; at: number[] } = { chars: [], at: [] };
  let from = 0;
  const copy = (to: number): void => {
    for (; from < to; from += 1) {
      out.chars.push(chars[from]!);
      out.at.push(at[from]!);
    }
  };
  for (const match of chars.join('').matchAll(RANGE)) {
    const [all, low, unit = '', , bracket, named] = match;
    if (named !== low) continue;
    copy(match.index + low!.length + unit.length);
    for (const char of INCLUDED) {
      out.chars.push(char);
      out.at.push(at[from - 1]!);
    }
    copy(match.index + all.length - bracket!.length);
    from += bracket!.length;
  }
  copy(chars.length);
  return out;
}

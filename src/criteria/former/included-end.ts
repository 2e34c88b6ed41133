/** 「80%-90%(含80%)」: the bracket behind a range names the end it speaks of; it is put behind that end, 「80%(含)-90%」. */
import { Rewriting, type Rewritten, type TextAndPlaces } from './rewritten';

const RANGE = /(?<![\d.])(\d+(?:\.\d+)?)(%|分)?([-~至])\d+(?:\.\d+)?(?:%|分)?(\(含(\d+(?:\.\d+)?)(?:%|分)?(?:本数)?\))/g;
const INCLUDED = '(含)';

/** The text with such brackets where they belong; what is put in stands where that end ends. */
export function includedEnds(text: TextAndPlaces): Rewritten {
  const rewriting = new Rewriting(text);
  for (const match of text.chars.join('').matchAll(RANGE)) {
    const [all, low, unit = '', , bracket, named] = match;
    if (named !== low) continue;
    const end = match.index + low!.length + unit.length;
    rewriting.copyTo(end);
    for (const char of INCLUDED) rewriting.put(char, end - 1);
    rewriting.copyTo(match.index + all.length - bracket!.length).drop(bracket!.length);
  }
  return rewriting.done();
}

/** From a text to its rule. Total and linear; depends on nothing but the text. */
import { clauseItemsOf } from './clauses';
import { factsOf } from '../facts';
import { flawsOf } from '../flaws';
import { isReason } from './impostors';
import { together } from './items';
import { lex } from './lexer';
import { spanOf } from './naming';
import { normalise } from './normalise';
import type { Criterion, Parsed, Span } from '../types';
import { leavesUnused } from '../unused';

/** Longer texts are documents, not criteria. */
const MOST_CHARS = 20_000;

/** Without one of these a text gives no points: the cheap first look. */
const SPEAKS_OF_POINTS = /分|扣|满|得|×|\*|÷|比例|执行率|否决|[%％][(（]含|100/;

export function nothing(text: string, whole: boolean): Parsed {
  const span: Span = [0, text.length];
  return { criterion: { kind: 'opaque', span }, understood: 'none', opaque: whole && text.length > 0 ? [span] : [], facts: [] };
}

function isEmpty(criterion: Criterion): boolean {
  return criterion.kind === 'opaque';
}

/** A text as this reader has it, checked. */
export function formerReading(text: string): Parsed {
  if (text.length > MOST_CHARS || !SPEAKS_OF_POINTS.test(text)) return nothing(text, text.length > MOST_CHARS);
  const normal = normalise(text);
  if (isReason(normal.text)) return nothing(text, true);
  const items = clauseItemsOf(lex(normal.text));
  const { criterion, opaque, understood } = together(normal, items, [0, text.length]);
  if (criterion === null) return nothing(text, false);
  const spans = opaque.map((reading): Span => spanOf(normal, reading.from, reading.to));
  if (isEmpty(criterion) && !understood) return { ...nothing(text, true), opaque: spans.length > 0 ? spans : [[0, text.length]] };
  return checked({ criterion, understood: spans.length === 0 ? 'whole' : 'part', opaque: spans, facts: factsOf(criterion) }, normal.text);
}

/** A reading that is flawed is understood in part at most. */
function checked(parsed: Parsed, normal: string): Parsed {
  const unused = parsed.understood === 'whole' && leavesUnused(parsed.criterion, normal);
  const flaws = [...flawsOf(parsed.criterion), ...(unused ? (['unused'] as const) : [])];
  return flaws.length === 0 ? parsed : { ...parsed, understood: 'part', flaws };
}

/** 「合同18份，按时签订16份」: a part and the whole it is a part of, where the rule divides the one by the other. */
import { Dec, wordsPattern } from '../../workbook';
import words from '../data/part-words.json';
import { anyWord, escaped, ofAnotherYear } from './word-patterns';

export interface PartAndWhole {
  readonly part: Dec;
  readonly whole: Dec;
}

const ENDING = new RegExp(`${anyWord(words.ending)}$`);
const LEAD = `${anyWord(words.lead)}*`;
const PART_LEAD = `${anyWord(words.partLead)}*`;
const FILL = `${anyWord(words.fill)}*`;
const FIGURE = `(\\d{1,9})(${wordsPattern(words.units)})`;
const LEADS = new RegExp(`^${anyWord([...words.lead, ...words.partLead])}`);
const EXCUSED = new RegExp(anyWord(words.excused));
/** What a part and its whole stand in: clauses, with nothing else in them. */
const CLAUSES = /[,;。()]/;

/** null where the text does not give both, once each, in one unit and of the year evaluated. */
export function partAndWhole(text: string, partLabel: string, wholeLabel: string, year: number | null): PartAndWhole | null {
  if (text === '' || ofAnotherYear(text, year) || EXCUSED.test(text)) return null;
  const whole = wholeLabel.replace(ENDING, '');
  const nouns = [whole, whole.replace(LEADS, '')].filter((noun) => noun.length >= 2);
  const [noun] = nouns.slice(-1);
  if (noun === undefined) return null;
  const done = partLabel
    .replace(ENDING, '')
    .replace(noun, '')
    .replace(/的$/, '')
    .replace(new RegExp(`^${PART_LEAD}`), '');
  if (done.length < 2 || done === partLabel) return null;
  const named = anyWord(nouns.map(escaped));
  const clauses = text.split(CLAUSES);
  const wholes = figuresIn(clauses, `^${LEAD}${named}${FILL}${FIGURE}$`);
  const parts = figuresIn(clauses, `^${PART_LEAD}${escaped(done)}的?${named}?${FILL}${FIGURE}$`);
  const [one, other] = [parts[0], wholes[0]];
  if (one === undefined || other === undefined || parts.length > 1 || wholes.length > 1 || one.unit !== other.unit) return null;
  return other.value.isZero() || one.value.gt(other.value) ? null : { part: one.value, whole: other.value };
}

function figuresIn(clauses: readonly string[], source: string): readonly { readonly value: Dec; readonly unit: string }[] {
  const pattern = new RegExp(source);
  return clauses.flatMap((clause) => {
    const match = pattern.exec(clause);
    return match === null ? [] : [{ value: new Dec(match[1]!), unit: match[2]! }];
  });
}

/** Comments, revisions, authors, text boxes, marks of ours: what a file holds beside its content. */
import type { BesideComment, BesideContent, BesideProperty } from '../document';
import { tidy } from '../workbook';
import words from './data/words.json';
import { personalNumbers } from './personal-numbers';
import { markCount, BESIDE_PARTS, PROPERTIES, TRACES } from './texts';
import type { Remark, RemarkPlace } from './types';

const GENERIC: ReadonlySet<string> = new Set(words.generic);
const LONGEST = 20;

const inPart = (part: string | null, sheet: string | null = null): RemarkPlace => ({ sheet, address: null, paragraph: null, part });

const placeOf = ({ sheet, at }: BesideComment): RemarkPlace => ({
  sheet,
  address: typeof at === 'string' ? at : null,
  paragraph: typeof at === 'number' ? at : null,
  part: at === null ? BESIDE_PARTS.comment : null,
});

const DIGITS = /[0-9０-９](?:[ -]?[0-9０-９]){9,}[Xx]?/g;

/** The beginning of a comment, long numbers in it masked. */
function quoted(text: string): string {
  const letters = [
    ...text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(DIGITS, (number) => '*'.repeat(number.length)),
  ];
  return letters.length === 0 ? '' : `「${letters.slice(0, LONGEST).join('')}${letters.length > LONGEST ? '…' : ''}」`;
}

function ofComment(comment: BesideComment): readonly Remark[] {
  const place = placeOf(comment);
  return [
    { code: comment.ours ? 'our-mark' : 'comment', place, shown: quoted(comment.text) },
    ...personalNumbers(comment.text).map(({ kind, shown }): Remark => ({ code: kind, place, shown })),
  ];
}

/** The first letter of a name, the others as stars. */
const maskedName = (name: string): string => {
  const letters = [...tidy(name)];
  return letters[0]! + '*'.repeat(Math.min(letters.length - 1, 3));
};

/** A name; programs and machines' own accounts are nobody's. */
function ofProperty({ of, value }: BesideProperty): readonly Remark[] {
  if (GENERIC.has(tidy(value).toLowerCase()) || !/[\p{L}]/u.test(value)) return [];
  return [{ code: 'author', place: inPart(PROPERTIES[of]), shown: of === 'company' ? tidy(value) : maskedName(value) }];
}

export function remarksBeside({ comments, texts, properties, revisedParagraphs, traces }: BesideContent): readonly Remark[] {
  return [
    ...texts.flatMap(({ where, sheet, text }) =>
      personalNumbers(text).map(({ kind, shown }): Remark => ({ code: kind, place: inPart(BESIDE_PARTS[where], sheet), shown })),
    ),
    ...comments.flatMap(ofComment),
    ...revisedParagraphs.map((paragraph): Remark => ({
      code: 'revision',
      place: { sheet: null, address: null, paragraph, part: null },
      shown: '',
    })),
    ...properties.flatMap(ofProperty),
    ...traces.map(({ of, name, count }): Remark => ({ code: 'our-mark', place: inPart(null, name), shown: markCount(TRACES[of], count) })),
  ];
}

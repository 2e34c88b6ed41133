/** What is in the paragraphs of a document. */
import type { DocumentBlock, DocumentSnapshot } from '../document';
import { personalNumbers } from './personal-numbers';
import { hiddenLetters } from './texts';
import type { Remark, RemarkPlace } from './types';

const placeAt = (paragraph: number | null): RemarkPlace => ({ sheet: null, address: null, paragraph, part: null });

interface Read {
  readonly text: string;
  /** What the cell's column and line are headed by; '' outside tables. */
  readonly around: string;
}

/** In document order, those of cells and empty ones counted. */
function paragraphsOf(block: DocumentBlock): readonly Read[] {
  if (block.is === 'paragraph') return [{ text: block.text, around: '' }];
  const heads = new Map<number, string>();
  return block.rows.flatMap((row, index) =>
    row.flatMap(({ paragraphs, col }, at) => {
      const text = paragraphs.join('');
      if (index === 0) heads.set(col, text);
      const around =
        index === 0 ? (row[at - 1]?.paragraphs.join('') ?? '') : `${heads.get(col) ?? ''}\n${row[at - 1]?.paragraphs.join('') ?? ''}`;
      return paragraphs.map((one) => ({ text: one, around }));
    }),
  );
}

export function remarksOnDocument({ blocks, hidden }: DocumentSnapshot): readonly Remark[] {
  const read = blocks.flatMap(paragraphsOf);
  return [
    ...read.flatMap(({ text, around }, at) =>
      personalNumbers(text, around).map(({ kind, shown }): Remark => ({ code: kind, place: placeAt(at + 1), shown })),
    ),
    ...(hidden > 0 ? [{ code: 'hidden-text' as const, place: placeAt(null), shown: hiddenLetters(hidden) }] : []),
  ];
}

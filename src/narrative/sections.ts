/** Headings with their numbers, and what several kinds of narrative have in common. */
import type { Model } from './model';
import { line, textOf, words, type Pieces } from './pieces';
import { flat, quoted } from './quoted';
import type { Block } from './types';

const CHINESE = '一二三四五六七八九十';
const LONGEST_GOAL = 400;

/** 一, 二, … 十, 十一, … */
export function chineseNumber(n: number): string {
  if (n <= 10) return CHINESE[n - 1]!;
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? CHINESE[tens - 1]! : ''}十${n % 10 === 0 ? '' : CHINESE[(n % 10) - 1]!}`;
}

export interface NarrativeSection {
  readonly slot: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const paragraph = (slot: string, pieces: Pieces): Block => ({ is: 'paragraph', slot, pieces });

/** A paragraph for each of these, known by its name; where there are none, what is said instead. */
export function perItem<T>(slot: string, paragraphs: readonly Pieces[], items: readonly T[], name: (item: T) => Pieces): readonly Block[] {
  return paragraphs.map((pieces, index) => {
    const item = items[index];
    return paragraph(item === undefined ? slot : `${slot}:${textOf(name(item))}`, pieces);
  });
}

/** The same blocks, those of one name told apart by their order. */
export function distinctSlots(blocks: readonly Block[]): readonly Block[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const count = (seen.get(block.slot) ?? 0) + 1;
    seen.set(block.slot, count);
    return count === 1 ? block : { ...block, slot: `${block.slot}#${count}` };
  });
}

/** Sections that have something to say, numbered. */
export function numberedSections(sections: readonly NarrativeSection[]): readonly Block[] {
  return sections
    .filter((section) => section.blocks.length > 0)
    .flatMap((section, index) => [
      {
        is: 'heading',
        slot: `heading:${section.slot}`,
        level: 1,
        pieces: [words(`${chineseNumber(index + 1)}、${section.title}`)],
      } as const,
      ...section.blocks,
    ]);
}

/** What the unit wrote under 实际完成情况, as it stands; null where it wrote nothing. */
export function goalsParagraph({ scoreTable }: Model): Pieces | null {
  const slot = scoreTable.goals?.achieved;
  const text = slot?.value == null ? '' : flat(slot.value);
  if (slot === undefined || text === '') return null;
  return line('表中填写的实际完成情况为：', quoted(text, slot, scoreTable, LONGEST_GOAL), '。');
}

/** The narrative as plain text, ready to paste. */
import { lengthOf, textOf } from './pieces';
import type { Block, Narrative } from './types';

const INDENT = '　　';

/** Headings and paragraphs, table columns parted by tabs; ends with a line break. */
export function narrativeText(narrative: Narrative): string {
  const boxes = narrative.boxes.map((box) => `${box.title}（${lengthOf(box.pieces)}字，限${box.limit}字）\n${textOf(box.pieces)}\n`);
  const body = narrative.boxes.length > 0 ? boxes.join('\n') : `${narrative.blocks.map(blockText).join('\n')}\n`;
  return `${textOf(narrative.title)}\n\n${body.replace(/^\n/, '')}`;
}

function blockText(block: Block): string {
  switch (block.is) {
    case 'heading':
      return block.level === 1 ? `\n${textOf(block.pieces)}` : `${INDENT}${textOf(block.pieces)}`;
    case 'paragraph':
      return `${INDENT}${textOf(block.pieces)}`;
    case 'table':
      return block.rows.map((row) => row.map(textOf).join('\t')).join('\n');
  }
}

/** What to say before the text is copied or written; null where nothing is open. */
export function pendingNotice({ pending }: Pick<Narrative, 'pending'>): string | null {
  const parts = [pending.fill === 0 ? '' : `【待填】${pending.fill}处`, pending.check === 0 ? '' : `【待核】${pending.check}处`].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? null : `文中还有${parts.join('、')}，请补充、核实后再使用。`;
}

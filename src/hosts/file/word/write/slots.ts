/**
 * How a block of ours is known in a document: a hidden bookmark `_jh_<slot>_<text>`, both as short codes. What its paragraph says
 * now against what the bookmark says it said tells whether somebody has worked on it.
 */
import { shortCode } from '../../../../workbook';
import type { ContentBlock, ContentRun } from '../../../../document';
import { withoutBad } from '../../editor/xml-write';

const LETTERS = 10;
const NAME = /^_jh_([0-9A-Z]{10})_([0-9A-Z]{10})$/;

export interface SlotName {
  readonly slot: string;
  readonly text: string;
}

export const slotCode = (slot: string): string => shortCode(slot, LETTERS);
export const textCode = (text: string): string => shortCode(text, LETTERS);
export const bookmarkName = ({ slot, text }: SlotName): string => `_jh_${slot}_${text}`;

/** null for bookmarks of others. */
export function slotNameOf(bookmark: string): SlotName | null {
  const match = NAME.exec(bookmark);
  return match === null ? null : { slot: match[1]!, text: match[2]! };
}

/** As it stands in the document once written. */
export const plainText = (runs: readonly ContentRun[]): string => withoutBad(runs.map(({ text }) => text).join('')).replace(/\r\n?/g, '\n');

/** The text of a block as a reader of the document has it: cells parted by tabs, rows by line ends. */
export function slotText(block: ContentBlock): string {
  if (block.is !== 'table') return plainText(block.runs);
  return block.rows.map((row) => row.map(({ runs }) => plainText(runs)).join('\t')).join('\n');
}

export const slotNameFor = (block: ContentBlock): SlotName => ({ slot: slotCode(block.slot), text: textCode(slotText(block)) });

/** A Word document from content, in the form of official documents. The same content gives the same bytes. */
import type { DocumentContent } from '../../../../document';
import { utf8 } from '../../editor/xml-write';
import { writeZip } from '../../zip-writer';
import { blockXml, Pen } from './blocks';
import { COMMENTS_PART, commentsPart, rangeEnd, rangeStart } from './comments';
import { contentTypesPart, corePart, documentRelations, footerPart, PACKAGE_RELATIONS, SECTION, SETTINGS_PART } from './frame-parts';
import { CUSTOM_PART, packageSum, recordPart } from './record';
import { type DocumentRemarks, type PendingCounts, pendingIn } from './remarks';
import { slotText, slotCode } from './slots';
import { FONTS_PART, OWN_STYLES, STYLES_PART, W, XML_HEAD } from './styles-part';

export interface WrittenDocument {
  readonly bytes: Uint8Array;
  readonly pending: PendingCounts;
}

const RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

function bodyOf({ blocks }: DocumentContent, comment: boolean): string {
  const pen = new Pen(0, OWN_STYLES);
  const xml = blocks.map((block, index) => blockXml(block, pen, index === 0));
  // A table at the end would have nothing to stand before.
  const last = blocks.at(-1)?.is === 'table' || blocks.length === 0 ? '<w:p/>' : '';
  if (comment && xml[0] !== undefined) xml[0] = commented(xml[0]);
  return `${xml.join('')}${last}`;
}

/** The first paragraph with comment 0 around what it says. */
function commented(paragraph: string): string {
  const from = paragraph.indexOf('<w:bookmarkStart');
  const to = paragraph.lastIndexOf('</w:p>');
  return `${paragraph.slice(0, from)}${rangeStart(0)}${paragraph.slice(from, to)}${rangeEnd(0)}${paragraph.slice(to)}`;
}

export function writeDocument(content: DocumentContent, remarks: DocumentRemarks): WrittenDocument {
  const pending = pendingIn(content.blocks.map(slotText));
  const comment = content.blocks[0]?.is === 'title' ? remarks.pending(pending) : null;
  const has = comment !== null;
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypesPart(has)],
    ['_rels/.rels', PACKAGE_RELATIONS],
    ['word/document.xml', `${XML_HEAD}<w:document ${W} ${RELATIONS}><w:body>${bodyOf(content, has)}${SECTION}</w:body></w:document>`],
    ['word/_rels/document.xml.rels', documentRelations(has)],
    ['word/styles.xml', STYLES_PART],
    ['word/settings.xml', SETTINGS_PART],
    ['word/fontTable.xml', FONTS_PART],
    ['word/footer1.xml', footerPart('right')],
    ['word/footer2.xml', footerPart('left')],
    ...(has ? [[COMMENTS_PART, commentsPart([{ id: 0, text: comment }])] as const] : []),
    ['docProps/core.xml', corePart(content.title)],
  ];
  const codes = content.blocks.map(({ slot }) => slotCode(slot));
  const packed = parts.map(([name, text]) => [name, utf8(text)] as const);
  const sum = packageSum(writeZip(packed));
  return { bytes: writeZip([...packed, [CUSTOM_PART, recordPart(codes, sum)]]), pending };
}

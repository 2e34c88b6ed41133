import type { Traces } from '../../port';
import { DEFAULT_LIMITS } from '../limits';
import { findWorkbookPart, relationshipsOf, type PartSource } from '../package-parts';
import { sniff } from '../sniff';
import { START } from '../xml-scanner';
import { ZipContainer } from '../zip-container';
import { partOutline } from './outline';
import { PartPatch } from './part-patch';
import { holdsText, sortComments, TAG_BYTES } from './strip';
import { readSheetTag, SHEET_NAME, TAG } from '../../../workbook';
import { children, WorkbookPart, worksheetsOf } from './workbook-part';

const NONE: Traces = { marks: 0, notes: 0, sheets: [], settings: false };

/** What of ours a workbook's bytes hold, found by our tags, whoever saved it last. @throws UnreadableError when it is damaged */
export function tracesIn(bytes: Uint8Array): Traces {
  if (sniff(bytes) !== 'xlsx') return NONE;
  const zip = new ZipContainer(bytes, DEFAULT_LIMITS);
  const bookPart = findWorkbookPart(zip);
  const book = new WorkbookPart(new PartPatch(zip.part(bookPart)!, bookPart));
  const sheets = book.names.flatMap(({ name, sheet, text }) => {
    const tag = name === SHEET_NAME && sheet !== null ? readSheetTag(text) : null;
    return tag !== null && book.sheets[sheet!]?.name === tag.given ? [tag.given] : [];
  });
  let marks = 0;
  let notes = 0;
  for (const { part } of worksheetsOf(zip, bookPart, book.sheets)) {
    marks += marksIn(zip, part);
    notes += notesIn(zip, part);
  }
  return { marks, notes, sheets, settings: false };
}

function marksIn(zip: PartSource, part: string): number {
  const bytes = zip.part(part);
  if (bytes === undefined) return 0;
  const patch = new PartPatch(bytes, part);
  if (!holdsText(patch.text, TAG_BYTES)) return 0;
  let marks = 0;
  partOutline(patch.text, part, (xml) => {
    if (!xml.is('conditionalFormatting')) return;
    const areas = (xml.attr('sqref') ?? '').trim().split(/\s+/).length;
    children(xml, 'cfRule', () => {
      const floor = xml.depth;
      let tagged = false;
      if (!xml.selfClosing)
        while (xml.depth >= floor) if (xml.next() === START && xml.is('formula')) tagged ||= xml.readText().includes(TAG);
      if (tagged) marks += areas;
    });
  });
  return marks;
}

function notesIn(zip: PartSource, part: string): number {
  const comments = relationshipsOf(zip, part).find((one) => one.kind === 'comments' && !one.external && zip.has(one.target));
  return comments === undefined ? 0 : sortComments(new PartPatch(zip.part(comments.target)!, comments.target)).ours.length;
}

/**
 * Our text written anew into a document somebody has worked on. What he wrote, changed, moved or took out stays as he has it;
 * only blocks of ours that nobody touched are written anew.
 */
import type { ContentBlock, DocumentContent } from '../../../../document';
import { openPart, relationshipsOf } from '../../package-parts';
import { EOF, START } from '../../xml-scanner';
import { rewriteZip } from '../../zip-writer';
import { blockXml, Pen, runsXml } from './blocks';
import { type Place, type TablePlace } from './body-map';
import type { SlotMark, ParagraphPlace } from './places';
import { DocumentDraft, DocumentNotWritable, type NotWritable } from './document-draft';
import { WORD_TYPES } from './frame-parts';
import { CUSTOM_PART, packageSum, readDocumentRecord, recordPart, renewedRecord } from './record';
import { type DocumentRemarks, type PendingCounts, pendingIn } from './remarks';
import { slotText, bookmarkName, plainText, slotCode, slotNameFor, textCode } from './slots';

/** Blocks by what became of them. `kept`: worked on by somebody, `differs` of them say what the sheet no longer does. */
export interface MergeCounts {
  readonly same: number;
  readonly renewed: number;
  readonly added: number;
  readonly removed: number;
  readonly kept: number;
  readonly differs: number;
}

export type MergedDocument =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly pending: PendingCounts;
      readonly counts: MergeCounts;
      /** What somebody took out and what is not written again, as it would read now. */
      readonly leftOut: readonly string[];
    }
  /** unknown: nothing of ours is left in it, so nobody can say what is his. */
  | { readonly ok: false; readonly why: NotWritable | 'unknown' };

interface Found {
  readonly place: Place;
  readonly mark: SlotMark;
}

class Merge {
  readonly counts = { same: 0, renewed: 0, added: 0, removed: 0, kept: 0, differs: 0 };
  readonly leftOut: string[] = [];
  /** Slots that are still ours to know of. */
  private readonly known: string[] = [];
  private readonly found = new Map<string, Found>();
  private readonly texts = new Map<Place, string>();
  private readonly inserted: string[] = [];
  private readonly gone: Place[] = [];
  private readonly comments: (readonly [ParagraphPlace, string])[] = [];
  private readonly pen: Pen;

  constructor(
    private readonly draft: DocumentDraft,
    private readonly remarks: DocumentRemarks,
    private readonly written: ReadonlySet<string>,
  ) {
    for (const place of draft.map.places) {
      this.texts.set(place, place.text);
      for (const mark of place.marks) if (!this.found.has(mark.slot)) this.found.set(mark.slot, { place, mark });
    }
    this.pen = new Pen(draft.map.nextBookmark, stylesOf(draft));
  }

  get knowsNothing(): boolean {
    return this.found.size === 0;
  }

  run(content: DocumentContent): void {
    const codes = new Set(content.blocks.map(({ slot }) => slotCode(slot)));
    this.place(content.blocks);
    for (const [slot, found] of this.found) if (!codes.has(slot)) this.withoutSubject(slot, found);
  }

  private place(blocks: readonly ContentBlock[]): void {
    let anchor: Place | null = null;
    let waiting: string[] = [];
    for (const block of blocks) {
      const code = slotCode(block.slot);
      this.known.push(code);
      const found = this.found.get(code);
      if (found !== undefined) {
        if (waiting.length > 0) this.draft.insert(found.place.from, waiting.join(''));
        waiting = [];
        anchor = found.place;
        this.settle(block, found);
      } else if (this.written.has(code)) this.leftOut.push(slotText(block));
      else {
        this.counts.added += 1;
        this.inserted.push(slotText(block));
        const xml = blockXml(block, this.pen, false);
        if (anchor === null) waiting.push(xml);
        else this.draft.insert(anchor.to, xml);
      }
    }
    if (waiting.length > 0) this.draft.insert(this.draft.map.end, waiting.join(''));
  }

  private settle(block: ContentBlock, { place, mark }: Found): void {
    const name = slotNameFor(block);
    const now = textCode(place.text);
    const untouched = now === mark.text && place.plain;
    if (name.text === mark.text || now === name.text) this.counts[untouched ? 'same' : 'kept'] += 1;
    else if (untouched && this.renew(block, place)) {
      this.draft.replace(mark.name.from, mark.name.to, bookmarkName(name));
      this.texts.set(place, slotText(block));
      this.counts.renewed += 1;
    } else {
      this.counts.kept += 1;
      this.counts.differs += 1;
      this.comment(place, this.remarks.differs(slotText(block)));
    }
  }

  private renew(block: ContentBlock, place: Place): boolean {
    if (block.is === 'table') return place.is === 'table' && this.renewTable(block, place);
    if (place.is === 'table') return false;
    this.rewrite(place, block.runs);
    return true;
  }

  /** The runs of a paragraph give way to others that look like its first. */
  private rewrite(place: ParagraphPlace, runs: Parameters<typeof runsXml>[0]): void {
    const xml = runsXml(runs, place.look);
    const [first, ...others] = place.runs;
    if (first === undefined) this.draft.insert(place.inner.to, xml);
    else this.draft.replace(first.from, first.to, xml);
    for (const { from, to } of others) this.draft.replace(from, to, '');
  }

  /** Only tables of the same shape: a row that came or went is shown to him instead. */
  private renewTable({ rows }: Extract<ContentBlock, { is: 'table' }>, { cells }: TablePlace): boolean {
    const sameShape = rows.length === cells.length && rows.every((row, at) => row.length === cells[at]!.length);
    if (!sameShape || cells.some((row) => row.includes(null))) return false;
    rows.forEach((row, at) => {
      row.forEach(({ runs }, column) => {
        const place = cells[at]![column]!;
        if (plainText(runs) !== place.text) this.rewrite(place, runs);
      });
    });
    return true;
  }

  /** What the sheet no longer speaks of goes, unless somebody has worked on it. */
  private withoutSubject(slot: string, { place, mark }: Found): void {
    if (place.marks.length > 1 || textCode(place.text) !== mark.text || !place.plain) {
      this.known.push(slot);
      this.counts.kept += 1;
      this.counts.differs += 1;
      this.comment(place, this.remarks.gone);
      return;
    }
    const { draft } = this;
    const within = (at: number): boolean => at >= place.from && at < place.to;
    draft.replace(place.from, place.to, '');
    const end = draft.map.bookmarkEnds.get(mark.id);
    for (const loose of [mark.element, ...(end === undefined ? [] : [end])])
      if (!within(loose.from)) draft.replace(loose.from, loose.to, '');
    this.counts.removed += 1;
    this.gone.push(place);
    this.texts.delete(place);
  }

  private comment(place: Place, text: string): void {
    const paragraph = place.is === 'paragraph' ? place : place.cells.flat().find((cell) => cell !== null);
    if (paragraph != null) this.comments.push([paragraph, text]);
  }

  finish(): { readonly bytes: Uint8Array; readonly pending: PendingCounts } {
    const pending = pendingIn([...this.texts.values(), ...this.inserted]);
    const covered = (at: number): boolean => this.gone.some(({ from, to }) => at >= from && at < to);
    this.draft.dropOwnComments(covered);
    const open = this.remarks.pending(pending);
    const title = this.draft.map.places.find((place) => place.is === 'paragraph' && place.marks.length > 0 && !this.gone.includes(place));
    if (open !== null && title?.is === 'paragraph') this.draft.commentOn(title, open);
    for (const [place, text] of this.comments) this.draft.commentOn(place, text);
    return { bytes: recorded(this.draft, this.known), pending };
  }
}

/** Ids of paragraph and table styles by their names in small letters. */
function stylesOf({ zip, main }: DocumentDraft): ReadonlyMap<string, string> {
  const part = relationshipsOf(zip, main).find(({ kind, external }) => kind === 'styles' && !external)?.target;
  const xml = part === undefined ? undefined : openPart(zip, part);
  const ids = new Map<string, string>();
  if (xml === undefined) return ids;
  let id = '';
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('style')) id = xml.attr('styleId') ?? '';
    else if (xml.is('name') && id !== '') ids.set((xml.attr('val') ?? '').toLowerCase(), id);
  }
  return ids;
}

/** The package with our record in it, which holds the checksum of all the rest. */
function recorded(draft: DocumentDraft, codes: readonly string[]): Uint8Array {
  const old = draft.zip.part(CUSTOM_PART);
  if (old === undefined) {
    draft.types.declare(CUSTOM_PART, WORD_TYPES.custom, false);
    draft.relations.add('', 'custom-properties', CUSTOM_PART, false);
  }
  const bytes = draft.finish();
  const sum = packageSum(bytes);
  if (old === undefined) return rewriteZip(bytes, new Map(), [[CUSTOM_PART, recordPart(codes, sum)]]);
  return rewriteZip(bytes, new Map([[CUSTOM_PART.toLowerCase(), renewedRecord(old, codes, sum)]]), []);
}

/**
 * @param old a document of ours that somebody may have worked on
 * @throws UnreadableError where it cannot be read
 */
export function mergeDocument(old: Uint8Array, content: DocumentContent, remarks: DocumentRemarks): MergedDocument {
  try {
    const draft = new DocumentDraft(old);
    const merge = new Merge(draft, remarks, readDocumentRecord(draft.zip)?.slots ?? new Set());
    if (merge.knowsNothing) return { ok: false, why: 'unknown' };
    merge.run(content);
    return { ok: true, ...merge.finish(), counts: merge.counts, leftOut: merge.leftOut };
  } catch (error) {
    if (error instanceof DocumentNotWritable) return { ok: false, why: error.why };
    throw error;
  }
}

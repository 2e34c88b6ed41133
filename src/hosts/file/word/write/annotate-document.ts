/** A copy of a received document with comments at places of its text. Its words, and all parts but those of the comments, stay as they are. */
import { pushTo } from '../../../../workbook';
import type { DocumentSnapshot } from '../../../../document';
import type { Removal } from '../../editor/part-patch';
import { escapeText, utf8 } from '../../editor/xml-write';
import { ZipContainer } from '../../zip-container';
import { DEFAULT_LIMITS } from '../../limits';
import { rewriteZip } from '../../zip-writer';
import { readDocx } from '../read-docx';
import type { ParagraphPlace, RunPlace } from './places';
import { rangeEnd, rangeStart } from './comments';
import { DocumentDraft, DocumentNotWritable, type NotWritable } from './document-draft';
import { packageSum, sumRemark } from './record';

/** A comment on some words of a paragraph. */
export interface DocumentNote {
  /** 1-based among all paragraphs as they are read, those of cells and empty ones counted; null: on the first that says something. */
  readonly paragraph: number | null;
  /** Code units in its text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export type AnnotatedDocument =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly placed: number;
      /** Their paragraphs were not found again: in text boxes, or with hidden words in them. */
      readonly notPlaced: number;
      readonly main: string;
      /** How the main part is made what it was again. */
      readonly removals: readonly Removal[];
    }
  | { readonly ok: false; readonly why: NotWritable };

/** All paragraphs in the order in which they are counted. */
function textsOf({ blocks }: DocumentSnapshot): readonly string[] {
  return blocks.flatMap((block) => (block.is === 'paragraph' ? [block.text] : block.rows.flat().flatMap((cell) => [...cell.paragraphs])));
}

/** The paragraph of a number: the same words, and as many of these words before it. */
class Finder {
  private readonly byText = new Map<string, ParagraphPlace[]>();
  /** How many of the same words come before each text. */
  private readonly before: readonly number[];
  private readonly alike = new Map<string, number>();

  constructor(
    private readonly texts: readonly string[],
    places: readonly ParagraphPlace[],
  ) {
    for (const place of places) {
      const among = this.byText.get(place.text);
      if (among === undefined) this.byText.set(place.text, [place]);
      else among.push(place);
    }
    this.before = texts.map((text) => {
      const before = this.alike.get(text) ?? 0;
      this.alike.set(text, before + 1);
      return before;
    });
  }

  find(paragraph: number | null): ParagraphPlace | null {
    const index = paragraph === null ? this.texts.findIndex((text) => text.trim() !== '') : paragraph - 1;
    const text = this.texts[index];
    if (text === undefined || text === '') return null;
    const among = this.byText.get(text) ?? [];
    return among.length === this.alike.get(text) ? (among[this.before[index]!] ?? null) : null;
  }
}

interface Cut {
  readonly at: number;
  readonly markup: string;
}

/** Where comments begin and end within runs; each run is written once. */
class Cuts {
  private readonly inside = new Map<RunPlace, Cut[]>();

  constructor(private readonly draft: DocumentDraft) {}

  add(run: RunPlace, at: number, markup: string, ends: boolean): void {
    const within = at - run.start;
    if (within <= 0 || (!run.words && !ends)) this.draft.insert(run.from, markup);
    else if (within >= run.text.length || !run.words) this.draft.insert(run.to, markup);
    else pushTo(this.inside, run, { at: within, markup });
  }

  finish(): void {
    for (const [run, cuts] of this.inside) this.draft.replace(run.from, run.to, this.parted(run, cuts));
  }

  private parted(run: RunPlace, cuts: readonly Cut[]): string {
    const head = this.draft.slice(run.head);
    const piece = (from: number, to: number): string =>
      from === to ? '' : `${head}<w:t xml:space="preserve">${escapeText(run.text.slice(from, to))}</w:t></w:r>`;
    let at = 0;
    let xml = '';
    for (const cut of [...cuts].sort((a, b) => a.at - b.at)) {
      xml += piece(at, cut.at) + cut.markup;
      at = cut.at;
    }
    return xml + piece(at, run.text.length);
  }
}

function place(note: DocumentNote, paragraph: ParagraphPlace, draft: DocumentDraft, cuts: Cuts): void {
  const whole = note.paragraph === null || note.to <= note.from;
  const first = paragraph.runs.find((run) => run.start + run.text.length > note.from);
  const last = [...paragraph.runs].reverse().find((run) => run.start < note.to && run.text !== '');
  if (whole || first === undefined || last === undefined) {
    draft.commentOn(paragraph, note.text);
    return;
  }
  const id = draft.newComment(note.text);
  cuts.add(first, note.from, rangeStart(id), false);
  cuts.add(last, note.to, rangeEnd(id), true);
}

/** With the sum by which the copy is known until somebody saves it. */
function sealed(bytes: Uint8Array, comments: string): Uint8Array {
  const part = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new ZipContainer(bytes, DEFAULT_LIMITS).part(comments));
  const end = part.lastIndexOf('</');
  const text = `${part.slice(0, end)}${sumRemark(packageSum(bytes, comments))}${part.slice(end)}`;
  return rewriteZip(bytes, new Map([[comments.toLowerCase(), utf8(text)]]), []);
}

/** @throws UnreadableError where it cannot be read */
export function annotateDocument(original: Uint8Array, notes: readonly DocumentNote[]): AnnotatedDocument {
  try {
    const draft = new DocumentDraft(original);
    const finder = new Finder(textsOf(readDocx(original)), draft.map.paragraphs);
    const cuts = new Cuts(draft);
    let placed = 0;
    for (const note of notes) {
      const paragraph = finder.find(note.paragraph);
      if (paragraph === null) continue;
      place(note, paragraph, draft, cuts);
      placed += 1;
    }
    cuts.finish();
    const bytes = draft.finish();
    const comments = placed === 0 ? null : draft.commentsPart;
    const { main, removals } = draft;
    return {
      ok: true,
      bytes: comments === null ? bytes : sealed(bytes, comments),
      placed,
      notPlaced: notes.length - placed,
      main,
      removals,
    };
  } catch (error) {
    if (error instanceof DocumentNotWritable) return { ok: false, why: error.why };
    throw error;
  }
}

/** Documents made of small forms, and what somebody does to them in Word, done on their XML. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Assessment } from '../../src/assessment';
import { assess } from '../../src/assessment/assess';
import { writeDocument, type WrittenDocument } from '../../src/hosts/file';
import { reportContent, REPORT_REMARKS, type ReportNames } from '../../src/papers';
import { recognise } from '../../src/recognition';
import type { Rows } from '../narrative/forms';
import { parseXml } from '../support/strict-xml';
import { bookOf, sheetOf } from '../support/sheets';

export function assessed(...sheets: readonly Rows[]): readonly Assessment[] {
  const book = bookOf(sheets.map((rows, index) => sheetOf(`评分表${index + 1}`, rows)));
  return recognise(book).tables.map((table, index) => assess(table, book, { first: index === 0 }));
}

export const contentOf = (rows: Rows, names?: ReportNames) => reportContent(assessed(rows), names);

export const writtenFrom = (rows: Rows, names?: ReportNames): WrittenDocument => writeDocument(contentOf(rows, names), REPORT_REMARKS);

/** The form with some cells otherwise, by row and column. */
export const changedForm = (rows: Rows, cells: readonly (readonly [number, number, string | number | null])[]): Rows =>
  rows.map((row, at) => row.map((cell, col) => cells.find(([r, c]) => r === at && c === col)?.[2] ?? cell));

export const parts = (bytes: Uint8Array): Readonly<Record<string, Uint8Array>> => unzipSync(bytes);
export const partText = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name]!);

/** The document with its main part otherwise, as if it had been saved by another program. */
export function edited(bytes: Uint8Array, change: (xml: string) => string, name = 'word/document.xml'): Uint8Array {
  const all = unzipSync(bytes);
  const before = strFromU8(all[name]!);
  const after = change(before);
  if (after === before) throw new Error('nothing was changed');
  return zipSync({ ...all, [name]: strToU8(after) });
}

/** The paragraph that says this, as XML. */
export function paragraphWith(xml: string, words: string): string {
  const found = xml.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)?.filter((one) => one.replace(/<[^>]+>/g, '').includes(words)) ?? [];
  if (found.length !== 1) throw new Error(`${found.length} paragraphs with ${words}`);
  return found[0]!;
}

/** Every part parses, and every part that is named is there. */
export function expectWellFormed(bytes: Uint8Array): void {
  const all = unzipSync(bytes);
  for (const [name, part] of Object.entries(all)) if (/\.(?:xml|rels)$/.test(name)) parseXml(part);
  const types = parseXml(all['[Content_Types].xml']!);
  for (const child of types.children) {
    const named = child.attrs.get('PartName');
    if (named !== undefined) expect(Object.keys(all)).toContain(named.slice(1));
  }
  for (const relation of parseXml(all['word/_rels/document.xml.rels']!).children)
    if (relation.attrs.get('TargetMode') !== 'External') expect(Object.keys(all)).toContain(`word/${relation.attrs.get('Target')!}`);
}

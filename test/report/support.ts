import { readDocument, readPlainText, readWorkbook } from '../../src/hosts/file';
import { readReport, type ReportFinding, type ReportReading } from '../../src/report';
import type { DocumentSnapshot } from '../../src/document';
import { a1, oncePerObject } from '../../src/workbook';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { auditedBook } from '../support/audited';

export interface Read {
  readonly book: WorkbookSnapshot;
  readonly reading: ReportReading;
}

/** A book is held against many reports. */
const audited = oncePerObject((book: WorkbookSnapshot) => auditedBook(book));

export function held(document: DocumentSnapshot, book: WorkbookSnapshot): Read {
  return { book, reading: readReport(document, { book, assessments: audited(book) }) };
}

export async function heldBytes(report: Uint8Array, sheet: Uint8Array): Promise<Read> {
  return held(readDocument(report)!, await readWorkbook(sheet));
}

export const heldText = (text: string, book: WorkbookSnapshot): Read => held(readPlainText(text), book);

/** 「mandatory report-total 97.5」: severity, code and the words it is about, information left out. */
export const told = ({ reading }: Read): readonly string[] =>
  reading.findings.filter(({ severity }) => severity !== 'info').map((one) => `${one.severity} ${one.code} ${quoted(one)}`);

export function quoted({ place }: ReportFinding): string {
  return place === null ? '-' : place.line.text.slice(place.from, place.to);
}

export function cellOf({ cell }: ReportFinding, book: WorkbookSnapshot): string | null {
  return cell === null ? null : `${book.sheets[cell.sheet]!.name}!${a1(cell.row, cell.col)}`;
}

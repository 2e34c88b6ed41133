import { CHECKS } from '../../checks';
import { newWorkbook } from '../../hosts/file';
import { messagesOf } from '../../assessment';
import { Collected, type Digest, summarySheets } from '../../results';
import type { Document } from './document';

/** A summary workbook: of each table only what the summary needs is kept, and the workbook is made at the end. */
export class SummaryDocument implements Document {
  private readonly collected = new Collected();

  open(): string {
    return '';
  }

  entry(piece: string): string {
    this.collected.add(JSON.parse(piece) as Digest);
    return '';
  }

  close(): Uint8Array {
    return newWorkbook(summarySheets(this.collected, messagesOf(CHECKS)));
  }
}

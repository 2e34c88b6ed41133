import { CHECKS } from '../../checks';
import { newWorkbook } from '../../hosts/file';
import { messagesOf } from '../../assessment';
import { Collected, type Digest, rosterSheets, summarySheets } from '../../results';
import type { PassedFiles } from '../shard';
import type { Document, Whole } from './document';

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

  close(_: PassedFiles, whole?: Whole): Uint8Array {
    const sheets = summarySheets(this.collected, messagesOf(CHECKS));
    return newWorkbook(whole?.roster == null ? sheets : [...sheets, ...rosterSheets(whole.roster)]);
  }
}

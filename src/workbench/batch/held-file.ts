import { type ReadOptions, readWorkbook } from '../../hosts/file';
import { type WorkbookData, workbookFromData, type WorkbookSnapshot } from '../../workbook';

/** `book`: where another reader has read it already. */
export interface HeldFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly book?: WorkbookData;
}

/** @throws UnreadableError */
export const bookIn = async ({ bytes, book }: HeldFile, read: ReadOptions): Promise<WorkbookSnapshot> =>
  book === undefined ? readWorkbook(bytes, read) : workbookFromData(book);

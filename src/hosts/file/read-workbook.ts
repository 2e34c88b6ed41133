import { type SheetData, UnreadableError, workbookFromData, type WorkbookSnapshot } from '../../workbook';
import { CompoundFile, isCompoundFile } from './compound-file';
import { archivePages } from './html/archive';
import { pageText } from './html/decode';
import { readPage } from './html/read-page';
import { limitsOf, type Limits } from './limits';
import { oldWorkbook } from './old-workbook';
import { readDelimited } from './read-text';
import { readXlsx } from './read-xlsx';
import { sniff } from './sniff';

export interface ReadOptions {
  /** Reads .xls, .et, .xlsb and XML tables after they were looked through. Without it such files are refused. */
  readonly legacy?: (old: Uint8Array) => Promise<WorkbookSnapshot>;
  readonly limits?: Partial<Limits>;
}

/**
 * Reads a workbook of any kind we know, told by its content and never by its name.
 * @throws UnreadableError with the reason; nothing else
 */
export async function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): Promise<WorkbookSnapshot> {
  const kind = sniff(bytes);
  const limits = limitsOf(options.limits);
  switch (kind) {
    case 'xlsx':
      return readXlsx(bytes, options.limits);
    case 'xls':
    case 'xml': {
      const old = oldWorkbook(bytes, kind, limits);
      if (options.legacy === undefined) throw new UnreadableError('legacy-unreadable');
      return options.legacy(old);
    }
    case 'html':
    case 'web-archive':
      return ofSheets(readPages(bytes, kind, limits));
    case 'text':
      return ofSheets([readDelimited(bytes, limits)]);
    case 'empty':
      throw new UnreadableError('empty-file');
    case 'encrypted':
      throw new UnreadableError(isOldBook(bytes) ? 'encrypted-old' : 'encrypted');
    case 'ods':
      throw new UnreadableError('other-format', 'OpenDocument，.ods');
    case 'other':
      throw new UnreadableError('unknown-content');
    default:
      throw new UnreadableError('not-spreadsheet');
  }
}

/** A binary workbook encrypts its records; a newer one is a package inside the container. */
const isOldBook = (bytes: Uint8Array): boolean => isCompoundFile(bytes) && new CompoundFile(bytes).find('Workbook') !== undefined;

const ofSheets = (sheets: readonly SheetData[]): WorkbookSnapshot => workbookFromData({ sheets, externalLinks: [], date1904: false });

function readPages(bytes: Uint8Array, kind: 'html' | 'web-archive', limits: Limits): SheetData[] {
  if (bytes.length > limits.oldBytes) throw new UnreadableError('inflates-too-large');
  if (kind === 'html') return readPage(pageText(bytes), limits);
  // Pages of an archive that hold no table are frames and lists of sheets.
  const pages = archivePages(bytes).filter((page) => /<table[\s>]/i.test(page));
  if (pages.length === 0) throw new UnreadableError('not-spreadsheet');
  return readPage(pages.join('\n'), limits);
}

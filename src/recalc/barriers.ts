/** Cells that are never written, whatever the arithmetic says. */
import { type Addr, type CellValue, inRect, type WorkbookSnapshot, wordsPattern } from '../workbook';
import words from './data/signature-words.json';

/** A place to sign or seal: 「单位负责人（签字）：」, 「填报单位（盖章）：某局」, 「（公章）」; not a text that speaks of seals. */
const SIGNATURE = new RegExp(`^[（(]?(?:.{0,8}${wordsPattern(words.signed)})?[（(]?(?:签字|签名|签章|盖章|公章)[）)]?(?:[:：].{0,16}|_*)$`);

/** locked: on a protected sheet · covered: hidden under a merged cell · signature: in a signature line; null: may be written. */
export function barrierOf(book: WorkbookSnapshot, at: Addr): 'locked' | 'covered' | 'signature' | null {
  const sheet = book.sheets[at.sheet];
  if (sheet === undefined) return 'covered';
  if (sheet.protected && sheet.locked(at.row, at.col) === true) return 'locked';
  if (sheet.merges.some((rect) => inRect(rect, at.row, at.col) && (rect.top !== at.row || rect.left !== at.col))) return 'covered';
  for (const [, cell] of sheet.cellsOfRow(at.row)) if (isSignature(cell.value)) return 'signature';
  return null;
}

function isSignature(value: CellValue): boolean {
  return typeof value === 'string' && value.length <= 40 && SIGNATURE.test(value.replace(/\s+/g, ''));
}

/** Cells that are never written, whatever the arithmetic says. */
import { inRect } from '../../workbook/address';
import type { Addr, CellValue, WorkbookSnapshot } from '../../workbook/types';

/** The labels of a signature line: who filled the form in, who answers for it, the seal. */
const SIGNATURE = /^[（(]?(?:(?:单位|部门|项目|科室|主管|财务|分管)?(?:负责人|领导|主管)|填报人|填表人|填报单位|制表人?|经办人|审核人|复核人|评价人|签字|签名|签章|盖章|公章)[^一-龥]{0,4}(?:[（(]?(?:签字|签名|签章|盖章|公章)[）)]?)?[:：_\s]*$/;

/** locked: on a protected sheet · covered: hidden under a merged cell · signature: in a signature line; null: may be written. */
export function barrierOf(book: WorkbookSnapshot, at: Addr): 'locked' | 'covered' | 'signature' | null {
  const sheet = book.sheets[at.sheet];
  if (sheet === undefined) return 'covered';
  if (sheet.protected && sheet.locked(at.row, at.col)) return 'locked';
  if (sheet.merges.some((rect) => inRect(rect, at.row, at.col) && (rect.top !== at.row || rect.left !== at.col))) return 'covered';
  for (const [, cell] of sheet.cellsOfRow(at.row)) if (isSignature(cell.value)) return 'signature';
  return null;
}

function isSignature(value: CellValue): boolean {
  return typeof value === 'string' && value.length <= 24 && SIGNATURE.test(value.replace(/\s+/g, ''));
}

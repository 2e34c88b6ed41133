/** Marks of ours: conditional formats whose formula is our tag. Nobody else's formats are touched, and no fill is painted. */
import {
  a1OfRect,
  type Addr,
  addrKey,
  areasOf,
  type Mark,
  MARK_LOOKS,
  markFormula,
  marksOfSheet,
  TAG,
  type WorkbookSnapshot,
} from '../../workbook';
import type { LeftOut } from '../port';
import { attempt, collectionCount, get, isTrue, ownText } from './bridge';
import { XL_CONTINUOUS, XL_DASH, XL_EXPRESSION, MOST_ADDRESS, type EtFormatCondition, type EtWorksheet } from './et';
import { addressLists } from '../live';
import { bgr } from './put-sheet';

/** Ours among a sheet's conditional formats, last first, so that deleting one does not move the rest. */
export function ourMarks(sheet: EtWorksheet): EtFormatCondition[] {
  const all = get(get(sheet, 'Cells'), 'FormatConditions');
  const ours: EtFormatCondition[] = [];
  for (let index = collectionCount(all); index > 0; index -= 1) {
    const condition = all.Item(index);
    // Other kinds (scales, bars) have no formula and throw when asked for one.
    if (attempt(() => ownText(get(condition, 'Formula1')).includes(TAG), false)) ours.push(condition);
  }
  return ours;
}

/** The areas our marks cover on a sheet. */
export function markedAreas(sheet: EtWorksheet): number {
  return ourMarks(sheet).reduce(
    (sum, mark) => sum + attempt(() => ownText(get(mark, 'AppliesTo').Address(false, false)).split(',').length, 1),
    0,
  );
}

/** Whether formats of a sheet may be changed at all. */
export function mayFormat(sheet: EtWorksheet): boolean {
  if (!attempt(() => isTrue(get(sheet, 'ProtectContents')), false)) return true;
  return attempt(() => isTrue(get(get(sheet, 'Protection'), 'AllowFormattingCells')), false);
}

/**
 * Replaces our marks on one sheet. Everything is looked at before anything is deleted; what cannot be known again later is not
 * left in the workbook.
 */
export function markSheet(sheet: EtWorksheet, marks: readonly Mark[], index: number, on: WorkbookSnapshot): LeftOut[] {
  const wanted = marksOfSheet(marks, index);
  const asked = uniqueCells([...wanted.values()].flat());
  if (!mayFormat(sheet)) return asked.length === 0 ? [] : [{ at: asked, why: 'protected' }];
  for (const old of ourMarks(sheet)) old.Delete();
  const left: Addr[] = [];
  for (const [severity, cells] of wanted) {
    const lists = addressLists(areasOf(cells, on.sheets[index]?.merges ?? []).map(a1OfRect), MOST_ADDRESS);
    if (!attempt(() => lists.every((list) => drawn(sheet, list, severity)), false)) left.push(...cells);
  }
  return left.length === 0 ? [] : [{ at: left, why: 'unsupported' }];
}

/** Draws one mark; false where its tag does not come back, and the mark is gone again. */
function drawn(sheet: EtWorksheet, areas: string, severity: Mark['severity']): boolean {
  // Only constants: relative references would move with the active cell.
  const mark = get(sheet.Range(areas), 'FormatConditions').Add(XL_EXPRESSION, undefined, `=${markFormula(severity)}`);
  try {
    if (!ownText(get(mark, 'Formula1')).includes(TAG)) {
      mark.Delete();
      return false;
    }
    const look = MARK_LOOKS[severity];
    get(mark, 'Interior').Color = bgr(look.fill);
    attempt(() => putFrame(mark, severity), null);
    attempt(() => (mark.StopIfTrue = false), null);
    attempt(() => mark.SetFirstPriority(), null);
    return true;
  } catch (error) {
    attempt(() => mark.Delete(), null);
    throw error;
  }
}

/** Weight and frame beside the colour, for those who do not see it. */
function putFrame(mark: EtFormatCondition, severity: Mark['severity']): void {
  const look = MARK_LOOKS[severity];
  const font = get(mark, 'Font');
  font.Color = bgr(look.text);
  font.Bold = look.bold;
  font.Italic = look.italic;
  const borders = get(mark, 'Borders');
  borders.LineStyle = look.dashed ? XL_DASH : XL_CONTINUOUS;
  borders.Color = bgr(look.text);
}

function uniqueCells(cells: readonly Addr[]): Addr[] {
  return [...new Map(cells.map((at) => [addrKey(at), at])).values()];
}

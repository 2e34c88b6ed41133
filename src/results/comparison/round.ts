/** 重报情况: a row a unit that something was sent back to, and what is new. */
import type { RoundJson, RoundUnitJson } from '../../receipt';
import { SEVERITY_NAMES } from '../../words';
import type { SheetEdit } from '../../workbook';
import { countCell, type PageValue, tablePage } from '../summary/table-page';
import { NOTHING } from '../values';
import { ROUND_PAGE, ROUND_STATES } from './texts';

function unitRow({
  unit,
  state,
  before,
  after,
  earlier,
  corrected,
  explained,
  remaining,
  unchecked,
  notAgain,
  new: fresh,
}: RoundUnitJson): readonly PageValue[] {
  const said = fresh.map(({ severity, cell, message }) => `${SEVERITY_NAMES[severity]} ${cell.sheet}!${cell.address} ${message}`);
  const word = ROUND_STATES[state];
  return [
    unit,
    state === 'open' || state === 'not-yet' ? { value: word, style: 'mandatory' } : word,
    countCell(earlier),
    countCell(corrected),
    countCell(explained),
    countCell(remaining),
    countCell(unchecked),
    countCell(notAgain),
    countCell(fresh.length),
    said.join('\n'),
    before.join('\n'),
    after.length === 0 ? NOTHING : after.join('\n'),
  ];
}

/** `line`: 「反馈 41 家：…」. Deterministic: the same round gives the same sheet. */
export function roundSheet({ units }: RoundJson, line: string): SheetEdit {
  const content = tablePage({
    title: ROUND_PAGE.title,
    above: [line, ROUND_PAGE.guide],
    headings: ROUND_PAGE.headings,
    widths: ROUND_PAGE.widths,
    rows: units.map(unitRow),
    none: ROUND_PAGE.none,
  });
  return { name: ROUND_PAGE.sheet, replaces: true, content };
}

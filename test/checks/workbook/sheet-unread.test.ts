import { sheetUnread } from '../../../src/checks/workbook/sheet-unread';
import { CompactSheet } from '../../../src/workbook/snapshot';
import { SheetBuilder } from '../../../src/workbook/sheet-builder';
import type { SheetSnapshot } from '../../../src/workbook/types';
import { scoreTableOf } from '../../support/score-table';
import { bookOf } from '../../support/sheets';
import { testCheck } from '../support/check-tester';

const unread = (name: string, why: NonNullable<SheetSnapshot['unread']>): SheetSnapshot =>
  new CompactSheet({ ...new SheetBuilder(name).buildData(), unread: why });

const beside = (...sheets: SheetSnapshot[]) => {
  const built = scoreTableOf({ rows: [{ weight: 10, score: 10 }] });
  return { scoreTable: built.scoreTable, book: bookOf([...built.book.sheets, ...sheets]) };
};

testCheck(sheetUnread, {
  passing: [
    { name: 'every sheet was read', built: beside() },
    { name: 'not the first table', built: beside(unread('明细', 'damaged')), first: false },
  ],
  failing: [
    {
      name: 'a long list and a broken one',
      built: beside(unread('明细', 'too-many-cells'), unread('附件', 'damaged')),
      findings: [
        {
          severity: 'info',
          cell: 'A4',
          related: [],
          message:
            '工作表「明细」（有内容的单元格过多）、「附件」（内容已损坏）没有读取，与它们有关的内容没有核对。单位无需处理；与评分有关的，请人工核对。',
          fix: null,
          accused: { row: 'workbook', aspect: 'unread' },
        },
      ],
    },
  ],
  boundary: [{ name: 'an empty sheet that was read', built: beside(new SheetBuilder('空').build()) }],
});

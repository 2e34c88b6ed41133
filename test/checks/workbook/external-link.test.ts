import { externalLink } from '../../../src/checks/workbook/external-link';
import { scoreTableOf } from '../../support/score-table';
import { bookOf } from '../../support/sheets';
import { testCheck } from '../support/check-tester';
import { form, GOOD_ROWS, saidOf } from '../support/published-form';

const links = (...externalLinks: string[]) => {
  const built = scoreTableOf({ rows: [{ weight: 10, score: 10 }] });
  return { scoreTable: built.scoreTable, book: bookOf(built.book.sheets, { externalLinks }) };
};

testCheck(externalLink, {
  passing: [
    { name: 'no link', built: links() },
    { name: 'not the first table', built: links('D:\\2023\\台账.xlsx'), first: false },
  ],
  failing: [
    {
      name: 'a link no formula uses: the table itself, and the file without its folders',
      built: links('file:///D:/2023/%E5%8F%B0%E8%B4%A6.xlsx'),
      findings: [
        {
          severity: 'info',
          cell: 'A4',
          related: [],
          message: '本工作簿引用了其他文件「台账.xlsx」，换一台电脑后可能无法更新。报送前可断开链接、改为数值。',
          fix: null,
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'more than three files',
      built: links('a.xlsx', 'b.xlsx', 'c.xlsx', 'd%.xlsx'),
      findings: [
        {
          severity: 'info',
          cell: 'A4',
          related: [],
          message:
            '本工作簿引用了其他文件「a.xlsx」、「b.xlsx」、「c.xlsx」等4个文件，换一台电脑后可能无法更新。报送前可断开链接、改为数值。',
          fix: null,
        },
      ],
    },
  ],
});

it('stands at the first formula that reads it', () => {
  const rows = GOOD_ROWS.map((line, index) => (index === 1 ? [...line.slice(0, 4), { f: "'[1]台账'!B2", v: 1 }, ...line.slice(5)] : line));
  expect(saidOf('external-link', form({ rows }), ['台账.xlsx']).map((one) => [one.severity, one.cell])).toEqual([['info', 'E7']]);
});

import { parseCriterion } from '../../src/criteria';
import { BY_THE_SHEET, rehearsal, warmUp } from '../../src/open-workbook';
import { bookOf, sheetOf } from '../support/sheets';
import table from '../../src/open-workbook/engine/data/warm-rows.json';

describe('getting ready', () => {
  it('goes through all made-up rows, two a step, and ends', async () => {
    const step = warmUp();
    const more: boolean[] = [];
    do more.push(await step());
    while (more[more.length - 1]);
    expect(more).toHaveLength(table.rows.length / 2 + 1);
  });

  it('begins with the workbook that is expected, and whatever that is goes on', async () => {
    for (const book of [bookOf(sheetOf('表', [table.headings, table.rows[0]!])), bookOf(sheetOf('表', [['没有表头']])), bookOf([])]) {
      const step = warmUp(book);
      let steps = 0;
      while (await step()) steps += 1;
      expect(steps).toBe(table.rows.length / 2 + 1);
    }
  });

  it('meets every way a score is told: each criterion is read, and no two are of one shape', () => {
    const column = table.headings.indexOf('评分标准');
    const read = table.rows.map((row) => parseCriterion(String(row[column])));
    expect(read.filter(({ understood }) => understood === 'none')).toEqual([]);
    expect(new Set(read.map(({ criterion }) => criterion.kind)).size).toBeGreaterThan(4);
  });
});

describe('going through it again', () => {
  const times = async (step: () => Promise<boolean>): Promise<number> => {
    let count = 0;
    while (await step()) count += 1;
    return count;
  };

  it('audits a small workbook a few times more, and then no more', async () => {
    const step = rehearsal(bookOf(sheetOf('表', [table.headings, table.rows[0]!])), BY_THE_SHEET);
    expect(await times(step)).toBeGreaterThan(10);
    expect(await step()).toBe(false);
  });

  it('leaves a large one alone, whose check would keep a question waiting', async () => {
    const rows = Array.from({ length: 500 }, () => table.rows[0]!);
    expect(await times(rehearsal(bookOf(sheetOf('表', [table.headings, ...rows])), BY_THE_SHEET))).toBe(0);
  });
});

import { a1 } from '../../src/workbook/address';
import { numberedFindings, wrongCells } from '../../src/results/items';
import { marksOf, notesOf } from '../../src/results/marks';
import type { Review } from '../../src/results/types';
import { builtReview, publishedReviews, sampleReview } from './reviews';

const marked = (review: Review): Record<string, readonly string[]> =>
  Object.fromEntries(marksOf(numberedFindings(review)).map(({ severity, cells }) => [severity, cells.map(({ row, col }) => a1(row, col))]));

const rows = [
  { name: '甲', weight: 40, score: 41, target: '≥10', actual: '10' },
  { name: '乙', weight: 60, score: 60, target: '≥10', actual: '10' },
];

describe('marks', () => {
  it('are one a severity, over the wrong cells alone', async () => {
    expect(marked(await sampleReview('项目自评_有误.xlsx'))).toEqual({
      mandatory: ['I6', 'H14', 'I18', 'E19', 'F19', 'H19', 'H25', 'I25'],
      advisory: ['F16', 'F17'],
    });
    expect(marked(await sampleReview('项目自评_正确.xlsx'))).toEqual({});
  });

  it('stand in reading order, whatever the order of the findings', () => {
    for (const { review } of publishedReviews()) {
      const items = [...numberedFindings(review)].reverse();
      for (const { cells } of marksOf(items)) {
        const places = cells.map(({ sheet, row, col }) => (sheet * 1e6 + row) * 1e3 + col);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }
    }
  });

  it('leave out 参考 and what a finding was only held against', () => {
    for (const { review } of publishedReviews()) {
      const items = numberedFindings(review);
      const all = marksOf(items).flatMap(({ cells }) => cells);
      const wanted = items.filter(({ finding }) => finding.severity !== 'info').flatMap(({ finding }) => wrongCells(finding));
      expect(new Set(all.map((at) => JSON.stringify(at)))).toEqual(new Set(wanted.map((at) => JSON.stringify(at))));
      for (const { finding } of items) expect(wrongCells(finding)).toContainEqual(finding.cell);
    }
  });

  it('cover every cell of a mistake repeated down a column', () => {
    const review = builtReview({
      rows: rows
        .map((row) => ({ ...row, score: row.weight, evidence: null }))
        .concat([{ name: '丙', weight: 0, score: 0, target: '1', actual: '1', evidence: '附件1' } as never]),
      total: { weight: 100, score: 100 },
    });
    const item = numberedFindings(review).find(({ finding }) => finding.code === 'evidence-missing')!;
    expect(wrongCells(item.finding)).toHaveLength(2);
  });

  it('show a cell with both severities as 强制性, once', () => {
    const review = builtReview({ rows, total: { weight: 100, score: 101 } });
    const [item] = numberedFindings(review);
    const both = [item!, { ...item!, number: 2, finding: { ...item!.finding, severity: 'advisory' as const } }];
    expect(marksOf(both)).toEqual([{ severity: 'mandatory', cells: wrongCells(item!.finding) }]);
    expect(notesOf(both)).toHaveLength(1);
  });
});

describe('notes', () => {
  it('say the first line of the finding and where the rest stands', async () => {
    const notes = notesOf(numberedFindings(await sampleReview('项目自评_有误.xlsx')));
    const note = notes.find(({ at }) => a1(at.row, at.col) === 'H25')!;
    expect(note.text).toBe(
      '【强制性】总分 H25 填89.73，各项得分合计为89.23，相差0.5。总分应等于各项得分之和，请核对后更正。（审核结果第5条）',
    );
  });

  it('list several findings on one cell, short', () => {
    const [item] = numberedFindings(builtReview({ rows, total: { weight: 100, score: 101 } }));
    const long = { ...item!, sentence: '长'.repeat(200) };
    const [note] = notesOf([long, { ...long, number: 2, finding: { ...long.finding, severity: 'advisory' as const } }]);
    const lines = note!.text.split('\n');
    expect(lines.map((line) => line.slice(0, 9))).toEqual(['【强制性】第1条：', '【提示性】第2条：']);
    for (const line of lines) expect(line.length).toBeLessThan(80);
  });

  it('stand at the marked cells and nowhere else', () => {
    for (const { review } of publishedReviews()) {
      const items = numberedFindings(review);
      const noted = notesOf(items)
        .map(({ at }) => JSON.stringify(at))
        .sort();
      expect(noted).toEqual(
        marksOf(items)
          .flatMap(({ cells }) => cells.map((at) => JSON.stringify(at)))
          .sort(),
      );
    }
  });
});

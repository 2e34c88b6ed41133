/** What breaks while one row is scored costs that row and no more, and it is said. */
import { assess } from '../../src/assessment/assess';
import { recognise } from '../../src/recognition';
import { bookWith, sentences, type Row } from './support';

const ROWS: readonly Row[] = [
  ['某单位2024年度部门整体支出绩效自评表'],
  ['一级指标', '三级指标', '评分标准', '分值', '自评得分', '扣分原因和说明'],
  ['过程', '调剂率', '扣完为止。（1-调剂率）×分值，调剂率＞10%不得分', 10, 10, null],
  [null, '制度建设', '制度健全得90分，否则不得分', 90, 95, null],
  ['合计', null, null, 100, 105, null],
];

test('a criterion that begins with a cap is read, and the file audited', () => {
  const book = bookWith(ROWS);
  const [table] = recognise(book).tables;
  const { findings, coverage } = assess(table!, book);
  expect(coverage.failed).toEqual([]);
  expect(findings.map((one) => one.code)).toContain('score-out-of-range');
});

test('one row fails: the others are judged, and the row is named', () => {
  const book = bookWith(ROWS);
  const [table] = recognise(book).tables;
  const { findings, coverage, derivations } = assess(table!, book, {
    scoring: {
      standardRule: (row) => {
        if (row.name.value === '调剂率') throw new Error('broken');
        return null;
      },
    },
  });
  expect(findings.map((one) => one.code)).toEqual(expect.arrayContaining(['score-out-of-range', 'check-crashed']));
  expect(coverage.failed).toEqual([{ code: 'score-mismatch', why: '「调剂率」一行的评分规则处理时出错，得分没有核对' }]);
  expect(coverage.run + coverage.notApplicable.length + coverage.failed.length).toBe(coverage.checks);
  expect(derivations.get(table!.rows[0]!.id)!.admissible).toEqual({ is: 'unknown', why: 'not-understood' });
  const crashed = findings.find((one) => one.code === 'check-crashed')!;
  expect([crashed.severity, crashed.indicator, crashed.cell]).toEqual(['info', '调剂率', { sheet: 0, row: 2, col: 2 }]);
});

test('the sentence says whose fault it is', () => {
  expect(sentences(bookWith(ROWS)).join()).not.toContain('本工具的问题');
});

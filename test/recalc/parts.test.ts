/** Small parts of 运算: reasons written for another score, columns of formulas. */
import { oldReasons } from '../../src/recalc/old-reasons';
import type { RecalcTable } from '../../src/recalc/types';
import { addrKey } from '../../src/workbook';
import { scoreTableOf, type RowSpec } from '../support/score-table';

describe('reasons beside scores that were written anew', () => {
  const ROWS: readonly RowSpec[] = [
    { name: '培训人次', weight: 40, score: 38, reason: '汛期停课两周' },
    { name: '合格率', weight: 30, score: 30, reason: '无' },
    { name: '覆盖率', weight: 20, score: 19, reason: null },
    { name: '满意度', weight: 10, score: 9, review: 9, reason: '问卷回收偏少' },
  ];
  const { scoreTable } = scoreTableOf({ rows: ROWS });
  const cellOf = (name: string, column = 0) => scoreTable.rows.find((row) => row.name.value === name)!.scores[column]!.at;
  const asked = (changes: readonly (readonly [part: string, how: string, name: string, column?: number])[]) =>
    oldReasons({
      changes: changes.map(([part, how, name, column]) => ({ part, how, edit: { at: cellOf(name, column) } })),
      after: { scoreTable },
    } as unknown as RecalcTable).map(({ name, at }) => `${name} ${addrKey(at).replace('0!', '')}`);

  test.each<[what: string, changes: Parameters<typeof asked>[0], names: readonly string[]]>([
    ['a score that was filled in', [['score', 'filled', '培训人次']], ['培训人次']],
    [
      'two scores',
      [
        ['score', 'filled', '培训人次'],
        ['score', 'changed', '满意度'],
      ],
      ['培训人次', '满意度'],
    ],
    ['the score of the other column', [['score', 'filled', '满意度', 1]], ['满意度']],
    ['nothing', [], []],
    ['only how the cell is written', [['score', 'form', '培训人次']], []],
    ['a total', [['total', 'filled', '培训人次']], []],
    ['a score whose reason says nothing', [['score', 'filled', '合格率']], []],
    ['a score without a reason', [['score', 'filled', '覆盖率']], []],
  ])('%s', (_, changes, names) => {
    expect(asked(changes).map((one) => one.split(' ')[0])).toEqual(names);
    for (const one of asked(changes)) expect(one.endsWith(',7')).toBe(true);
  });
});

/** A form with the reviewer's column: whose words the explanation is, whose score is blank, whose grade is whose. */
import { bookWith, found, type Over, type Row } from './support';

const FORM: readonly Row[] = [
  ['某单位2024年度绩效考核评分表'],
  ['一级指标', '三级指标', '评分标准', '分值', '自评得分', '复核得分', '扣分原因'],
  ['履职', '支出合规性', '每发现1例支出不合规问题扣1分，扣完为止。', 10, 10, 10, null],
  [null, '内控建设', '制度健全得50分，否则不得分', 50, 50, 50, null],
  [null, '信息公开', '按时公开得40分，否则不得分', 40, 40, 40, null],
  ['合计', null, null, 100, 100, 100, null],
  ['评价等级', null, null, null, '优', '优', null],
];

test.each<[string, Over, readonly string[]]>([
  ['right', {}, []],
  ['the reviewer took points off and says why', { F3: 8, G3: '复核发现2例支出不合规问题，扣2分', F6: 98 }, []],
  ['the reviewer took points off, the unit’s score blames nobody', { F4: 40, G4: '制度未修订', F6: 90 }, []],
  ['the unit’s own words, both scores alike', { E3: 8, F3: 8, G3: '查出2例支出不合规问题', E6: 98, F6: 98 }, []],
  ['the unit’s own words, and its full score', { G3: '查出2例支出不合规问题' }, ['M score-mismatch E3']],
  ['a reviewer’s column half filled in', { F4: null, F6: 50 }, []],
  ['a reviewer’s column not yet begun', { F3: null, F4: null, F5: null, F6: null, F7: null }, []],
  ['the reviewer’s grade', { F4: 30, F6: 80, F7: '优', G4: '制度未修订' }, ['M grade F7']],
  ['the reviewer’s total', { F4: 45, F6: 100, G4: '制度未修订' }, ['M total-score F6']],
])('%s', (_, over, findings) => expect(found(bookWith(FORM, over))).toEqual(findings));

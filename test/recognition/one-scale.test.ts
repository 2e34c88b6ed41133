/** A % that stands in a column of its own, or only in the name: target and actual are brought to one scale. */
import { recognise } from '../../src/recognition';
import { bookOf, sheetOf } from '../support/sheets';

const HEAD = ['一级指标', '二级指标', '三级指标', '年度指标值', '度量单位', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'];

function read(name: string, target: string | number, unit: string, actual: string | number): readonly (string | undefined)[] {
  const sheet = sheetOf('自评表', [
    ['2024年度项目支出绩效自评表'],
    ['项目名称', '乡村培训项目', '实施单位', '东江县农业农村局'],
    HEAD,
    ['产出指标', '数量指标', name, target, unit, actual, 20, 20, null],
    ['产出指标', '质量指标', '验收合格次数', 12, '次', 12, 40, 40, null],
    ['效益指标', '社会效益指标', '受益群众人数', 300, '人', 310, 40, 40, null],
    ['总分', null, null, null, null, null, 100, 100],
  ]);
  const row = recognise(bookOf([sheet])).tables[0]!.rows.find((one) => one.name.value === name);
  return [row?.target, row?.actual].map((slot) => (slot?.value?.kind === 'number' ? slot.value.number?.toString() : undefined));
}

test.each<[string, string | number, string, string | number, string, string]>([
  ['培训覆盖率', '≥90', '%', 0.93, '0.9', '0.93'],
  ['培训覆盖率', '≥90', '%', 93, '0.9', '0.93'],
  ['良种推广率', '≥20', '%', 0.23, '0.2', '0.23'],
  ['良种推广率', '≥5', '%', 0.06, '0.05', '0.06'],
  ['良种推广率', '≥20', '%', 23, '0.2', '0.23'],
])('%s %s %s, done %s', (name, target, unit, actual, aimed, done) => {
  expect(read(name, target, unit, actual)).toEqual([aimed, done]);
});

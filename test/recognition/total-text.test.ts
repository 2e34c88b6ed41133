import { totalOfText } from '../../src/recognition/total-text';
import { auditedBook, formSheet, found, TOTAL } from '../support/audited';

test.each<[text: string, value: string, grade: string | null]>([
  ['89.15分(良)', '89.15', '良'],
  ['89.15(良)', '89.15', '良'],
  ['89.15分,良', '89.15', '良'],
  ['89.15分,等级:良好', '89.15', '良好'],
  ['89分/良', '89', '良'],
  ['89/100', '89', null],
  ['89分/100分', '89', null],
  ['89分(满分100分)', '89', null],
  ['总分:89分', '89', null],
  ['自评得分为89.5分,自评等级为良', '89.5', '良'],
  ['八十九分', '89', null],
  ['九十八点五分', '98.5', null],
  ['一百分', '100', null],
  ['九十分(优)', '90', '优'],
])('%s is %s', (text, value, grade) => {
  const read = totalOfText(text);
  expect(read === null ? null : { value: read.value.toString(), grade: read.grade }).toEqual({ value, grade });
});

test.each([
  '优',
  '良好',
  '八十九',
  '89%',
  '见附件',
  '89.15元',
  '2024/12/31',
  '第89名',
  '100/89',
  '扣10.85分',
  '90+9.15',
  '约89分左右',
  '八九分',
  '十百分',
])('%s is no total', (text) => {
  expect(totalOfText(text)).toBe(null);
});

const total = (score: string) => ({ total: [...TOTAL.slice(0, 6), score] });

test.each<[string, readonly string[]]>([
  ['100分（优）', []],
  ['100/100', []],
  ['一百分', []],
  ['89.15分（良）', ['mandatory total-score G8']],
  ['89/100', ['mandatory total-score G8']],
  ['八十九分', ['mandatory total-score G8']],
  ['100分（良）', ['mandatory grade G8']],
  ['约100', ['advisory score-not-numeric G8']],
  ['90+10', ['advisory score-not-numeric G8']],
])('a total typed %s', (text, findings) => {
  expect(found(total(text))).toEqual(findings);
});

test('the grade in the words of a total is the grade, and nothing is offered that would wipe out the total', () => {
  const [assessment] = auditedBook([formSheet(total('100分（良）'))]);
  expect(assessment!.totals.grade.stated).toBe('良');
  expect(assessment!.findings.map((finding) => finding.fix)).toEqual([undefined]);
});

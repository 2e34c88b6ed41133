/**
 * Rows of one long form: every usual rule with targets and 完成值 on both sides of what it turns on, with reasons in words and with names
 * that say more or less. What each may score, of which figures; and what the audit says of a full score there. `npm run pin` renews it.
 */
import path from 'node:path';
import type { WorkbookSnapshot } from '../../src/workbook';
import { assessAll, found } from '../right-numbers/support';
import { derivedLines } from '../support/derived-lines';
import { expectPinned } from '../support/pinned';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';

type Case = readonly [name: string, target: TestCell, actual: TestCell, rule: TestCell, reason: TestCell];

const RULES: readonly string[] = [
  '按完成比例计分。',
  '得分=完成率×分值。',
  '完成率≥90%得满分，每低1个百分点扣1分，扣完为止。',
  '达到指标值得满分，否则不得分。',
  '未达到的按实际完成值÷指标值×分值计分，超过指标值的得满分。',
  '完成率100%得10分，80%-100%得8分，60%-80%得6分，60%以下不得分。',
  '每少1项扣2分，扣完为止。',
  '每多1天扣1分。',
  '偏差在±10%以内得满分，超过的每超1个百分点扣0.5分。',
  '完成得满分，部分完成得一半，未完成不得分。',
  '完成率=实际完成数÷计划数×100%，得分=完成率×分值。',
];

const VALUES: readonly (readonly [TestCell, TestCell])[] = [
  ['≥10项', '10项'],
  ['≥10项', '9项'],
  ['≥10项', '12项'],
  ['≥10项', '20项'],
  ['≥10项', '0项'],
  ['10项', '8.5项'],
  ['≤10天', '10天'],
  ['≤10天', '12天'],
  ['≥95%', '94.9%'],
  ['≥95%', { v: 0.955, format: '0%' }],
  ['100%', '100%'],
  ['=0起', '1起'],
  ['80-100项', '79项'],
  ['健全', '基本健全'],
  ['9月前', '10月'],
  ['≥10项', '已完成'],
  ['≥10项', null],
  [null, '9项'],
  ['≥10项', '9个'],
  ['≥1万元', '8000元'],
];

const byValue: readonly Case[] = RULES.flatMap((rule, r) =>
  VALUES.map(([target, actual], v): Case => [
    `${'甲乙丙丁戊己庚辛壬癸子'[r]!}类${v % 3 === 0 ? '培训场次' : v % 3 === 1 ? '办结事项' : '事务用时'}${v}号`,
    target,
    actual,
    rule,
    null,
  ]),
);

const COUNTING = [
  '每发现1例不符合要求的扣2分，扣完为止。',
  '被投诉的每次扣1分，最多扣5分。',
  '发生安全事故的不得分。',
  '每迟报1天扣0.5分。',
  '获得表彰的每次加1分，最多加3分。',
];
const SAYINGS: readonly (readonly [TestCell, TestCell])[] = [
  ['0例', null],
  ['3例', null],
  [2, null],
  ['无', null],
  ['未发现', null],
  ['见附件', '检查发现2例不符合要求'],
  [null, '检查发现2例不符合要求，均已整改'],
  [null, '上年发现2例不符合要求'],
  [null, '被投诉3次，其中有效投诉1次'],
  [null, '迟报3天'],
  [null, '未发生安全事故'],
  [null, '发生安全事故1起'],
  ['不涉及', null],
  ['是', null],
  ['否', null],
  [1.5, null],
  [-1, null],
  ['10例以上', null],
];
const byCount: readonly Case[] = COUNTING.flatMap((rule, r) =>
  SAYINGS.map(([actual, reason], n): Case => [`${'甲乙丙丁戊'[r]!}项工作规范性${n}号`, null, actual, rule, reason]),
);

const NAMED: readonly Case[] = [
  ['三公经费控制率', '≤100%', '103%', '三公经费控制率≤100%得满分，每超过1个百分点扣1分。', null],
  ['三公经费控制率', '≤100%', null, '三公经费控制率≤100%得满分，每超过1个百分点扣1分。', '三公经费控制率为46÷50=92%'],
  ['三公经费控制率', '≤100%', null, '三公经费控制率≤100%得满分，每超过1个百分点扣1分。', '三公经费支出46万元，预算50万元'],
  ['控制率', '≤100%', '1.03', '三公经费控制率≤100%得满分，每超过1个百分点扣1分。', null],
  ['政府采购执行率', '≥95%', '90%', '执行率每低1%扣0.5分。', null],
  ['参训人员合格率', '≥95%', '参训236人，合格231人，合格率97.88%', '合格率每低1个百分点扣1分。', null],
  ['参训人员合格率', '≥95%', '参训236人，合格221人', '合格率=合格人数÷参训人数×100%，每低1个百分点扣1分。', null],
  ['群众满意度', '≥90%', '90%', '满意度≥90%得满分；80%（含）-90%得8分；60%（含）-80%得5分；60%以下不得分。', null],
  ['群众满意度', '≥90%', '89.99%', '满意度≥90%得满分；80%（含）-90%得8分；60%（含）-80%得5分；60%以下不得分。', null],
  ['群众满意度', '≥90%', '80%', '满意度≥90%得满分；80%（含）-90%得8分；60%（含）-80%得5分；60%以下不得分。', null],
  ['群众满意度', '≥90%', '60%', '满意度≥90%得满分；80%（含）-90%得8分；60%（含）-80%得5分；60%以下不得分。', null],
  ['群众满意度', '≥90%', '59.9%', '满意度≥90%得满分；80%（含）-90%得8分；60%（含）-80%得5分；60%以下不得分。', null],
  ['群众不满意率', '≤5%', '6%', '按完成比例计分。', null],
  [
    '机制健全程度',
    '健全',
    '健全',
    '达成预期指标的得100%-80%（含），部分达成并具有一定效果的得80%-60%（含），未达成且效果较差的得60%-0%。',
    null,
  ],
  [
    '机制健全程度',
    '健全',
    '部分达成并具有一定效果',
    '达成预期指标的得100%-80%（含），部分达成并具有一定效果的得80%-60%（含），未达成且效果较差的得60%-0%。',
    null,
  ],
  ['资料完整性', '完整', '完整', '①有方案得4分；②有总结得3分；③有台账得3分。', '有方案、有总结，无台账'],
  ['完成及时率', '100%', '100%', '同上', null],
  ['系数项', '≥10项', '9项', '得分=系数×分值。', null],
];

const HEAD = ['一级指标', '三级指标', '年度指标值', '实际完成值', '评分标准', '分值', '得分', '偏差原因分析'];

function form(cases: readonly Case[]): WorkbookSnapshot {
  const rows = cases.map(([name, target, actual, rule, reason], at): readonly TestCell[] => [
    at === 0 ? '产出指标' : null,
    name,
    target,
    actual,
    rule,
    10,
    10,
    reason,
  ]);
  const sum = 10 * cases.length;
  return bookOf(sheetOf('评分表', [['2024年度项目支出绩效自评表'], HEAD, ...rows, ['总分', null, null, null, null, sum, sum, null]]));
}

test.each<[string, readonly Case[]]>([
  ['values', byValue],
  ['counts', byCount],
  ['named', NAMED],
])('%s', (name, cases) => {
  const book = form(cases);
  const rules = (line: string): string => line.replace(/ \| (?:criterion|general|note) [^|]*/, '');
  const findings = assessAll(book)[0]!.findings.filter(({ severity }) => severity !== 'info');
  expect(found(book).length).toBe(findings.length);
  expectPinned(path.join(__dirname, 'pins'), `rows-${name}`, [...derivedLines(book).map(rules), ...found(book)]);
});

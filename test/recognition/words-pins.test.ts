/**
 * What single texts are to a reader of forms: headings, names with their points, labels of totals, numbering, 不适用, labels of data sheets;
 * as they stand, with something before or behind, and at every length. `npm run pin` renews the lists.
 */
import path from 'node:path';
import { basisOf, figurePeriod, isMoney, isRateLabel, unitIn } from '../../src/recognition/data-sheet/meaning';
import { headRole, isUnit, mayHoldFormula } from '../../src/recognition/data-sheet/words';
import headings from '../../src/recognition/data/headers.json';
import totals from '../../src/recognition/data/totals.json';
import { isAmbiguous, levelOf, meanings, scoreKind } from '../../src/recognition/headers';
import { tableLabelOf } from '../../src/recognition/labels';
import {
  explainsNotApplicable,
  isBonusName,
  isBreakdownName,
  isTemplateName,
  isTotalWord,
  nameAndWeight,
  numberingOf,
  saysNotApplicable,
  scoreInLabel,
  totalLabel,
} from '../../src/recognition/names';
import { expectPinned } from '../support/pinned';

const FOLDER = path.join(__dirname, 'pins');

const heading = (text: string): string =>
  `${meanings(text)
    .map(({ role, weight }) => `${role} ${weight}`)
    .join('/')}${isAmbiguous(text) ? ' ambiguous' : ''} ${levelOf(text) ?? ''} ${scoreKind(text) ?? ''}`.trim();

test('headings: every wording, and as people vary it', () => {
  const words = [...headings.roles.flatMap(({ exact }) => exact), ...headings.ambiguous.flatMap(({ text }) => text)];
  const varied = (word: string): readonly string[] => [word, `1、${word}`, `${word}(分)`, `${word}:`, `${word}①`, `★${word}`, `某${word}`];
  // One line a wording where its variations are the same.
  const lines = words.map((word) => {
    const all = varied(word).map(heading);
    return `${word} → ${all.every((one) => one === all[0]) ? all[0]! : all.join(' | ')}`;
  });
  expectPinned(FOLDER, 'words-headings', lines);
});

const MORE_HEADINGS = [
  '一级指标',
  '1级指标',
  '4级指标',
  '五级指标',
  '十二、得分',
  '12.得分',
  '第3列得分',
  '得分A',
  '分',
  '值',
  '',
  '财政评分',
  '自查得分',
  '自我评分',
  '自测分',
  '自打分',
  '复核得分',
  '专家评分',
  '抽查得分',
  '得分2024',
  '得分1',
];

test('headings of every length', () => {
  const long = [1, 2, 3, 22, 23, 24, 25, 26, 29, 30, 31].map((length) => `${'某'.repeat(Math.max(0, length - 2))}得分`.slice(-length));
  expectPinned(
    FOLDER,
    'words-more-headings',
    [...MORE_HEADINGS, ...long].map((text) => `${text} → ${heading(text)}`),
  );
});

const NAMES = [
  '产出指标(50分)',
  '(50分)',
  '产出指标（50%）',
  '产出指标(分值:50分)',
  '产出指标(权重50%)',
  '产出指标50分',
  '产出指标-50分',
  '产出指标:50分',
  '产出指标(本项50分)',
  '决策,占30分(含内控制度10分)',
  '决策占30分',
  '数量不少于50分',
  '达到50分',
  '每50分',
  '3.50分',
  '★产出指标',
  '产出指标★',
  '※*产出指标*',
  '□产出',
  'r产出',
  '产出指标',
  '某(5分)(3分)',
  '某(5.5分)',
  '某(占5分(含2分))',
  `${'某'.repeat(21)}50分`,
  `${'某'.repeat(22)}50分`,
];
const SLOTS = ['', '指标1', '指标2:', '指标:', '指标', '……', '...', '1.', '1、…', '/', '—', '无', '指标3名称', '12', '1.5'];
const BONUS = [
  '加分项',
  '扣分项',
  '一、加分项',
  '(一)扣分项',
  '加分项(5分)',
  '加分项:创新',
  '加分项目创新类',
  '加分项目创新一类',
  '扣分原因',
  '创新(加分)',
  '奖励加分',
  '减分项',
  '其中:加分',
  '其中桃树',
  '含:某',
  '含某',
];
const NUMBERS = [
  '一、某',
  '十二、某',
  '二三四、某',
  '二三四五、某',
  '一某',
  '一',
  '(一)某',
  '(十二)某',
  '(1)某',
  '1.某',
  '1、某',
  '123)某',
  '1234、某',
  '12某',
  '某',
  '十',
  '1',
  '一:某',
  '一.某',
  '(一',
  '',
];
const TOTALS = [...totals.anywhere, ...totals.total, ...totals.subtotal];
const LABELS = [
  '总分:96分',
  '总分96',
  '总分：96.5分(优)',
  '合计,100',
  '总分:96分,等级:优',
  '总分:96,优',
  '总分(100分)',
  '(总分)',
  '一、总分',
  '12、合计',
  '123、合计',
  '总分:',
  '总分。。',
  '某某小计',
  '某合计',
  `${'某'.repeat(14)}合计`,
  `${'某'.repeat(15)}合计`,
  `${'某'.repeat(22)}小计`,
  `${'某'.repeat(23)}小计`,
  '分',
  '得分率',
  '总',
  '总分:9.',
  '总计划',
  '(合计)',
];
const APPLIES = [
  '不适用',
  '不涉及',
  '无此项',
  '本单位不适用',
  '本项目不涉及',
  '不涉及该项',
  '不适用。',
  '本单位不适用本项指标内容',
  '本单位本项指标不适用该项目',
  '无单位食堂,不涉及',
  '无食堂,故不适用',
  '涉及',
  '不适用于本单位的情形',
  '因此本部门不涉及此项',
  '不涉及资金,已完成',
  '',
];

test('names, totals, numbering, what does not apply', () => {
  const of = (texts: readonly string[], told: (text: string) => string): readonly string[] =>
    texts.map((text) => `${text} → ${told(text)}`);
  expectPinned(FOLDER, 'words-names', [
    ...of(NAMES, (text) => {
      const { name, weight } = nameAndWeight(text);
      return `«${name}» ${weight?.toString() ?? ''}`;
    }),
    ...of(SLOTS, (text) => String(isTemplateName(text))),
    ...of(BONUS, (text) => `${isBonusName(text)} ${isBreakdownName(text)}`),
    ...of(NUMBERS, numberingOf),
    ...of(
      [...TOTALS, ...TOTALS.map((word) => `${word}(分)`), ...LABELS],
      (text) => `${totalLabel(text) ?? ''} ${isTotalWord(text) ? 'anywhere' : ''} ${scoreInLabel(text)?.toString() ?? ''}`,
    ),
    ...of(APPLIES, (text) => `${saysNotApplicable(text)} ${explainsNotApplicable(text)}`),
  ]);
});

const FIGURES = [
  '编制数',
  '核定编制',
  '在职人数',
  '实有人数',
  '年初预算数',
  '年初批复预算',
  '年初数',
  '调整预算数',
  '全年预算',
  '追加后预算',
  '决算数',
  '支出决算',
  '执行数',
  '实际支出',
  '预算执行',
  '预算数',
  '预算执行率',
  '占比',
  '比例(%)',
  '2023年决算数',
  '2023年末',
  '12023年',
  '上年结转',
  '上年度末结余',
  '上年支出',
  '去年数',
  '上期',
  '本年数',
  '当年',
  '今年',
  '金额(万元)',
  '金额(单位:万元)',
  '在职人数(人)',
  '比率(%)',
  '比率(百分比)',
  '金额(很多字)',
  '面积(平方米)',
  '满意程度',
  '比重:',
  '合同总数',
  '三公经费',
  '合计',
  '数值',
  '本年',
  '上年',
  '序号',
  '项目',
  '计量单位',
  '备注',
  '计算公式',
  '2024年决算数/在职人数',
  '/',
  '人',
  '(人)',
  '%',
  '万元',
  '甲',
];

test('labels and heads of data sheets, and labels around a table', () => {
  const lines = FIGURES.map((text) =>
    [
      text,
      basisOf(text) ?? '-',
      figurePeriod(text) ?? '-',
      unitIn(text) ?? '-',
      isRateLabel(text) ? 'rate' : '-',
      headRole(text) ?? '-',
      isUnit(text) ? 'unit' : '-',
      mayHoldFormula(text) ? 'formula' : '-',
      ['', '金额', '本年数', '人数', text].map((column) => (isMoney([text], column) ? 'm' : '.')).join(''),
      ['三公经费', '在职人数', '合同'].map((above) => (isMoney([above, text], '') ? 'm' : '.')).join(''),
    ].join(' | '),
  );
  const LABEL = [
    '单位',
    '单位:',
    '填报单位',
    '填报单位(盖章)',
    '项目名称',
    '项目名称(全称)',
    '填报日期',
    '总分',
    '评价等级',
    '金额单位',
    '其他需要说明的问题',
    '评价年度',
    '主管部门',
    '某某',
    `${'某'.repeat(14)}单位`,
    '年',
    '',
  ];
  expectPinned(FOLDER, 'words-data', [...lines, ...LABEL.map((text) => `${text} → ${JSON.stringify(tableLabelOf(text))}`)]);
});

import { scoreMismatch } from '../../../src/checks/scores/score-mismatch';
import type { Figure } from '../../../src/score-table/types';
import { Dec } from '../../../src/workbook/decimal';
import type { RowSpec, SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding, withRow } from '../support/spoil';

/** Row 10 scored by a criterion of its own, without target and 完成值 unless given. */
const crit = (criterion: string, change: Partial<RowSpec> = {}): SheetSpec =>
  withRow(1, { name: '三公经费控制率', path: '过程/预算执行', target: null, actual: null, weight: 15, score: 15, criterion, ...change });
/** A figure of a data sheet. */
const figure = (label: string, value: number, more: Partial<Figure> = {}): Figure => ({
  path: [label],
  value: { state: 'value', value: new Dec(value), at: { sheet: 0, row: 30, col: 1 }, raw: value, odd: [] },
  period: 'this',
  basis: null,
  unit: '元',
  ...more,
});

testCheck(scoreMismatch, {
  passing: [
    {
      name: 'the score the steps give',
      sheet: crit('三公经费控制率≤100%，得15分；每超过1个百分点扣1分，扣完为止。', {
        score: 12,
        reason: '三公经费控制率103%，因出国任务增加',
      }),
    },
    {
      name: 'no figure: nothing is known',
      sheet: crit('三公经费控制率≤100%，得15分；每超过1个百分点扣1分，扣完为止。', { score: 12, reason: '出国任务增加' }),
    },
    {
      name: 'two figures that differ',
      sheet: crit('三公经费控制率≤100%，得15分；每超过1个百分点扣1分，扣完为止。', {
        score: 12,
        reason: '三公经费控制率103%，三公经费控制率104%',
      }),
    },
    {
      name: 'last year is another year',
      sheet: crit('三公经费控制率≤100%，得15分；每超过1个百分点扣1分，扣完为止。', { score: 15, reason: '上年三公经费控制率103%' }),
    },
    { name: 'the general rule, less and explained', sheet: withRow(1, { actual: '85.5%', score: 12, reason: '因设备老化' }) },
    {
      name: 'full marks on a missed target are missed-target-full-score’s by precedence, the general rule says so too',
      sheet: withRow(1, { actual: '98%', score: 15 }),
    },
    {
      name: 'points off a full score without a word are deduction-unexplained’s',
      sheet: crit('三公经费控制率≤100%，得15分；每超过1个百分点扣1分，扣完为止。', { score: 12, actual: '95%' }),
    },
    { name: 'a criterion over several rows', sheet: withRow(1, { sharesScoreOf: 1, target: '≥95%', actual: '50%' }) },
    {
      name: 'rounded to whole numbers like the rest',
      sheet: crit('三公经费控制率≤100%，得15分；每超过1个百分点扣0.37分，扣完为止。', { actual: '103%', score: 14, reason: '出国任务' }),
    },
    {
      name: 'a doubted fact',
      sheet: crit('三公经费控制率≤100%，得15分；每超过1个百分点扣1分，扣完为止。', { actual: '105%', score: 14, reason: '任务增加' }),
      doubted: ['E10'],
    },
  ],
  failing: [
    {
      name: 'stated in the reason, full marks',
      sheet: crit('三公经费控制率≤100%，得15分；每超过1个百分点扣1分，扣完为止。', { reason: '三公经费控制率103%，因出国任务增加' }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G10',
          related: ['J10', 'H10'],
          message:
            '「三公经费控制率」的得分（G10）填15分，按评分标准（J10）和三公经费控制率103%（H10）计算，应为12分（15−1×(103−100)=12）。请核实数据和得分，或写明另外的计分依据。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
    {
      name: 'too low',
      sheet: crit('三公经费控制率≤100%，得15分；每超过1个百分点扣1分，扣完为止。', {
        score: 10,
        reason: '三公经费控制率103%，因出国任务增加',
      }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G10',
          related: ['J10', 'H10'],
          message:
            '「三公经费控制率」的得分（G10）填10分，按评分标准（J10）和三公经费控制率103%（H10）计算，应为12分（15−1×(103−100)=12）。请核实数据和得分，或写明另外的计分依据。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
    {
      name: 'by the 完成值',
      sheet: crit('三公经费控制率≤100%，得15分；每超过1个百分点扣1分，扣完为止。', { actual: '105%', score: 14, reason: '任务增加' }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G10',
          related: ['J10', 'E10'],
          message:
            '「三公经费控制率」的得分（G10）填14分，按评分标准（J10）和三公经费控制率105%（E10）计算，应为10分（15−1×(105−100)=10）。请核实数据和得分，或写明另外的计分依据。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
    {
      name: 'counted',
      sheet: crit('每发现一例不符合规定的扣1分，扣完为止。', { actual: '2例', score: 14.5, reason: '已整改' }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G10',
          related: ['J10', 'E10'],
          message:
            '「三公经费控制率」的得分（G10）填14.5分，按评分标准（J10）和不符合规定：2例（E10）计算，应为13分（15−1×2=13）。请核实数据和得分，或写明另外的计分依据。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
    {
      name: 'by two figures of the data sheet',
      sheet: {
        ...crit('日常公用经费决算数≤日常公用经费调整预算数得15分，否则不得分。'),
        data: [figure('日常公用经费决算数', 800), figure('日常公用经费调整预算数', 700)],
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G10',
          related: ['J10', 'B31'],
          message:
            '「三公经费控制率」的得分（G10）填15分，按评分标准（J10）和日常公用经费决算数800元（B31）、日常公用经费调整预算数700元（B31）计算，应为0分（800＞700，得0）。请核实数据和得分，或写明另外的计分依据。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
    {
      name: 'the general rule, more than its share',
      sheet: withRow(1, { actual: '85.5%', score: 14.5, reason: '因设备老化' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G10',
          related: ['E10', 'D10'],
          message:
            '「验收合格率」的得分（G10）填14.5分，按完成比例计分的一般规则和完成值85.5%（E10）、指标值95%（D10）计算，应为13.5分（85.5%÷95%×15=13.5）。请核实数据和得分，或写明另外的计分依据。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
    {
      name: 'the general rule, less and not explained',
      sheet: withRow(1, { actual: '85.5%', score: 12 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G10',
          related: ['E10', 'D10'],
          message:
            '「验收合格率」的得分（G10）填12分，按完成比例计分的一般规则和完成值85.5%（E10）、指标值95%（D10）计算，应为13.5分（85.5%÷95%×15=13.5）。请核实数据和得分，或写明另外的计分依据。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
    {
      name: 'the execution rate by a rule of its own',
      sheet: {
        ...withFunding({ executed: 90, rate: '90%', score: 9 }),
        notes: ['注：预算执行率达到95%以上得满分，每低1个百分点扣0.5分，扣完为止。'],
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: ['A17', 'I5', 'E5', 'C5'],
          message:
            '「年度资金总额」的得分（G5）填9分，按表下注释（A17）和预算执行率90%（I5）计算，应为7.5分（10−0.5×(95%−90÷100)×100=7.5）。请核实数据和得分，或写明另外的计分依据。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'score' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'part of a point: either reading',
      sheet: crit('三公经费控制率≤100%，得15分；每超过1个百分点扣1分，扣完为止。', {
        score: 13.6,
        reason: '三公经费控制率101.4%，因出国任务增加',
      }),
    },
    {
      name: 'half a hundredth',
      sheet: withRow(
        4,
        { score: 13.25 },
        crit('三公经费控制率≤100%，得15分；每超过1个百分点扣0.37分，扣完为止。', { actual: '103.5%', score: 13.71, reason: '出国任务' }),
      ),
    },
  ],
});

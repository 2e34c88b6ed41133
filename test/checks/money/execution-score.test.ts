import { executionScoreCheck } from '../../../src/checks/money/execution-score';
import { goodSheet, type SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding, withRow } from '../support/spoil';

/** With the rule in a footnote. */
const ruled = (sheet: SheetSpec): SheetSpec => ({ ...sheet, notes: ['注：预算执行率得分=执行率×分值。'] });

const at = (rate: string, score: number, more = {}) => withFunding({ executed: Number(rate), rate: `${rate}%`, score, ...more });

testCheck(executionScoreCheck, {
  passing: [
    { name: '100% × 10', sheet: goodSheet() },
    { name: '83.5% × 10', sheet: at('83.5', 8.35) },
    { name: 'judged on the stated rate', sheet: withFunding({ executed: 60, rate: '83.5%', score: 8.35 }) },
    { name: 'rounded to whole numbers like the rest', sheet: at('86.2', 9) },
    {
      name: 'coarser than the rest is score-rounded’s',
      sheet: withFunding({ executed: 86.2, rate: '86.2%', score: 9 }, {}, withRow(4, { score: 13.25 })),
    },
    { name: 'more than one hundred is capped', sheet: at('102.59', 10) },
    {
      name: 'no rate column: from the amounts',
      sheet: withFunding({ executed: 80, score: 8 }, { without: ['arrived', 'reason', 'rate'] }),
    },
    { name: 'another rule in the notes', sheet: { ...at('96', 10), notes: ['注：预算执行率达到95%以上得满分，每低1个百分点扣0.5分。'] } },
    { name: 'the 分值 of the whole table got into the row', sheet: at('83.5', 98, { weight: 100 }) },
    { name: 'the same where no full score is known', sheet: { ...at('83.5', 98, { weight: 100 }), fullScore: null } },
    { name: 'a score above the 分值 is score-out-of-range’s by precedence', sheet: at('100', 10) },
    { name: 'a doubted score', sheet: at('83.5', 5), doubted: ['G5'] },
  ],
  failing: [
    {
      name: 'no rule in the sheet: the usual one only asks',
      sheet: at('83.5', 5),
      findings: [
        {
          severity: 'advisory',
          cell: 'G5',
          related: [],
          message:
            '「年度资金总额」的执行率得分（G5）填5分，按通用办法（执行率×分值）应为83.5%×10=8.35分。请核实执行率和得分；本地另有计分办法的，请说明。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'score' },
        },
      ],
    },
    {
      name: 'the rule stands in a heading',
      sheet: { ...at('83.5', 5), title: '项目支出绩效自评表（2024年度）（执行率得分=10分×执行率）' },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: [],
          message: '「年度资金总额」的执行率得分（G5）填5分，按执行率计算为83.5%×10=8.35分，两者不一致。请核实执行率和得分。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'score' },
        },
      ],
    },
    {
      name: 'too low, in a form where the total is typed: no fix',
      sheet: ruled(at('83.5', 5)),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: [],
          message: '「年度资金总额」的执行率得分（G5）填5分，按执行率计算为83.5%×10=8.35分，两者不一致。请核实执行率和得分。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'score' },
        },
      ],
    },
    {
      name: 'too high, total live',
      sheet: ruled({ ...at('62', 8), total: { score: { f: 'SUM(G9:G14)+G5', v: 96 } } }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: [],
          message: '「年度资金总额」的执行率得分（G5）填8分，按执行率计算为62%×10=6.2分，两者不一致。请核实执行率和得分。',
          fix: { cell: 'G5', value: 6.2 },
          accused: { row: 'r-execution', aspect: 'score' },
        },
      ],
    },
    {
      name: 'nothing for a full rate, and the typed total counts ten',
      sheet: ruled(at('100', 0)),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: [],
          message: '「年度资金总额」的执行率得分（G5）填0分，按执行率计算为100%×10=10分，两者不一致。请核实执行率和得分。',
          fix: { cell: 'G5', value: 10 },
          accused: { row: 'r-execution', aspect: 'score' },
        },
      ],
    },
    {
      name: 'capped',
      sheet: ruled(at('120', 8)),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: [],
          message:
            '「年度资金总额」的执行率得分（G5）填8分，执行率120%按100%计，按执行率计算为100%×10=10分，两者不一致。请核实执行率和得分。',
          fix: { cell: 'G5', value: 10 },
          accused: { row: 'r-execution', aspect: 'score' },
        },
      ],
    },
    {
      name: 'the rate is blank: from the amounts',
      sheet: ruled(withFunding({ executed: 62, rate: null, score: 9 })),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: [],
          message: '「年度资金总额」的执行率得分（G5）填9分，按执行率计算为62%×10=6.2分，两者不一致。请核实执行率和得分。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'score' },
        },
      ],
    },
  ],
  boundary: [
    { name: 'half a hundredth', sheet: withFunding({ executed: 83.455, rate: '83.455%', score: 8.35 }, {}, withRow(4, { score: 13.25 })) },
    {
      name: 'two hundredths',
      sheet: ruled(withFunding({ executed: 83.455, rate: '83.455%', score: 8.37 }, {}, withRow(4, { score: 13.25 }))),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: [],
          message: '「年度资金总额」的执行率得分（G5）填8.37分，按执行率计算为83.455%×10=8.3455分，两者不一致。请核实执行率和得分。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'score' },
        },
      ],
    },
  ],
});

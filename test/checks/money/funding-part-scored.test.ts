import { fundingPartScored } from '../../../src/checks/money/funding-part-scored';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding, withPart } from '../support/spoil';

testCheck(fundingPartScored, {
  passing: [
    { name: 'dashes', sheet: goodSheet() },
    { name: 'blank', sheet: withPart({ score: null }) },
    { name: 'zero adds nothing', sheet: withPart({ score: 0 }) },
    { name: 'a doubted score', sheet: withPart({ score: 10 }), doubted: ['G6'] },
  ],
  failing: [
    {
      name: '10 again, not counted',
      sheet: withPart({ weight: 10, rate: '100%', score: 10 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G6',
          related: [],
          message:
            '资金明细行「其中：当年财政拨款」也填了得分10（G6），而执行率只在年度资金总额一行计分，执行率得分容易重复计入总分。请核实，明细行的分值和得分改填「—」。',
          fix: null,
          accused: { row: 'funding:1', aspect: 'score' },
        },
      ],
    },
    {
      name: '10 again, counted twice',
      sheet: { ...withPart({ weight: 10, rate: '100%', score: 10 }), total: { weight: 100, score: 108 } },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G6',
          related: [],
          message:
            '资金明细行「其中：当年财政拨款」也填了得分10（G6），而执行率只在年度资金总额一行计分，总分108已把它重复计入。请核实，明细行的分值和得分改填「—」。',
          fix: null,
          accused: { row: 'funding:1', aspect: 'score' },
          accountsFor: [{ row: 'total:0', aspect: 'total' }],
        },
      ],
    },
    {
      name: 'two sources',
      sheet: withFunding(
        {},
        {
          parts: [
            { label: '其中：财政拨款', score: 10 },
            { label: '其他资金', score: 10 },
          ],
        },
      ),
      findings: [
        {
          severity: 'advisory',
          cell: 'G6',
          related: ['G7'],
          message:
            '资金明细行「其中：财政拨款」等2行也填了得分10（G6），而执行率只在年度资金总额一行计分，执行率得分容易重复计入总分。请核实，明细行的分值和得分改填「—」。',
          fix: null,
          accused: { row: 'funding:1', aspect: 'score' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'the score stands in a source’s line only',
      sheet: withPart({ score: 10 }, withFunding({ score: null })),
      findings: [
        {
          severity: 'advisory',
          cell: 'G6',
          related: [],
          message:
            '资金明细行「其中：当年财政拨款」也填了得分10（G6），而执行率只在年度资金总额一行计分，执行率得分容易重复计入总分。请核实，明细行的分值和得分改填「—」。',
          fix: null,
          accused: { row: 'funding:1', aspect: 'score' },
          accountsFor: [{ row: 'r-execution', aspect: 'score' }],
        },
      ],
    },
    {
      name: 'a total wrong by another amount',
      sheet: { ...withPart({ score: 10 }), total: { weight: 100, score: 107 } },
      findings: [
        {
          severity: 'advisory',
          cell: 'G6',
          related: [],
          message:
            '资金明细行「其中：当年财政拨款」也填了得分10（G6），而执行率只在年度资金总额一行计分，执行率得分容易重复计入总分。请核实，明细行的分值和得分改填「—」。',
          fix: null,
          accused: { row: 'funding:1', aspect: 'score' },
        },
      ],
    },
  ],
});

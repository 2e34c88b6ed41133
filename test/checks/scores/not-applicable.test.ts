import { notApplicable } from '../../../src/checks/scores/not-applicable';
import { testCheck } from '../support/check-tester';
import { withRow } from '../support/spoil';

testCheck(notApplicable, {
  passing: [
    { name: 'it is said how', sheet: withRow(4, { applies: false, score: 15, reason: '不适用：无单位食堂，按满分计' }) },
    {
      name: 'as the rule says',
      sheet: withRow(4, { applies: false, score: 15, criterion: '按规定预留得15分，未预留不得分；不涉及的得满分。', reason: '不涉及' }),
    },
    {
      name: 'the rule has words of its own for it',
      sheet: withRow(4, {
        applies: false,
        score: 15,
        criterion: '按规定预留得15分，未预留不得分；本年度未安排采购的不扣分。',
        reason: '不涉及',
      }),
    },
    { name: 'not scored', sheet: withRow(4, { applies: false, score: null, reason: '不涉及' }) },
  ],
  failing: [
    {
      name: 'nothing is said',
      sheet: withRow(4, { applies: false, score: 15, reason: '不适用：无单位食堂' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G13',
          related: [],
          message:
            '「机制健全程度」填写为不适用，得分（G13）为15分（分值15分），表中没有写明不适用时怎样计分（得满分、不计分折算或计0分）。请写明计分方式和依据。',
          fix: null,
          accused: { row: 'r4', aspect: 'reason' },
        },
      ],
    },
    {
      name: 'not as the rule says',
      sheet: withRow(4, { applies: false, score: 10, criterion: '按规定预留得15分，未预留不得分；不涉及的得满分。', reason: '不涉及' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G13',
          related: [],
          message: '「机制健全程度」填写为不适用，得分（G13）为10分（分值15分），按规定不适用的应得满分。请核实得分，另有规定的请写明。',
          fix: null,
          accused: { row: 'r4', aspect: 'reason' },
        },
      ],
    },
  ],
  boundary: [{ name: 'the row applies', sheet: withRow(4, { applies: true }) }],
});

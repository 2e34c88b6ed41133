import type { Addr, Dec } from '../../workbook';
import { accused } from '../support/accused';
import { EVALUATION_RULES } from '../support/basis';
import { deductedRows } from '../support/deductions';
import { reasonHeader } from '../support/reason-column';
import { explanation, isBoilerplate } from '../../score-table';
import { quotedSlot } from '../support/quoted';
import type { Check } from '../types';

export interface BoilerplateReason {
  readonly name: string;
  readonly at: Addr;
  readonly header: string;
  readonly text: string;
  readonly lost: Dec;
}

export const boilerplateReason: Check<BoilerplateReason> = {
  code: 'boilerplate-reason',
  title: '扣分原因过于笼统',
  headline: '扣分原因不够具体',
  severities: ['advisory'],
  basis: { ...EVALUATION_RULES, article: '未完成绩效目标的，应分析并说明原因、提出改进措施' },
  needs: ['scores', 'weights', 'reasons'],
  explain: {
    looksFor: '有扣分的指标，原因栏只写「客观原因」「今后加强管理」「酌情扣分」一类放在哪一行都成立的话。',
    howToFix: '写明具体事项：哪项工作、差多少、什么原因、何时以什么办法改进。',
  },
  *run(context) {
    for (const { row, members, score, weight } of deductedRows(context)) {
      const said = members.map((member) => ({ slot: member.reason, text: explanation(member.reason) })).filter((one) => one.text !== '');
      const first = said[0];
      if (first?.slot === undefined || !said.every((one) => isBoilerplate(one.text))) continue;
      yield {
        severity: 'advisory',
        accused: accused(row.id, 'reason'),
        cell: first.slot.at,
        indicator: row.name.value,
        data: {
          name: row.name.value,
          at: first.slot.at,
          header: reasonHeader(context.scoreTable, row),
          text: quotedSlot(first.slot),
          lost: weight.minus(score),
        },
        actual: quotedSlot(first.slot),
      };
    }
  },
  message(data, words) {
    return `${words.name(data.name)}扣${words.number(data.lost)}分，${words.cell(data.at)} 的${data.header}写的是「${data.text}」，看不出具体事项。请写明差在哪里、原因和改进措施。`;
  },
};

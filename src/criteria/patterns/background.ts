/** What says nothing of points and still matters: what is required, how a figure is worked out. */
import type { Within } from '../reading/clause';
import { pattern, type Pattern } from '../reading/pattern';

/** 「指标值应落在40%-60%之间」: the row's own figure. */
const OF_ROW = /^(?:指标|目标|完成|实际)值/;
const ofRow = (when: Within): Within => (when.of !== null && OF_ROW.test(when.of.words) ? { ...when, of: null } : when);

export const BACKGROUND: readonly Pattern[] = [
  pattern({
    id: 'heading',
    says: '小标题（评分标准：、计分方法：……）',
    forms: ['HEADING COLON'],
    means: () => ({ is: 'heading' }),
    reads: [['评分要点：合格率≥90%得5分，低于90%不得分。', '5', [{ 合格率: '90%' }, '5'], [{ 合格率: '89%' }, '0']]],
    never: ['评分标准由县财政局另行制定'],
  }),
  pattern({
    id: 'heading-in-brackets',
    says: '小标题（【评分标准】……）',
    forms: ['OPEN HEADING CLOSE'],
    means: () => ({ is: 'heading' }),
    prior: -1.9,
    reads: [['【评分规则】合格率≥90%得4分；每低1个百分点扣0.3分', '4', [{ 合格率: '90%' }, '4'], [{ 合格率: '89%' }, '3.7']]],
    never: ['（评分标准由县财政局另行制定）'],
  }),
  pattern({
    id: 'decimals',
    says: '结果保留几位小数',
    forms: ['DECIMALS', 'OPEN DECIMALS CLOSE'],
    means: () => ({ is: 'definition' }),
    reads: [['得分=实际课时÷计划课时×4分（保留两位小数）', '4', [{ 实际课时: '30', 计划课时: '40' }, '3']]],
    never: ['资料保留两年'],
  }),
  pattern({
    id: 'requirement',
    says: '要求达到多少（不说得分）',
    forms: ['m=measured'],
    means: ({ m }) => (m!.is === 'within' && !m!.bare ? { is: 'requirement', when: ofRow(m!) } : null),
    reads: [['群众满意度不低于90%。每降低1个百分点扣0.5分，扣完为止。', '5', [{ 满意度: '90%' }, '5'], [{ 满意度: '88%' }, '4']]],
    never: [],
  }),
];

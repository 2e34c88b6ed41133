/** What says nothing of points and still matters: what is required, how a figure is worked out. */
import { pattern, type Pattern } from '../reading/pattern';

export const BACKGROUND: readonly Pattern[] = [
  pattern({
    id: 'requirement',
    says: '要求达到多少（不说得分）',
    forms: ['m=measured'],
    means: ({ m }) => (m!.is === 'within' && !m!.bare ? { is: 'requirement', when: m! } : null),
    reads: [['群众满意度不低于90%。每降低1个百分点扣0.5分，扣完为止。', '5', [{ 满意度: '90%' }, '5'], [{ 满意度: '88%' }, '4']]],
    never: [],
  }),
];

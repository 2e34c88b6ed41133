/** 「基础分3分，每增加一项加1分」, 「完成得4分，有创新做法的加1分」: a base and what comes on top. */
import { NO_TAIL } from '../reading/clause';
import { pattern, phrase, type Pattern } from '../reading/pattern';
import { pointsOfEdge } from './amounts';
import { unitSaid } from './per-occurrence';

export const BONUS: readonly Pattern[] = [
  phrase('give', ['AWARD BASE WORTH? v=PTS', 'BASE v=PTS'], ({ v }) => ({
    amount: { is: 'points', points: pointsOfEdge(v!) },
    row: false,
    worth: false,
    each: false,
  })),
  pattern({
    id: 'base',
    says: '基础分多少分',
    forms: ['OWN? BASE WORTH? v=PTS', 'AWARD BASE WORTH? v=PTS', 'BASE AWARD v=PTS'],
    means: ({ v }) => ({ is: 'base', points: pointsOfEdge(v!) }),
    reads: [['基础分3分，每增加1项成果加1分，最高5分', '5', [{ 成果: '0' }, '3'], [{ 成果: '1' }, '4'], [{ 成果: '5' }, '5']]],
    never: ['基础分类管理'],
  }),
  pattern({
    id: 'plus',
    says: '有某种情况的加多少分',
    forms: ['c=condition sep? ADD a=amount t=tail?', 'c=condition OPEN ADD a=amount CLOSE'],
    means: ({ c, a, t }) => (a!.is === 'points' ? { is: 'plus', when: c!, points: a!.points, tail: t ?? NO_TAIL } : null),
    reads: [['按要求完成得3分；有创新做法的加1分', '4', [{ 按要求完成: true, 创新: true }, '4'], [{ 按要求完成: true, 创新: false }, '3']]],
    never: ['有创新做法的应加以推广'],
  }),
  pattern({
    id: 'per-bonus',
    says: '每增加一项加多少分',
    forms: [
      'EVERY b=words? s=step x=words? sep? ADD a=amount t=tail?',
      'EVERY b=words? u=UNIT x=words? sep? ADD a=amount t=tail?',
      'c=condition sep? EVERY b=words? s=step x=words? sep? ADD a=amount t=tail?',
      'c=condition sep? EVERY b=words? u=UNIT x=words? sep? ADD a=amount t=tail?',
      'b=words v=QTY x=words? sep? ADD a=amount t=tail?',
    ],
    means: ({ v, ...said }) => {
      const one = unitSaid(v === undefined ? said : { ...said, s: v.figure! }, null);
      // 「1篇加0.5分」 without 每: one of them.
      return one?.is === 'unit' && (one.before !== null || one.lead !== null || one.after !== null) ? one : null;
    },
    reads: [['每开展一次活动加0.5分，最多加3分', '3', [{ 活动: '2' }, '1'], [{ 活动: '9' }, '3']]],
    never: ['每开展1次活动均应加强管理'],
  }),
  pattern({
    id: 'per-bonus-above',
    says: '每提高（多完成）多少加多少分',
    forms: [
      'EVERY b=words? o=OVER f=words? s=step x=words? sep? ADD a=amount t=tail?',
      'c=condition sep? EVERY b=words? o=OVER f=words? s=step x=words? sep? ADD a=amount t=tail?',
    ],
    means: (said) => unitSaid(said, 'above'),
    reads: [['满意度达到85%得3分，每提高1个百分点加0.2分，最高得5分', '5', [{ 满意度: '85%' }, '3'], [{ 满意度: '90%' }, '4']]],
    never: ['每增加1人，编制相应增加'],
  }),
];

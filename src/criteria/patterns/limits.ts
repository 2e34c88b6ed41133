/** 「最多扣3分」, 「最低0分」, 「扣完为止」, 「不涉及的不扣分」: what is said of the points as a whole. */
import { Dec } from '../../workbook';
import type { FigureSaid } from '../reading/figures';
import type { Edge } from '../reading/lattice';
import type { Rounding } from '../reading/clause';
import { pattern, phrase, type Pattern } from '../reading/pattern';

const ALL_OF_IT = new Dec(1);

const figureOf = (said: FigureSaid | Edge | undefined): FigureSaid | undefined =>
  said !== undefined && 'figure' in said ? said.figure! : said;

/** So much short of a step, and what it counts; null where it is counted as something else. */
const roundedTo = (f: FigureSaid | undefined, g: FigureSaid | undefined, to: Rounding['to']): Rounding | null =>
  f === undefined || f.both || (g !== undefined && !(g.value.eq(f.value) && g.as === f.as)) ? null : { step: f, to };

const ROUNDING: readonly Pattern[] = [
  phrase(
    'rounding',
    [
      'LT f=figure DE? sep? BY g=figure GIVE',
      'LT f=figure DE? sep? BY g=figure AWARD',
      'SHORT f=figure DE? sep? BY g=figure GIVE',
      'SHORT f=figure DE? sep? BY g=figure AWARD',
    ],
    ({ f, g }) => roundedTo(f, g, 'begun'),
  ),
  phrase('rounding', ['INCL LT f=figure', 'INCL SHORT f=figure'], ({ f }) => roundedTo(f, undefined, 'begun')),
  phrase('rounding', ['LT f=figure DE? sep? NODEDUCT', 'SHORT f=figure DE? sep? NODEDUCT'], ({ f }) =>
    roundedTo(f, undefined, 'whole-only'),
  ),
  phrase(
    'rounding',
    ['LT f=figure DE? sep? BY RATIO GIVE?', 'LT f=figure DE? sep? BY RATIO DEDUCT GIVE?', 'SHORT f=figure DE? sep? BY RATIO GIVE?'],
    ({ f }) => roundedTo(f, undefined, 'proportional'),
  ),
];

/** 「超过目标值的按满分计」. */
const EACH_OF_SEVERAL = /^(?:各|每|单)(?:项|个|类|方面)?/;
const PLANNED = /(?:目标|计划|指标|任务)[值数量]?$/;
const SO_MANY = '二两三四五';

/** 「以上两项」: the two before it. */
function lastOf(all: Edge | undefined): { readonly ofLast?: number } {
  const number = [...(all?.text ?? '')].find((char) => SO_MANY.includes(char));
  return number === undefined ? {} : { ofLast: Math.max(SO_MANY.indexOf(number) + 1, 2) };
}

const AT_FIRST = /^(?:首|初|第一|第1)[次例起]/;

export const LIMIT_PATTERNS: readonly Pattern[] = [
  ...ROUNDING,
  pattern({
    id: 'rounding',
    says: '不足一个单位的怎么算',
    forms: ['r=rounding'],
    means: ({ r }) => ({ is: 'rounding', ...r! }),
    reads: [
      [
        '合格率低于95%的，每低5个百分点扣1分，不足5个百分点不扣分',
        '5',
        [{ 合格率: '95%' }, '5'],
        [{ 合格率: '91%' }, '5'],
        [{ 合格率: '84%' }, '3'],
      ],
      ['办结率≥90%得5分，每低2个百分点扣1分，不足2个百分点的按2个百分点计算', '5', [{ 办结率: '90%' }, '5'], [{ 办结率: '87%' }, '3']],
    ],
    never: ['不足5个百分点的应说明原因'],
  }),
  pattern({
    id: 'limit',
    says: '最多扣（得）多少分，最低多少分',
    forms: ['m=most', 'l=least', 'OWN sep? l=least', 'm=most sep? l=least', 'l=least sep? m=most'],
    means: ({ m, l }) => ({ is: 'limit', most: m?.points ?? null, least: l ?? null, of: m?.of ?? null }),
    reads: [
      ['发现一处不符扣1分；最多扣2分', '5', [{ 不符: '1' }, '4'], [{ 不符: '4' }, '3']],
      ['完好率≥90%得4分；每低1个百分点扣0.3分，本指标最低得1分。', '4', [{ 完好率: '90%' }, '4'], [{ 完好率: '76%' }, '1']],
    ],
    never: ['最高人民法院'],
  }),
  pattern({
    id: 'limit-of-all',
    says: '几项合计最多扣多少分',
    forms: ['a=ALLOF sep? m=most', 'OWN sep? m=most', 'ALLOF a=ALLOF m=most', 'OWN a=ALLOF m=most', 'a=ALLOF sep? ACCUM m=most'],
    means: ({ a, m }) => ({ is: 'limit', most: m!.points, least: null, of: m!.of, ofAll: true, ...lastOf(a) }),
    reads: [
      [
        '每漏报一户扣0.5分，每错报一户扣0.2分，两项累计扣分不超过3分',
        '5',
        [{ 漏报: '2', 错报: '5' }, '3'],
        [{ 漏报: '6', 错报: '5' }, '2'],
      ],
      ['未编制预算的扣1分；账实不符的每处扣1分；以上扣分合计不超过2分', '5', [{ 预算: '1', 账实不符: '3' }, '3']],
      [
        '超标准接待的每次扣1分，公车私用的每次扣1分，以上两项合计最多扣3分；未使用公务卡的扣1分',
        '5',
        [{ 超标准接待: '2', 公车私用: '2', 公务卡: '0' }, '2'],
        [{ 超标准接待: '2', 公车私用: '2', 公务卡: '1' }, '1'],
      ],
    ],
    never: ['以上各项工作均应按时完成'],
  }),
  pattern({
    id: 'as-at-most',
    says: '超过满分的按满分计',
    forms: [
      'OVER f=figure DE? sep? BY g=figure GIVE?',
      'n=words OVER f=PCT DE? sep? BY g=PCT GIVE?',
      'OVER maxpts DE? sep? BY maxpts GIVE?',
      'OVER f=figure DE? sep? AWARD FULL',
      'OVER f=figure DE? sep? BY FULL GIVE?',
      'OVER k=words DE? sep? BY FULL GIVE?',
      'n=words? MOST BY g=PCT GIVE?',
    ],
    means: ({ f: said, g: by, k, n }) => {
      // Each of several figures is one for itself: all of the score may still be less than full.
      if (n !== undefined && EACH_OF_SEVERAL.test(n.words)) return null;
      if (k !== undefined && !PLANNED.test(k.words)) return null;
      if (said === undefined && by !== undefined && !figureOf(by)!.value.eq(1)) return null;
      const [f, g] = [figureOf(said), figureOf(by)];
      if (f === undefined) return { is: 'limit', most: { share: ALL_OF_IT }, least: null, of: 'given' };
      if (g !== undefined && !g.value.eq(f.value)) return null;
      return { is: 'limit', most: f.as === 'percent' ? { share: ALL_OF_IT } : { points: f.value }, least: null, of: 'given' };
    },
    reads: [
      ['每完成1项得1分，超过5分的按5分计算', '5', [{ 完成: '3' }, '3'], [{ 完成: '9' }, '5']],
      ['得分=指标分值×完成率（完成率最高按100%计算）', '8', [{ 完成率: '90%' }, '7.2'], [{ 完成率: '120%' }, '8']],
      ['得分=实际值/目标值×分值，超过目标值的按满分计', '5', [{ actual: '4', target: '5' }, '4'], [{ actual: '6', target: '5' }, '5']],
    ],
    never: ['超过100%的，按合同约定另行处理'],
  }),
  pattern({
    id: 'restated',
    says: '扣完为止；已扣的不重复扣',
    forms: ['until', 'STOPCOUNT', 'n=words sep? STOPCOUNT', 'FULL'],
    means: () => ({ is: 'restated' }),
    reads: [['每发现一处不符扣1分。已扣的不重复扣分', '5', [{ 不符: '1' }, '4']]],
    never: ['不重复建设'],
  }),
  pattern({
    id: 'exempt-excluded',
    says: '不涉及的不纳入考核',
    forms: ['n=words sep? EXCLUDED'],
    means: ({ n }) => ({ is: 'exempt', when: n!, policy: 'excluded' }),
    reads: [['每缺一份附件扣1分；无此项工作的不纳入考核', '5', [{ 缺: '1', 无此项工作: false }, '4']]],
    never: ['不纳入预算'],
  }),
  pattern({
    id: 'exempt-no-deduction',
    says: '某种情况不扣分',
    forms: ['n=words sep? NODEDUCT', 'n=clauses sep? NODEDUCT'],
    means: ({ n }) => (AT_FIRST.test(n!.words) ? null : { is: 'exempt', when: n!, policy: 'no-deduction' }),
    reads: [['每滞后一年扣2分，扣完为止；若实施方案没有该任务的，不扣分。', '10', [{ 滞后: '2', 实施方案: false }, '6']]],
    never: ['没有该任务的单位'],
  }),
];

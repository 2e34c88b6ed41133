/** 「每发现一处扣0.5分」, 「每超过1个百分点扣0.2分」, 「每完成一项得1分」. */
import { Dec } from '../../workbook';
import type { AmountSaid, ClauseMeaning, Loss, MentionSaid, Rounding, Side, Subject, Tail } from '../reading/clause';
import { NO_TAIL } from '../reading/clause';
import { plainUnit, type FigureSaid } from '../reading/figures';
import type { Edge } from '../reading/lattice';
import { pattern, type Pattern } from '../reading/pattern';
import type { Points } from '../types';

interface Said {
  readonly c?: Subject | undefined;
  readonly e?: Edge | undefined;
  readonly b?: MentionSaid | undefined;
  /** Behind 每超过: what it is told from. */
  readonly f?: MentionSaid | undefined;
  readonly g?: Edge | undefined;
  readonly x?: MentionSaid | undefined;
  readonly o?: Edge | undefined;
  readonly s?: FigureSaid | undefined;
  readonly u?: Edge | undefined;
  readonly l?: Loss | undefined;
  readonly a?: AmountSaid | undefined;
  readonly t?: Tail | undefined;
  readonly r?: Rounding | undefined;
}

/** What is counted begins behind one of these. */
const COUNTS =
  /(?:缺|少|缺少|发现|查出|查实|出现|发生|存在|有|迟|逾|逾期|晚|迟报|漏|未|滞后|超|违反|违规)$|(?:发现|出现|发生|存在)[^,]{1,8}$/;
/** 「存在不足1处」 is short of nothing. */
const SHORT_OF = /^(?:不足|不到|低于|少于|小于|未达到)$/;
const OVERS = new Set(['超', '超过', '多', '超出']);
const one = (unit: string): FigureSaid => ({ value: new Dec(1), as: 'quantity', unit: plainUnit(unit), both: false });

/** What is taken or given for each; null where it is no amount of points. */
function amountSaid({ l, a }: Said): Points | null {
  if (l !== undefined) return l.amount;
  return a?.is === 'points' ? a.points : null;
}

function stepSaid({ s, u }: Said): FigureSaid | null {
  if (s !== undefined) return s;
  return u === undefined ? null : one(u.text);
}

const fromSaid = ({ f, g }: Said): MentionSaid | FigureSaid | null => f ?? g?.figure ?? null;

/** So much a unit: `l` takes, `a` gives. */
/** 「每发现一项晚于…前30日的」: one of them is the step, not 30 days. */
const countsOne = (said: MentionSaid | null): boolean =>
  said !== null && said.context.some(({ as, value }) => as === 'quantity' && value.eq(1));

/** So many at a time, and what is said of a part is said of as many. */
function isStep(step: FigureSaid | null, rounding: Rounding | undefined): boolean {
  if (rounding !== undefined && step?.value.eq(rounding.step.value) !== true) return false;
  return step === null || !(step.both || step.value.isZero());
}

const partsSaid = ({ r }: Said): Rounding['to'] | null => r?.to ?? null;

export function unitSaid(said: Said, side: Side | null): ClauseMeaning | null {
  const { c = null, e, b = null, x = null, o, l, t = NO_TAIL } = said;
  if (countsOne(b)) return null;
  const amount = amountSaid(said);
  const step = stepSaid(said);
  if (amount === null || !isStep(step, said.r)) return null;
  return {
    is: 'unit',
    lead: c,
    otherwise: e !== undefined,
    before: b,
    from: fromSaid(said),
    after: x,
    side,
    sideWord: o?.text ?? '',
    step,
    effect: l === undefined ? 'award' : 'deduct',
    amount,
    upTo: l?.upTo ?? null,
    tail: t,
    parts: partsSaid(said),
  };
}

const SECOND = new Dec(1);
const THIRD = new Dec(2);

/** 「自第二次起每次扣1分」: so many go free. */
function unitFrom(said: Said, free: Dec): ClauseMeaning | null {
  const unit = unitSaid(said, null);
  return unit?.is === 'unit' ? { ...unit, free } : null;
}

const FREE_FIRST: readonly Pattern[] = [
  pattern({
    id: 'free-first',
    says: '首次不扣分',
    forms: ['FIRSTTIMES n=words? sep? NODEDUCT', 'FIRSTTIMES n=words? sep? WARNED'],
    means: ({ n }) => ({ is: 'free', times: SECOND, of: n ?? null }),
    reads: [['首次未按期销号不扣分，自第二次起每次扣1分，扣完为止', '3', [{ 未按期销号: '1' }, '3'], [{ 未按期销号: '2' }, '2']]],
    never: ['首次开展不扣分以外的检查'],
  }),
  pattern({
    id: 'per-occurrence-from-second',
    says: '自第二次起每次扣多少分',
    forms: [
      'FROMTHEN sep? EVERY b=words? s=step x=words? sep? l=lose t=tail?',
      'FROMTHEN sep? EVERY b=words? u=UNIT x=words? sep? l=lose t=tail?',
      'c=condition sep? FROMTHEN sep? EVERY b=words? s=step x=words? sep? l=lose t=tail?',
      'c=condition sep? FROMTHEN sep? EVERY b=words? u=UNIT x=words? sep? l=lose t=tail?',
    ],
    means: (said) => unitFrom(said, SECOND),
    reads: [['未按时报送的，自第二次起每次扣0.5分', '2', [{ 未按时报送: '1' }, '2'], [{ 未按时报送: '3' }, '1']]],
    never: ['自第二次起每次均应登记'],
  }),
  pattern({
    id: 'per-occurrence-from-third',
    says: '自第三次起每次扣多少分',
    forms: [
      'FROMTHIRD sep? EVERY b=words? s=step x=words? sep? l=lose t=tail?',
      'FROMTHIRD sep? EVERY b=words? u=UNIT x=words? sep? l=lose t=tail?',
      'c=condition sep? FROMTHIRD sep? EVERY b=words? s=step x=words? sep? l=lose t=tail?',
      'c=condition sep? FROMTHIRD sep? EVERY b=words? u=UNIT x=words? sep? l=lose t=tail?',
    ],
    means: (said) => unitFrom(said, THIRD),
    reads: [['信访件退回补正的，从第3次起每次扣1分', '4', [{ 退回: '2' }, '4'], [{ 退回: '4' }, '2']]],
    never: ['自第三次起每次均应登记'],
  }),
];

export const PER_OCCURRENCE: readonly Pattern[] = [
  ...FREE_FIRST,
  pattern({
    id: 'per-occurrence',
    says: '每发现一处（次、项……）扣多少分',
    forms: [
      'EVERY b=words s=step x=words? sep? l=lose t=tail?',
      'EVERY s=step x=words sep? l=lose t=tail?',
      'EVERY b=words u=UNIT x=words? sep? l=lose t=tail?',
      'EVERY u=UNIT x=words sep? l=lose t=tail?',
    ],
    means: (said) => unitSaid(said, null),
    reads: [
      ['每发现一处账实不符扣0.5分，最多扣2分', '4', [{ 账实不符: '0' }, '4'], [{ 账实不符: '3' }, '2.5'], [{ 账实不符: '9' }, '2']],
      ['每逾期1天扣0.2分，封顶1分', '3', [{ 逾期: '0' }, '3'], [{ 逾期: '2' }, '2.6'], [{ 逾期: '30' }, '2']],
      ['每逾期1天扣0.2分，以1分为限', '3', [{ 逾期: '30' }, '2']],
      ['每逾期1天扣0.2分，至多扣1分', '3', [{ 逾期: '30' }, '2']],
      ['每逾期1天扣0.2分，最大扣1分', '3', [{ 逾期: '30' }, '2']],
    ],
    never: ['每月报送一次'],
  }),
  pattern({
    id: 'per-occurrence-bare',
    says: '每次（每处、每项）扣多少分',
    forms: ['EVERY s=step sep? l=lose t=tail?', 'EVERY u=UNIT sep? l=lose t=tail?', 'EVERY UNIT EVERY u=UNIT sep? l=lose t=tail?'],
    means: (said) => unitSaid(said, null),
    reads: [['未按规定公开。每次扣0.5分，扣完为止', '2', [{ '': '3' }, '0.5']]],
    never: ['每次检查均有记录'],
  }),
  pattern({
    id: 'per-occurrence-led',
    says: '出现某种情况的，每处扣多少分',
    forms: [
      'c=condition sep? EVERY b=words? s=step x=words? sep? l=lose t=tail?',
      'c=condition sep? EVERY b=words? u=UNIT x=words? sep? l=lose t=tail?',
      'c=condition sep? BY u=UNIT l=lose t=tail?',
      'c=condition sep? l=lose SLASH u=UNIT t=tail?',
    ],
    means: (said) => unitSaid(said, null),
    reads: [
      ['漏报的，每户扣1分', '3', [{ 漏报: '2' }, '1'], [{ 漏报: '0' }, '3']],
      ['逾期的，按天扣0.2分，最多扣1分', '3', [{ 逾期: '2' }, '2.6'], [{ 逾期: '9' }, '2']],
    ],
    never: ['漏报的，每户补报'],
  }),
  pattern({
    id: 'per-occurrence-else',
    says: '其余每处扣多少分',
    forms: [
      'e=ELSE sep? EVERY b=words? s=step x=words? sep? l=lose t=tail?',
      'e=ELSE sep? EVERY b=words? u=UNIT x=words? sep? l=lose t=tail?',
    ],
    means: (said) => unitSaid(said, null),
    reads: [['资料齐全得3分，否则每发现一处缺失扣1分', '3', [{ 缺失: '0' }, '3'], [{ 缺失: '2' }, '1']]],
    never: ['其余每户走访一次'],
  }),
  pattern({
    id: 'per-point-above',
    says: '每超过（高出、增加）多少扣多少分',
    forms: [
      'EVERY b=words? o=OVER f=words? s=step x=words? sep? l=lose t=tail?',
      'EVERY b=words? o=OVER f=words? s=step OPEN r=rounding CLOSE sep? l=lose t=tail?',
      'c=condition sep? EVERY b=words? o=OVER f=words? s=step OPEN r=rounding CLOSE sep? l=lose t=tail?',
      'EQ g=PCT DE BASED sep? EVERY o=OVER s=step sep? l=lose t=tail?',
      'EVERY b=words? o=OVER g=PCT DE? s=step sep? l=lose t=tail?',
      'c=condition sep? EVERY b=words? o=OVER g=PCT DE? s=step sep? l=lose t=tail?',
      'c=condition sep? EVERY b=words? o=OVER f=words? s=step x=words? sep? l=lose t=tail?',
      'e=ELSE sep? EVERY b=words? o=OVER f=words? s=step x=words? sep? l=lose t=tail?',
    ],
    means: (said) => unitSaid(said, 'above'),
    reads: [['成本率不高于8%得2分，每高0.5个百分点扣0.2分，扣完为止', '2', [{ 成本率: '8%' }, '2'], [{ 成本率: '9%' }, '1.6']]],
    never: ['比上年每增加1人，编制相应调整'],
  }),
  pattern({
    id: 'per-point-below',
    says: '每低于（少、下降）多少扣多少分',
    forms: [
      'EVERY b=words? o=UNDER f=words? s=step x=words? sep? l=lose t=tail?',
      'EVERY b=words? o=UNDER f=words? s=step OPEN r=rounding CLOSE sep? l=lose t=tail?',
      'c=condition sep? EVERY b=words? o=UNDER f=words? s=step OPEN r=rounding CLOSE sep? l=lose t=tail?',
      'EQ g=PCT DE BASED sep? EVERY o=UNDER s=step sep? l=lose t=tail?',
      'EVERY b=words? o=UNDER u=UNIT x=words? sep? l=lose t=tail?',
      'EVERY b=words? o=UNDER g=PCT DE? s=step sep? l=lose t=tail?',
      'c=condition sep? EVERY b=words? o=UNDER g=PCT DE? s=step sep? l=lose t=tail?',
      'c=condition sep? EVERY b=words? o=UNDER f=words? s=step x=words? sep? l=lose t=tail?',
      'e=ELSE sep? EVERY b=words? o=UNDER f=words? s=step x=words? sep? l=lose t=tail?',
    ],
    means: (said) => unitSaid(said, 'below'),
    reads: [
      ['满意度达到90%以上得5分，每降低1个百分点扣0.5分', '5', [{ 满意度: '95%' }, '5'], [{ 满意度: '88%' }, '4']],
      ['结项率≥80%得5分，每降低5个百分点（不足5个百分点的按5个百分点计算）扣1分', '5', [{ 结项率: '80%' }, '5'], [{ 结项率: '74%' }, '3']],
    ],
    never: ['每减少1人，编制相应调整'],
  }),
  pattern({
    id: 'per-point-off',
    says: '每偏离多少扣多少分',
    forms: [
      'EVERY b=words? o=OFF f=words? s=step x=words? sep? l=lose t=tail?',
      'c=condition sep? EVERY b=words? o=OFF f=words? s=step x=words? sep? l=lose t=tail?',
      'EVERY o=OVER OPEN UNDER CLOSE s=step sep? l=lose t=tail?',
      'EVERY o=UNDER OPEN OVER CLOSE s=step sep? l=lose t=tail?',
      'OFFRANGE DE? sep? EVERY o=OFF? s=step sep? l=lose t=tail?',
    ],
    means: (said) => unitSaid(said, 'both'),
    reads: [
      ['预算执行偏差率每偏离1个百分点扣0.5分', '5', [{ 偏差率: '2%' }, '4']],
      [
        '使用占比在40%-60%之间得5分，偏离区间的，每1个百分点扣0.5分',
        '5',
        [{ 使用占比: '50%' }, '5'],
        [{ 使用占比: '63%' }, '3.5'],
        [{ 使用占比: '38%' }, '4'],
      ],
    ],
    never: ['每偏离标准1次均应说明'],
  }),
  pattern({
    id: 'per-one',
    says: '出现（缺、少、迟）一处扣多少分，处处都扣',
    forms: [
      'b=clauses s=QTY x=words? sep? l=lose t=tail?',
      's=QTY x=words sep? l=lose t=tail?',
      'b=words? o=OVER s=QTY sep? l=lose t=tail?',
      'b=words? o=UNDER s=QTY x=words? sep? l=lose t=tail?',
    ],
    means: ({ b, o, s, x, l, t }) => {
      if (o !== undefined && SHORT_OF.test(o.text)) return null;
      const counts = o !== undefined || (b === undefined ? x !== undefined : COUNTS.test(b.words));
      if (!s!.figure!.value.eq(1) || !counts) return null;
      return unitSaid({ b, o, x, s: s!.figure!, l, t }, o === undefined ? null : OVERS.has(o.text) ? 'above' : 'below');
    },
    reads: [
      ['资料齐全得3分，缺一项扣1分', '3', [{ 缺: '0' }, '3'], [{ 缺: '2' }, '1']],
      ['核查资料，发现一处不实扣0.5分', '3', [{ 不实: '2' }, '2']],
      ['少1次扣1分', '3', [{ 少: '2' }, '1']],
      ['存在不足1处扣0.5分', '3', [{ 不足: '0' }, '3'], [{ 不足: '2' }, '2']],
    ],
    never: ['出现一次严重失误'],
  }),
  pattern({
    id: 'any-of',
    says: '任何一项不符合扣多少分',
    forms: [
      'b=words? ANYOF x=words sep? l=lose t=tail?',
      'ALLOF ANYOF x=words sep? l=lose t=tail?',
      'b=words? ANYOF x=words? sep? l=lose SLASH u=UNIT t=tail?',
    ],
    means: ({ b, x, l, t }) => unitSaid({ b, x, l, t, s: one('项') }, null),
    reads: [['任何一项不符合扣2分，扣完为止', '4', [{ 不符合: '0' }, '4'], [{ 不符合: '1' }, '2'], [{ 不符合: '2' }, '0']]],
    never: ['任何一项均应符合要求'],
  }),
  pattern({
    id: 'per-award',
    says: '每完成一项得多少分',
    forms: [
      'EVERY b=words? s=step x=words? sep? AWARD a=amount t=tail?',
      'EVERY b=words? u=UNIT x=words? sep? AWARD a=amount t=tail?',
      'c=condition sep? EVERY b=words? s=step x=words? sep? AWARD a=amount t=tail?',
      'BY? a=amount SLASH u=UNIT GIVE t=tail?',
      'BY a=amount SLASH u=UNIT t=tail?',
      'AWARD a=amount SLASH u=UNIT t=tail?',
      'c=condition sep? AWARD a=amount SLASH u=UNIT t=tail?',
      'c=condition sep? EVERY b=words? u=UNIT x=words? sep? AWARD a=amount t=tail?',
    ],
    means: (said) => unitSaid(said, null),
    reads: [
      ['每开展1次培训得1分，最高得3分', '3', [{ 培训: '2' }, '2'], [{ 培训: '9' }, '3']],
      ['按0.5分/篇计分，最高不超过5分', '5', [{ '': '7' }, '3.5'], [{ '': '12' }, '5']],
    ],
    never: ['每开展1次培训应有记录'],
  }),
];

/** 「率≥90%得4分」, 「制度健全得2分」, 「其余不得分」: what is given where something holds, and where nothing does. */
import { Dec } from '../../workbook';
import type { Points } from '../types';
import { NO_TAIL, type Gift, type Loss, type Subject } from '../reading/clause';
import { pattern, type Pattern } from '../reading/pattern';
import { nothing } from './amounts';

/** 「年初预算为a」 before a formula says what a letter is. */
const namesLetter = (when: Subject): boolean => when.is === 'holds' && /[A-Za-z]\d?$/.test(when.of.words);

const ALL_OF_IT: Gift = { amount: { is: 'points', points: { share: new Dec(1) } }, row: false, worth: false, each: false };

export const STEPS: readonly Pattern[] = [
  pattern({
    id: 'arm',
    says: '达到某个数或符合某种情况，得多少分',
    forms: [
      'c=condition sep? g=give',
      'c=condition OPEN g=give CLOSE',
      'c=measured GRADED sep? g=give',
      'c=measured GRADED OPEN g=give CLOSE',
    ],
    means: ({ c, g }) => (g!.amount.is === 'formula' && namesLetter(c!) ? null : { is: 'arm', when: c!, gives: g! }),
    reads: [
      [
        '到位率≥90%得4分；70%≤到位率＜90%得2分；＜70%不得分',
        '4',
        [{ 到位率: '90%' }, '4'],
        [{ 到位率: '70%' }, '2'],
        [{ 到位率: '69%' }, '0'],
      ],
      ['满意率90%以上（含90%）得5分，80%-90%（含80%）得3分，80%以下不得分', '5', [{ 满意率: '90%' }, '5'], [{ 满意率: '80%' }, '3']],
      [
        '合格率95%（含）以上得3分，85%至95%（不含）得1分，其余不得分',
        '3',
        [{ 合格率: '95%' }, '3'],
        [{ 合格率: '94%' }, '1'],
        [{ 合格率: '84%' }, '0'],
      ],
      ['覆盖率95%以上为优（4分），85%-95%为良（3分），85%以下为差（0分）', '4', [{ 覆盖率: '96%' }, '4'], [{ 覆盖率: '90%' }, '3']],
    ],
    never: ['合格率应当达到95%以上'],
  }),
  pattern({
    id: 'full-within',
    says: '在多少以内不扣分',
    forms: ['c=measured sep? NODEDUCT'],
    means: ({ c }) =>
      c!.is === 'within' && !c!.bare && !(c!.of === null && c!.to?.end === 'out') ? { is: 'arm', when: c!, gives: ALL_OF_IT } : null,
    reads: [
      [
        '偏差率在±10%以内不扣分，每超出1个百分点扣0.2分',
        '4',
        [{ 偏差率: '-10%' }, '4'],
        [{ 偏差率: '-12%' }, '3.6'],
        [{ 偏差率: '12%' }, '3.6'],
      ],
    ],
    never: ['偏差率在10%以内'],
  }),
  pattern({
    id: 'else',
    says: '其他情况得多少分',
    forms: ['ELSE sep? g=give', 'ELSE DE? sep? g=give'],
    means: ({ g }) => ({ is: 'else', gives: g! }),
    reads: [['按时报送得2分，否则不得分', '2', [{ 按时报送: true }, '2'], [{ 按时报送: false }, '0']]],
    never: ['其他收入增加，得当使用'],
  }),
  pattern({
    id: 'standard',
    says: '以某个数为标准',
    forms: ['n=words? sep? TAKE f=figure STD'],
    means: ({ n, f }) => ({ is: 'standard', of: n ?? null, figure: f! }),
    reads: [['以100%为标准，每超过1个百分点扣0.5分', '5', [{ own: '102%' }, '4']]],
    never: ['以实际为标准'],
  }),
  pattern({
    id: 'total',
    says: '本项共多少分',
    forms: ['OWN? TOTAL sep? v=PTS', 'OWN? TOTAL WORTH? v=PTS'],
    means: ({ v }) => (v!.figure!.value.isZero() ? null : { is: 'total', points: { points: v!.figure!.value } }),
    reads: [['本项共2分。资料齐全得满分，缺1项扣0.5分', '2', [{ 缺: '1' }, '1.5']]],
    never: ['共3个项目'],
  }),
];

const NONE: Points = { points: new Dec(0) };

/** 「发现虚报冒领的，扣完本项分值」. */
const takesAll = ({ amount, upTo, each }: Loss): boolean => 'share' in amount && amount.share.eq(1) && upTo === null && !each;

export const DEDUCTED_ONCE: readonly Pattern[] = [
  pattern({
    id: 'once',
    says: '出现某种情况扣多少分',
    forms: ['c=condition sep? l=lose t=tail?'],
    means: ({ c, l, t }) =>
      takesAll(l!) ? { is: 'arm', when: c!, gives: nothing(true) } : { is: 'once', when: c!, takes: l!, tail: t ?? NO_TAIL },
    reads: [['会计核算不规范的，扣0.5分。', '2', [{ 会计核算不规范: '1' }, '1.5'], [{ 会计核算不规范: '0' }, '2']]],
    never: ['会计核算应当规范'],
  }),
  pattern({
    id: 'once-at-most',
    says: '酌情扣分，最多扣多少分',
    forms: ['c=condition sep? DISCRETE DEDUCT sep? m=most', 'c=condition sep? DISCRETE DEDUCT OPEN m=most CLOSE'],
    means: ({ c, m }) =>
      m!.of === 'given' ? null : { is: 'once', when: c!, takes: { amount: NONE, upTo: m!.points, each: false }, tail: NO_TAIL },
    reads: [['台账不规范的酌情扣分，最多扣1分', '2', [{ 台账不规范: '0' }, '2']]],
    never: ['最多扣1分'],
  }),
  pattern({
    id: 'else-take',
    says: '否则扣多少分',
    forms: ['ELSE sep? l=lose t=tail?'],
    means: ({ l, t }) => ({ is: 'else-take', takes: l!, tail: t ?? NO_TAIL }),
    reads: [['制度健全得5分，否则扣2分', '5', [{ 制度健全: true }, '5'], [{ 制度健全: false }, '3']]],
    never: ['否则不予受理'],
  }),
];

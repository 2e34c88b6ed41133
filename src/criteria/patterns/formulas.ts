/** 「得分=完成率×分值」, 「按完成值/目标值×分值计分」, 「按比例得分」: points worked out of figures. */
import type { ClauseMeaning, Gift, MentionSaid, Tail, Term } from '../reading/clause';
import type { Edge } from '../reading/lattice';
import { NO_TAIL } from '../reading/clause';
import { isRateName, plainName } from '../former/naming';
import { pattern, phrase, type Pattern } from '../reading/pattern';

type TwoSided = 'add' | 'subtract' | 'multiply' | 'divide';

/** Left to right: a÷b×c is (a÷b)×c, so what was read behind is taken apart. */
function joined(is: TwoSided, left: Term, right: Term, same: readonly TwoSided[]): Term {
  if ('left' in right && same.includes(right.is) && !right.bracketed) return { ...right, left: joined(is, left, right.left, same) };
  return { is, left, right, bracketed: false };
}

const PRODUCTS: readonly TwoSided[] = ['multiply', 'divide'];
const SUMS: readonly TwoSided[] = ['add', 'subtract'];
const bracketed = (term: Term): Term => ('left' in term ? { ...term, bracketed: true } : term);

function has(term: Term, test: (one: Term) => boolean): boolean {
  if (term.is === 'abs') return has(term.within, test);
  return test(term) || ('left' in term && (has(term.left, test) || has(term.right, test)));
}

const givesPoints = (term: Term): boolean =>
  has(term, (one) => one.is === 'max-points' || (one.is === 'figure' && one.figure.as === 'score'));
const isNamed = (term: Term): boolean => has(term, ({ is }) => is === 'name');

/** 「考核得分×6分」, 「百分制得分×6」: nobody says of how many points the score is. */
const isUnscaled = (term: Term): boolean =>
  has(term, (one) => one.is === 'name' && (HUNDRED.test(one.of.words) || SCORE_NAME.test(one.of.words))) &&
  !has(term, ({ is }) => is === 'divide') &&
  !has(term, (one) => one.is === 'figure' && (one.figure.as === 'percent' || one.figure.value.lt(1)));
const HUNDRED = /百分制|归一/;

/** 「效果明显6-5分」 is a range of points behind a name, 「有创新做法的加1分」 gives them. */
const isRange = (term: Term): boolean =>
  (term.is === 'subtract' || term.is === 'add') &&
  term.left.is === 'name' &&
  term.right.is === 'figure' &&
  term.right.figure.as === 'score';

/** 「A÷B×10计算得分」: points without their 分. */
const givesPlainPoints = (term: Term): boolean =>
  term.is === 'multiply' && term.right.is === 'figure' && term.right.figure.as === 'plain' && term.right.figure.value.gt(1);

function formula(term: Term, lead: MentionSaid | undefined, t: Tail | undefined, must: boolean): ClauseMeaning | null {
  if (
    !isNamed(term) ||
    !('left' in term) ||
    (must && isRange(term)) ||
    (term.is === 'multiply' && isUnscaled(term)) ||
    (must && !givesPoints(term) && !rescales(term))
  )
    return null;
  return { is: 'formula', lead: lead ?? null, of: term, tail: t ?? NO_TAIL };
}

const PARTS: readonly Pattern[] = [
  phrase('atom', ['v=PCT', 'v=NUM', 'v=PTS'], ({ v }) => ({ is: 'figure', figure: v!.figure! })),
  phrase('atom', ['maxpts'], () => ({ is: 'max-points' })),
  phrase('atom', ['OPEN e=term CLOSE'], ({ e }) => bracketed(e!)),
  phrase('atom', ['BAR e=term BAR'], ({ e }) => ({ is: 'abs', within: e! })),
  // 「B/A或A/B」 is a choice, no name.
  phrase('atom', ['n=operand'], ({ n }) => (n!.words.includes('或') ? null : { is: 'name', of: n! }), 0.1),
  phrase('product', ['l=atom'], ({ l }) => l!),
  phrase('product', ['l=atom TIMES r=product'], ({ l, r }) => joined('multiply', l!, r!, PRODUCTS)),
  phrase('product', ['l=atom DIV r=product'], ({ l, r }) => joined('divide', l!, r!, PRODUCTS)),
  phrase('term', ['l=product'], ({ l }) => l!),
  phrase('term', ['l=product PLUS r=term'], ({ l, r }) => joined('add', l!, r!, SUMS)),
  phrase('term', ['l=product MINUS r=term'], ({ l, r }) => joined('subtract', l!, r!, SUMS)),
];

/** 「考核得分」, 「平均成绩(百分制)」: points of another scale. */
const SCORE_NAME =
  /(?:得分|成绩|分数|评分|平均分|总分|分值|结果|打分|得分率|均分|(?<![百满部十零一二三四五])分)(?:\([^)]*\))?(?:之和|平均值)?$/;
const isScore = (term: Term): boolean => term.is === 'name' && SCORE_NAME.test(term.of.words);

/** 「考核得分÷100×6」, 「考核得分×6%」: points of one scale as those of another. */
function rescales(term: Term): boolean {
  if (term.is !== 'multiply' && term.is !== 'divide') return false;
  return factorsOf(term).filter(isScore).length === 1 && factorsOf(term).every((one) => isScore(one) || one.is === 'figure');
}

const factorsOf = (term: Term): readonly Term[] =>
  term.is === 'multiply' || term.is === 'divide' ? [...factorsOf(term.left), ...factorsOf(term.right)] : [term];

/** said: that it is the score, in so many words. */
const formulaGift = (of: Term, tail: Tail | undefined, said: boolean): Gift | null =>
  isNamed(of) && 'left' in of && !(of.is === 'multiply' && isUnscaled(of)) && (said || givesPoints(of) || rescales(of))
    ? { amount: { is: 'formula', of, tail: tail ?? NO_TAIL }, row: false, worth: false, each: false }
    : null;

/** 「按编制率计分」: the 分值 times the rate. */
const byRate = (of: MentionSaid): Gift | null =>
  isRateName(plainName(of.words)) && !/[,、]/.test(of.words)
    ? {
        amount: {
          is: 'formula',
          of: { is: 'multiply', left: { is: 'name', of }, right: { is: 'max-points' }, bracketed: false },
          tail: NO_TAIL,
        },
        row: false,
        worth: false,
        each: false,
      }
    : null;

const GIFTS: readonly Pattern[] = [
  phrase('give', ['BY n=operand GIVE'], ({ n }) => byRate(n!), 0.15),
  phrase('give', ['BY e=term GIVE t=tail?', 'SCORE e=term t=tail?'], ({ e, t }) => formulaGift(e!, t, true), 0.1),
  phrase('give', ['BY e=term t=tail?'], ({ e, t }) => formulaGift(e!, t, false), 0.2),
];

/** 「考核满分为100分」, 「考评总分150分」: what is scored. */
const SCALED = /(?:考核|考评|测评|评价|评审|检查|得分|成绩|考试|评分)$/;

/** 「应报数为A,实报数为B」. */
const LETTERED =
  /^(?:设|令|其中|记)?(?:(?:[^,]{2,16}[数额量率金资算费比值用]为[A-Za-z]\d?|[A-Za-z]\d?(?:为|表示|代表|是)[^,]{2,16}[数额量率金资算费比值用]),?){1,4}$/;

/** So much of another score: 「考核得分的10%」. */
const shareOfScore = (of: MentionSaid, share: Edge): Term | null =>
  SCORE_NAME.test(of.words)
    ? { is: 'multiply', left: { is: 'name', of }, right: { is: 'figure', figure: share.figure! }, bracketed: false }
    : null;

export const FORMULAS: readonly Pattern[] = [
  ...PARTS,
  ...GIFTS,
  pattern({
    id: 'share-of-score',
    says: '按另一项得分的百分之几计分',
    forms: [
      'BY? n=words DE? v=PCT GIVE t=tail?',
      'BY n=words DE? v=PCT AWARD',
      'BY? n=words BY v=PCT GIVE? t=tail?',
      'BY? n=words sep? BY v=PCT GIVE t=tail?',
      'BY? n=words sep? BY v=PCT CONVERTS GIVE? t=tail?',
      'BY? n=words TIMES v=PCT GIVE t=tail?',
    ],
    means: ({ n, v, t }) => {
      const of = shareOfScore(n!, v!);
      return of === null ? null : { is: 'formula', lead: null, of, tail: t ?? NO_TAIL };
    },
    reads: [
      ['以年度考核得分（百分制）的10%计入', '10', [{ 考核得分: '88' }, '8.8']],
      ['考核得分按5%折算', '5', [{ 考核得分: '80' }, '4']],
    ],
    never: ['资金按10%计提'],
  }),
  pattern({
    id: 'other-scale',
    says: '满分多少分，折算成多少分',
    forms: ['n=words TOTAL v=PTS sep? CONVERTS WORTH? w=PTS GIVE?'],
    means: ({ n, v, w }) => {
      const [from, to] = [v!.figure!.value, w!.figure!.value];
      if (!from.gt(to) || to.isZero() || !SCALED.test(n!.words)) return null;
      const part: Term = { is: 'figure', figure: { value: to.div(from), as: 'plain', unit: '', both: false } };
      return {
        is: 'formula',
        lead: null,
        of: { is: 'multiply', left: { is: 'name', of: n! }, right: part, bracketed: false },
        tail: NO_TAIL,
      };
    },
    reads: [['考核得分满分为100分，折算成6分计入', '6', [{ 考核得分: '90' }, '5.4']]],
    never: ['试卷满分100分'],
  }),
  pattern({
    id: 'of-scale',
    says: '按百分制折算（下面写明怎样算）',
    forms: ['BY? n=operand BY? CONVERTS', 'BY n=operand CONVERTS GIVE?', 'BY? CONVERTS GIVE?', 'n=operand BY CONVERTS GIVE?'],
    means: ({ n }) => (n === undefined || SCORE_NAME.test(n.words) ? { is: 'definition' } : null),
    reads: [['按第三方评估得分（百分制）折算，本项得分=评估得分×10%', '10', [{ 评估得分: '88' }, '8.8']]],
    never: ['折算标准煤'],
  }),
  pattern({
    id: 'formula',
    says: '得分＝……',
    forms: ['SCORE e=term t=tail?', 'n=words sep? SCORE e=term t=tail?', 'SCORE OPEN e=term CLOSE t=tail?'],
    means: ({ n, e, t }) => formula(e!, n, t, false),
    reads: [
      ['得分=完成率×分值', '5', [{ 完成率: '80%' }, '4']],
      ['得分=到位数÷应到数×分值，超过100%的按100%计算', '5', [{ 到位数: '12', 应到数: '10' }, '5'], [{ 到位数: '6', 应到数: '10' }, '3']],
    ],
    never: ['得分情况见附表'],
  }),
  pattern({
    id: 'by-formula',
    says: '按……计分',
    forms: ['BY e=term k=GIVE t=tail?', 'n=words sep? BY e=term k=GIVE t=tail?', 'e=term t=tail?', 'e=term k=GIVE t=tail?'],
    means: ({ n, e, k, t }) => formula(e!, n, t, k === undefined || !givesPlainPoints(e!)),
    reads: [
      ['按完成率×分值计分。', '5', [{ 完成率: '80%' }, '4']],
      ['执行率×10分', '10', [{ 执行率: '80%' }, '8']],
    ],
    never: ['按合同约定支付'],
  }),
  pattern({
    id: 'letter',
    says: '用字母代表什么',
    forms: ['n=clauses'],
    means: ({ n }) => (LETTERED.test(n!.words) ? { is: 'definition' } : null),
    reads: [['设应报数为A，实报数为B，得分=B/A×5', '5', [{ actual: '4', target: '5' }, '4']]],
    never: ['评估等次为A'],
  }),
  pattern({
    id: 'definition',
    says: '某个率怎么算',
    forms: ['n=words EQ e=term', 'n=words COLON e=term'],
    means: ({ e }) => ('left' in e! && isNamed(e) && !givesPoints(e) ? { is: 'definition' } : null),
    reads: [
      [
        '预算执行率=支出数÷预算数×100%。预算执行率≥90%得5分，低于90%不得分',
        '5',
        [{ 预算执行率: '95%' }, '5'],
        [{ 预算执行率: '80%' }, '0'],
      ],
    ],
    never: [],
  }),
];

/** 「得分=完成率×分值」, 「按完成值/目标值×分值计分」, 「按比例得分」: points worked out of figures. */
import type { ClauseMeaning, MentionSaid, Tail, Term } from '../reading/clause';
import { NO_TAIL } from '../reading/clause';
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

function formula(term: Term, lead: MentionSaid | undefined, t: Tail | undefined, must: boolean): ClauseMeaning | null {
  if (!isNamed(term) || !('left' in term) || (must && !givesPoints(term))) return null;
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

export const FORMULAS: readonly Pattern[] = [
  ...PARTS,
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
    forms: ['BY e=term GIVE t=tail?', 'n=words sep? BY e=term GIVE t=tail?', 'e=term t=tail?'],
    means: ({ n, e, t }) => formula(e!, n, t, true),
    reads: [
      ['按完成率×分值计分。', '5', [{ 完成率: '80%' }, '4']],
      ['执行率×10分', '10', [{ 执行率: '80%' }, '8']],
    ],
    never: ['按合同约定支付'],
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

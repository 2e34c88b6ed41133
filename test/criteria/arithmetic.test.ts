import { arithmeticFormula, arithmeticText, valueOfArithmetic, type Arithmetic, type Criterion } from '../../src/criteria/index';
import {
  FULL,
  NONE,
  actual,
  amount,
  compare,
  count,
  d,
  deductions,
  fact,
  formula,
  award,
  holds,
  mul,
  num,
  pct,
  perOccurrence,
  perPoint,
  points,
  rate,
  run,
  share,
  steps,
  sum,
  target,
  two,
  veto,
  weight,
  yes,
  type Facts,
} from './support/build';

const [added, moved, done, control] = [rate('年中追加率'), rate('预算调剂率'), rate('执行率'), rate('控制率')];
const ok = yes('健全');
const [t, a] = [target(), actual()];
const [k, n, late] = [count('缺项', '项'), count('错误', '处'), count('迟报', '天')];
const [transfer, budget] = [amount('调剂额'), amount('年初预算数')];
const report = formula(two(mul(two(num(1), '-', fact(added)), weight, pct(60)), '+', mul(two(num(1), '-', fact(moved)), weight, pct(40))));
const executed = formula(mul(fact(done), weight));
const overspent = perPoint(fact(control), pct(100), 0.5);

function arithmeticOf(criterion: Criterion, of: number, facts: Facts): Arithmetic {
  const outcome = run(criterion, of, facts);
  if (outcome.is === 'exact') return outcome.arithmetic;
  if (outcome.is === 'one-of' && outcome.readings.length > 0) return outcome.readings.at(-1)!.arithmetic;
  throw new Error(`no arithmetic: ${outcome.is}`);
}

describe('in words', () => {
  const rows: readonly (readonly [what: string, criterion: Criterion, weight: number, facts: Facts, text: string, rounded?: string])[] = [
    [
      'the report',
      report,
      4,
      [
        [added, 0],
        [moved, 0],
      ],
      '(1−0%)×4×60%+(1−0%)×4×40%=4',
    ],
    [
      'B/A',
      formula(mul(two(fact(a), '/', fact(t)), weight)),
      5,
      [
        [t, 200],
        [a, 180],
      ],
      '180÷200×5=4.5',
    ],
    [
      'the bound that bites',
      formula(mul({ op: 'min', of: [two(fact(a), '/', fact(t)), num(1)] }, weight)),
      10,
      [
        [t, 200],
        [a, 210],
      ],
      '(210÷200，最多1)×10=10',
    ],
    ['the 分值 bites', executed, 10, [[done, 1.2]], '(120%×10，最多10)=10'],
    ['rounded', executed, 10, [[done, '0.4988']], '49.88%×10=4.988≈4.99', '4.99'],
    ['shown', executed, 10, [[done, { value: d('0.4988'), shown: d('0.5') }]], '50%×10=5'],
    [
      'many digits',
      formula(mul(two(fact(a), '/', fact(t)), weight)),
      5,
      [
        [t, 3],
        [a, 1],
      ],
      '1÷3×5=1.666667≈1.67',
    ],
    [
      'many digits, rounded',
      formula(mul(two(fact(a), '/', fact(t)), weight)),
      5,
      [
        [t, 3],
        [a, 1],
      ],
      '1÷3×5=1.666667≈1.7',
      '1.7',
    ],
    [
      'a bracket where it changes the result',
      formula(mul(two(num(1), '-', mul(num(10), two(fact(transfer), '/', fact(budget)))), weight)),
      6,
      [
        [transfer, 2],
        [budget, 100],
      ],
      '(1−10×2÷100)×6=4.8',
    ],
    ['deducted', perOccurrence(k, 0.5), 4, [[k, 2]], '4−0.5×2=3'],
    ['nothing left', perOccurrence(k, 0.5), 4, [[k, 10]], '(4−0.5×10，最少0)=0'],
    ['a cap', perOccurrence(k, 1, { cap: points(3) }), 5, [[k, 7]], '5−(1×7，最多3)=2'],
    ['a share', perOccurrence(k, share('0.1')), 20, [[k, 3]], '20−20×10%×3=14'],
    ['points', overspent, 5, [[control, 1.03]], '5−0.5×(103−100)=3.5'],
    ['whole points', overspent, 5, [[control, 1.014]], '5−0.5×取整(101.4−100)=4.5'],
    ['nothing beyond', overspent, 5, [[control, 0.9]], '90%≤100%，得5'],
    ['just on it', overspent, 5, [[control, 1]], '100%≤100%，得5'],
    ['no more than nothing', perPoint(fact(control), num(0), 0.1), 2, [[control, 0]], '0%≤0，得2'],
    ['nothing below', perPoint(fact(control), pct(95), 0.5, { side: 'below' }), 5, [[control, 0.98]], '98%≥95%，得5'],
    ['每 3 天', perOccurrence(late, 1, { per: d(3) }), 5, [[late, 4]], '5−1×取整(4÷3)=4'],
    [
      'deductions',
      deductions(perOccurrence(k, 0.5), perOccurrence(n, 0.2)),
      5,
      [
        [k, 1],
        [n, 2],
      ],
      '5−(0.5×1+0.2×2)=4.1',
    ],
    [
      'items',
      sum([points(1), award(holds(ok))], [points(2), perOccurrence(k, 0.5)]),
      3,
      [
        [ok, true],
        [k, 1],
      ],
      '1+2−0.5×1=2.5',
    ],
    ['a table', steps(fact(done), ['[0.9,)', points(5)], ['[0,0.9)', NONE]), 5, [[done, 1]], '100%≥90%，得5'],
    ['between two bounds', steps(fact(done), ['[0.9,)', points(5)], ['[0.8,0.9)', points(4)]), 5, [[done, 0.85]], '80%≤85%＜90%，得4'],
    ['on one value', steps(fact(done), ['[0,0]', points(3)]), 5, [[done, 0]], '0%=0%，得3'],
    [
      'amounts compared',
      award(compare(fact(transfer), '<=', fact(budget)), points(3)),
      3,
      [
        [transfer, 528671.81],
        [budget, 715006],
      ],
      '528671.81≤715006，得3',
    ],
    [
      'amounts that do not hold',
      award(compare(fact(transfer), '<=', fact(budget)), points(3)),
      3,
      [
        [transfer, 8],
        [budget, 7],
      ],
      '8＞7，得0',
    ],
    [
      'a table within an item',
      sum([points(2), steps(fact(done), ['[0.9,)', points(2)])], [points(1), award(holds(ok))]),
      3,
      [
        [done, 0.95],
        [ok, true],
      ],
      '2+1=3',
    ],
    ['a veto', veto(compare(fact(late), '>', num(5)), perOccurrence(late, 0.1)), 3, [[late, 6]], '6＞5，得0'],
    [
      'a share of a table',
      steps(fact(done), ['[0.95,)', FULL], ['[0.85,0.95)', share('0.8')]),
      4,
      [[done, 0.9]],
      '85%≤90%＜95%，得4×80%=3.2',
    ],
    [
      'a figure that was worked out',
      executed,
      5,
      [
        [
          done,
          {
            value: d('0.9'),
            arithmetic: {
              op: 'divide',
              left: { op: 'given', ref: a, given: { value: d(180) } },
              right: { op: 'given', ref: t, given: { value: d(200) } },
            },
          },
        ],
      ],
      '180÷200×5=4.5',
    ],
  ];
  for (const [what, criterion, of, facts, text, rounded] of rows) {
    it(what, () => expect(arithmeticText(arithmeticOf(criterion, of, facts), rounded === undefined ? undefined : d(rounded))).toBe(text));
  }
});

describe('as a formula', () => {
  const at = (cell: string) => (value: number | string) => ({ value: d(value), origin: cell });
  const cellOf = (leaf: Arithmetic): string | null =>
    leaf.op === 'weight' ? 'C5' : (((leaf as Extract<Arithmetic, { op: 'given' }>).given.origin as string | undefined) ?? null);
  const rows: readonly (readonly [what: string, criterion: Criterion, weight: number, facts: Facts, text: string | null])[] = [
    [
      'the report',
      report,
      4,
      [
        [added, at('B2')(0)],
        [moved, at('B3')(0)],
      ],
      'MAX(MIN((1-B2)*C5*60%+(1-B3)*C5*40%,C5),0)',
    ],
    ['deducted', perOccurrence(k, 0.5), 4, [[k, at('H5')(2)]], 'MAX(C5-0.5*H5,0)'],
    ['points', overspent, 5, [[control, at("'基础 数据'!D8")(1.03)]], "MAX(C5-0.5*MAX('基础 数据'!D8-100%,0)/1%,0)"],
    ['whole points', overspent, 5, [[control, at('D8')(1.014)]], 'MAX(C5-0.5*INT(MAX(D8-100%,0)/1%),0)'],
    [
      'another unit',
      formula(mul(two(fact(transfer), '/', fact(budget)), weight)),
      6,
      [
        [transfer, at('D2/10000')(2)],
        [budget, at('D3')(100)],
      ],
      'MAX(MIN((D2/10000)/D3*C5,C5),0)',
    ],
    ['as shown', executed, 10, [[done, { value: d('0.4988'), shown: d('0.5'), origin: 'D8' }]], 'MAX(MIN(ROUND(D8,1)*C5,C5),0)'],
    ['a fact without a cell', executed, 10, [[done, 0.5]], null],
  ];
  for (const [what, criterion, of, facts, text] of rows) {
    it(what, () => expect(arithmeticFormula(arithmeticOf(criterion, of, facts), cellOf)).toBe(text));
  }

  it('a 分值 without a cell is its number', () => {
    expect(
      arithmeticFormula(arithmeticOf(perOccurrence(k, 0.5), 4, [[k, at('H5')(2)]]), (leaf) => (leaf.op === 'given' ? 'H5' : null)),
    ).toBe('MAX(4-0.5*H5,0)');
  });
});

it('re-evaluated gives the score', () => {
  const arithmetic = arithmeticOf(report, 4, [
    [added, 0.1],
    [moved, 0.05],
  ]);
  expect(valueOfArithmetic(arithmetic).toString()).toBe('3.68');
});

import type { Criterion, CriteriaSwitches } from '../../src/criteria/index';
import {
  FULL,
  NONE,
  actual,
  all,
  amount,
  any,
  award,
  bands,
  cases,
  choose,
  compare,
  count,
  d,
  deductions,
  discretion,
  exempt,
  fact,
  fixed,
  formula,
  holds,
  lacking,
  level,
  limit,
  mul,
  not,
  num,
  opaque,
  pct,
  perOccurrence,
  perPoint,
  points,
  rate,
  readings,
  run,
  share,
  short,
  steps,
  sum,
  target,
  two,
  veto,
  weight,
  yes,
  type Facts,
} from './support/build';

type Row = readonly [
  what: string,
  criterion: Criterion,
  weight: number | null,
  facts: Facts,
  scores: string,
  missing?: readonly string[],
  switches?: Partial<CriteriaSwitches>,
];

const table = (rows: readonly Row[]): void => {
  for (const [what, criterion, of, facts, scores, missing = [], switches = {}] of rows) {
    it(what, () => {
      const outcome = run(criterion, of, facts, switches);
      expect(short(outcome)).toBe(scores);
      expect(lacking(outcome)).toEqual(missing);
    });
  }
};

describe('per occurrence', () => {
  const k = count();
  const each = perOccurrence(k, 0.5);
  const days = count('迟报', '天');
  const years = count('滞后', '年');
  table([
    ['none', each, 2, [[k, 0]], '2'],
    ['three', each, 2, [[k, 3]], '0.5'],
    ['扣完为止', each, 2, [[k, 9]], '0'],
    ['not known: any number of them', each, 2, [], '{0 0.5 1 1.5 2}', ['不符合要求']],
    ['the last one takes what is left', perOccurrence(k, 1.5), 4, [], '{0 1 2.5 4}', ['不符合要求']],
    ['最多扣3分', perOccurrence(k, 1, { cap: points(3) }), 5, [[k, 7]], '2'],
    ['最多扣3分, not known', perOccurrence(k, 1, { cap: points(3) }), 5, [], '{2 3 4 5}', ['不符合要求']],
    ['once', perOccurrence(k, 0.5, { once: true }), 2, [[k, 4]], '1.5'],
    ['once, answered with yes', perOccurrence(k, 0.5, { once: true }), 2, [[k, true]], '1.5'],
    ['once, not known', perOccurrence(k, 0.5, { once: true }), 2, [], '{1.5 2}', ['不符合要求']],
    ['a deduction of the whole', perOccurrence(k, 4), 4, [], '{0 4}', ['不符合要求']],
    ['扣0.5～1分', perOccurrence(k, 0.5, { eachTo: points(1) }), 5, [[k, 2]], '[3,4]'],
    ['扣0.5～1分, none', perOccurrence(k, 0.5, { eachTo: points(1) }), 5, [[k, 0]], '5'],
    ['每项得1分', perOccurrence(k, 1, { effect: 'award' }), 3, [[k, 2]], '2'],
    ['每项得1分, no more than the 分值', perOccurrence(k, 1, { effect: 'award' }), 3, [[k, 5]], '3'],
    ['每项得1分 without a 分值', perOccurrence(k, 1, { effect: 'award' }), null, [[k, 5]], '5'],
    ['扣 without a 分值', each, null, [[k, 1]], '?'],
    ['每 3 天, partly', perOccurrence(days, 1, { per: d(3) }), 5, [[days, 4]], '{3.666666666666666666666666666666667 4}'],
    ['每 3 天, whole only', perOccurrence(days, 1, { per: d(3) }), 5, [[days, 4]], '4', [], { partialPoints: 'whole-only' }],
    ['每 3 天, begun', perOccurrence(days, 1, { per: d(3) }), 5, [[days, 4]], '3', [], { partialPoints: 'begun' }],
    ['a year and a half', perOccurrence(years, 2), 5, [[years, 1.5]], '{2 3}'],
    ['years, not known: parts may count', perOccurrence(years, 2), 5, [], '[0,5]', ['滞后']],
    ['half a case is none', each, 2, [[k, 1.5]], '{0 0.5 1 1.5 2}', ['不符合要求']],
    ['a share of the 分值', perOccurrence(k, share('0.1')), 20, [[k, 3]], '14'],
    ['too many to list', perOccurrence(k, 0.01), 10, [], '[0,10]', ['不符合要求']],
  ]);
});

describe('per point', () => {
  const x = rate('控制率');
  const rule = perPoint(fact(x), pct(100), 0.5);
  table([
    ['below', rule, 5, [[x, 0.98]], '5'],
    ['on it', rule, 5, [[x, 1]], '5'],
    ['103%', rule, 5, [[x, 1.03]], '3.5'],
    ['101.4%: 0.5 or 0.7 off', rule, 5, [[x, 1.014]], '{4.3 4.5}'],
    ['101.4% in proportion', rule, 5, [[x, 1.014]], '4.3', [], { partialPoints: 'proportional' }],
    ['101.4% begun', rule, 5, [[x, 1.014]], '4', [], { partialPoints: 'begun' }],
    ['never below 0', rule, 5, [[x, 3]], '0'],
    ['not known', rule, 5, [], '[0,5]', ['控制率']],
    ['not known, whole points', rule, 2, [], '{0 0.5 1 1.5 2}', ['控制率'], { partialPoints: 'whole-only' }],
    ['每低1个百分点', perPoint(fact(x), pct(95), 0.2, { side: 'below' }), 4, [[x, 0.9]], '3'],
    [
      '每相差3%, both ways, 扣满2分为止',
      perPoint(fact(x), pct(100), 1, { side: 'both', step: d('0.03'), cap: points(2) }),
      15,
      [[x, 0.88]],
      '13',
    ],
  ]);
});

describe('tables', () => {
  const x = rate('完成率');
  const arms = steps(fact(x), ['[0.9,)', points(5)], ['[0.8,0.9)', points(4)], ['[0.7,0.8)', points(3)], ['(,0.7)', NONE]);
  const gap = steps(fact(x), ['[0.9,1]', points(5)], ['[0.7,0.8]', points(3)], ['[0,0.7)', NONE]);
  const rest = amount('结余');
  const before = amount('上年结转');
  const balance = choose([
    [compare(fact(rest), '=', num(0)), points(3)],
    [all(compare(fact(rest), '>', num(0)), compare(fact(rest), '<=', fact(before))), points(2)],
    [compare(fact(rest), '>', fact(before)), NONE],
  ]);
  const [a, b] = [yes('有计划'), yes('有审批')];
  table([
    ['inside', arms, 5, [[x, '0.85']], '4'],
    ['a bound belongs to the upper arm', arms, 5, [[x, '0.8']], '4'],
    ['open above', arms, 5, [[x, 3]], '5'],
    ['not known', arms, 5, [], '{0 3 4 5}', ['完成率']],
    ['between the arms anything', gap, 5, [[x, '0.85']], '[0,5]'],
    ['not known with a gap', gap, 5, [], '[0,5]', ['完成率']],
    ['more than 100 % is 100 %', steps(fact(x), ['[0.9,1]', points(5)], ['[0,0.9)', NONE]), 5, [[x, '1.05']], '5'],
    ['more than 100 % where no more is allowed', steps(fact(x), ['(,1]', points(5)]), 5, [[x, '1.05']], '[0,5]'],
    ['share of the 分值', steps(fact(x), ['[0.95,)', FULL], ['[0.85,0.95)', share('0.8')], ['[0,0.85)', NONE]), 4, [[x, 0.9]], '3.2'],
    ['share without 分值', steps(fact(x), ['[0.95,)', FULL], ['[0,0.95)', NONE]), null, [[x, 0.9]], '0'],
    ['points beyond the 分值 are not given', arms, 3, [[x, 1]], '3'],
    ['shown 90%, is 89.96%', arms, 5, [[x, { value: d('0.8996'), shown: d('0.9') }]], '{4 5}'],
    [
      'no balance',
      balance,
      3,
      [
        [rest, 0],
        [before, 5],
      ],
      '3',
    ],
    ['no balance, whatever was carried over', balance, 3, [[rest, 0]], '3'],
    [
      'some',
      balance,
      3,
      [
        [rest, 4],
        [before, 5],
      ],
      '2',
    ],
    [
      'more',
      balance,
      3,
      [
        [rest, 6],
        [before, 5],
      ],
      '0',
    ],
    ['some, not known how much was carried over', balance, 3, [[rest, 4]], '{0 2}', ['上年结转']],
    ['nothing known: only the three', balance, 3, [], '{0 2 3}', ['结余', '上年结转']],
    ['not said otherwise', choose([[holds(a), points(2)]]), 3, [[a, false]], '{0 2 3}'],
    ['said otherwise', choose([[holds(a), points(2)]], points(1)), 3, [[a, false]], '1'],
    ['either', award(any(holds(a), holds(b)), points(2)), 2, [[b, true]], '2'],
    [
      'neither',
      award(any(holds(a), holds(b)), points(2)),
      2,
      [
        [b, false],
        [a, false],
      ],
      '0',
    ],
    ['not known', award(any(holds(a), holds(b)), points(2)), 2, [[b, false]], '{0 2}', ['有计划']],
    ['not', award(not(holds(a))), 4, [[a, false]], '4'],
    ['a count is a yes', award(not(holds(count('截留', '例')))), 4, [], '{0 4}', ['截留']],
  ]);
});

describe('levels, discretion', () => {
  const l = level();
  const three = bands(l, ['优/达成', '(0.8,1]'], ['良', '(0.6,0.8]'], ['差', '[0,0.6]']);
  const four = bands(l, ['好', '[1,1]'], ['较好', '[0.8,0.8]'], ['一般', '[0.6,0.6]'], ['差', '[0,0]']);
  table([
    ['a band', three, 10, [[l, '良']], '(6,8]'],
    ['top', three, 10, [[l, '达成']], '(8,10]'],
    ['not known', three, 10, [], '[0,10]', ['own']],
    ['no such level', three, 10, [[l, '甲']], '[0,10]', ['own']],
    ['single shares', four, 5, [[l, '一般']], '3'],
    ['single shares, not known', four, 5, [], '{0 3 4 5}', ['own']],
    ['要素完整得5分，否则酌情', discretion(NONE, FULL), 5, [], '[0,5]'],
    ['not understood', opaque, 5, [], '?'],
  ]);
});

describe('formulas', () => {
  const [added, moved, done] = [rate('年中追加率'), rate('预算调剂率'), rate('执行率')];
  const term = (x: typeof added, w: number) => mul(two(num(1), '-', fact(x)), weight, pct(w));
  const report = formula(two(term(added, 60), '+', term(moved, 40)));
  const executed = formula(two(fact(done), '*', weight));
  const [t, a] = [target(), actual()];
  const reverse = formula(mul(weight, two(fact(t), '/', fact(a))));
  const forward = formula(mul(weight, two(fact(a), '/', fact(t))));
  table([
    [
      'the report: 4',
      report,
      4,
      [
        [added, 0],
        [moved, 0],
      ],
      '4',
    ],
    [
      'the report changed',
      report,
      4,
      [
        [added, 0.1],
        [moved, 0.05],
      ],
      '3.68',
    ],
    [
      'never below 0',
      report,
      4,
      [
        [added, 3],
        [moved, 3],
      ],
      '0',
    ],
    ['one of two', report, 4, [[added, 0]], '[0,4]', ['预算调剂率']],
    [
      'without a 分值',
      report,
      null,
      [
        [added, 0],
        [moved, 0],
      ],
      '?',
    ],
    ['never above the 分值', executed, 10, [[done, 1.2]], '10'],
    ['49.88% shown as 50%', executed, 10, [[done, { value: d('0.4988'), shown: d('0.5') }]], '{4.988 5}'],
    ['exact', executed, 10, [[done, { value: d('0.4988'), shown: d('0.5') }]], '4.988', [], { rateRounding: 'exact' }],
    ['as shown', executed, 10, [[done, { value: d('0.4988'), shown: d('0.5') }]], '5', [], { rateRounding: 'as-shown' }],
    ['a cap', formula(two(fact(done), '*', weight), points(8)), 10, [[done, 1]], '8'],
    [
      'B/A',
      forward,
      5,
      [
        [t, 200],
        [a, 180],
      ],
      '4.5',
    ],
    [
      'A/B',
      reverse,
      5,
      [
        [t, 10],
        [a, 20],
      ],
      '2.5',
    ],
    [
      'A/B, target 0, nothing happened',
      reverse,
      5,
      [
        [t, 0],
        [a, 0],
      ],
      '5',
    ],
    [
      'A/B, nothing happened',
      reverse,
      5,
      [
        [t, 3],
        [a, 0],
      ],
      '5',
    ],
    [
      'A/B, target 0, something happened',
      reverse,
      5,
      [
        [t, 0],
        [a, 2],
      ],
      '0',
    ],
    [
      'A/B, left open',
      reverse,
      5,
      [
        [t, 0],
        [a, 0],
      ],
      '[0,5]',
      [],
      { zeroTarget: 'unknown' },
    ],
    [
      'B/A, target 0, surpassed or overstepped',
      forward,
      5,
      [
        [t, 0],
        [a, 2],
      ],
      '[0,5]',
    ],
    [
      'B/A, target 0, nothing happened',
      forward,
      5,
      [
        [t, 0],
        [a, 0],
      ],
      '5',
    ],
    ['another share of nothing', formula(mul(weight, two(fact(amount('甲')), '/', num(0)))), 5, [], '[0,5]', ['甲']],
  ]);
});

describe('combinations', () => {
  const [k, n] = [count('缺项', '项'), count('错误', '处')];
  const [ok, fine, bad, none] = [yes('健全'), yes('规范'), yes('截留挪用'), yes('不涉及')];
  const items = sum([points(1), award(holds(ok))], [points(2), perOccurrence(k, 0.5)], [points(1), opaque]);
  const off = deductions(perOccurrence(k, 0.5, { cap: points(1) }), perOccurrence(n, 0.2));
  table([
    [
      'items',
      items,
      4,
      [
        [ok, true],
        [k, 1],
      ],
      '[2.5,3.5]',
    ],
    [
      'two items',
      sum([points(1), award(holds(ok))], [points(2), perOccurrence(k, 0.5)]),
      3,
      [
        [ok, false],
        [k, 1],
      ],
      '1.5',
    ],
    ['an item not known', sum([points(1), award(holds(ok))], [points(1), award(holds(fine))]), 2, [[ok, true]], '{1 2}', ['规范']],
    [
      'items that are more than the 分值',
      sum([points(3), award(holds(ok))], [points(3), award(holds(fine))]),
      4,
      [
        [ok, true],
        [fine, true],
      ],
      '4',
    ],
    [
      'the one item without points has the rest',
      sum([points(3), award(holds(ok))], [null, award(holds(fine))]),
      5,
      [
        [ok, false],
        [fine, true],
      ],
      '2',
    ],
    [
      'what is counted has up to the whole where one bound holds for all',
      sum([null, perOccurrence(k, 1, { effect: 'award' })], [null, perOccurrence(n, 0.5, { effect: 'award', cap: points(5) })]),
      5,
      [
        [k, 2],
        [n, 4],
      ],
      '4',
    ],
    [
      'and never more than the whole',
      sum([null, perOccurrence(k, 1, { effect: 'award' })], [null, perOccurrence(n, 0.5, { effect: 'award', cap: points(5) })]),
      5,
      [
        [k, 4],
        [n, 4],
      ],
      '5',
    ],
    [
      'of anything else nothing is known where the others leave nothing',
      sum([points(5), award(holds(ok))], [null, award(holds(fine))]),
      5,
      [
        [ok, false],
        [fine, true],
      ],
      '[0,5]',
    ],
    [
      'an item whose rule says its points',
      sum([null, award(holds(ok), points(2))], [null, award(holds(fine), points(1))]),
      3,
      [
        [ok, true],
        [fine, false],
      ],
      '2',
    ],
    [
      'items without points',
      sum([null, award(holds(ok))], [null, award(holds(fine))]),
      3,
      [
        [ok, true],
        [fine, true],
      ],
      '[0,3]',
    ],
    [
      'deductions',
      off,
      5,
      [
        [k, 1],
        [n, 2],
      ],
      '4.1',
    ],
    [
      'a capped deduction beside another',
      off,
      5,
      [
        [k, 9],
        [n, 2],
      ],
      '3.6',
    ],
    [
      'deductions never below 0',
      off,
      1,
      [
        [k, 9],
        [n, 2],
      ],
      '0',
    ],
    ['one not known', off, 5, [[n, 0]], '{4 4.5 5}', ['缺项']],
    [
      'vetoed',
      veto(holds(bad), perOccurrence(k, 0.5)),
      2,
      [
        [bad, true],
        [k, 0],
      ],
      '0',
    ],
    [
      'not vetoed',
      veto(holds(bad), perOccurrence(k, 0.5)),
      2,
      [
        [bad, false],
        [k, 1],
      ],
      '1.5',
    ],
    ['veto not known', veto(holds(bad), perOccurrence(k, 0.5)), 2, [[k, 1]], '{0 1.5}', ['截留挪用']],
    ['nothing left to veto', veto(holds(bad), perOccurrence(k, 0.5)), 2, [[k, 9]], '0'],
    ['不涉及得满分', exempt(holds(none), 'full', perOccurrence(k, 0.5)), 2, [[none, true]], '不适用 full'],
    ['不涉及不计分', exempt(holds(none), 'excluded', perOccurrence(k, 0.5)), 2, [[none, true]], '不适用 excluded'],
    ['不涉及不扣分', exempt(holds(none), 'no-deduction', perOccurrence(k, 0.5)), 2, [[none, true]], '不适用 full'],
    [
      '涉及',
      exempt(holds(none), 'full', perOccurrence(k, 0.5)),
      2,
      [
        [none, false],
        [k, 1],
      ],
      '1.5',
    ],
    ['涉及 or not', exempt(holds(none), 'full', perOccurrence(k, 0.5)), 2, [[k, 1]], '{1.5 2}', ['不涉及']],
    [
      'an item that does not apply',
      sum([points(1), exempt(holds(none), 'full', opaque)], [points(1), award(holds(ok))]),
      2,
      [
        [none, true],
        [ok, true],
      ],
      '2',
    ],
    ['最低得1分', limit(points(1), null, perOccurrence(k, 0.5)), 2, [[k, 9]], '1'],
    ['最高得4分', limit(null, points(4), award(holds(ok))), 5, [[ok, true]], '4'],
    ['two readings', readings(['one', perOccurrence(k, 0.5)], ['other', perOccurrence(k, 1)]), 5, [[k, 2]], '{3 4}'],
    ['two readings that agree', readings(['one', perOccurrence(k, 0.5)], ['other', perOccurrence(k, 1)]), 5, [[k, 0]], '5'],
    ['a case', cases([[holds(ok), fixed(points(5))]], discretion(NONE, FULL)), 5, [[ok, true]], '5'],
    ['otherwise at discretion', cases([[holds(ok), fixed(points(5))]], discretion(NONE, FULL)), 5, [[ok, false]], '[0,5]'],
    [
      'a case or another',
      cases([
        [holds(ok), fixed(points(5))],
        [not(holds(ok)), perOccurrence(k, 1)],
      ]),
      5,
      [[k, 2]],
      '{3 5}',
      ['健全'],
    ],
    [
      'a case not provided for',
      cases([
        [holds(ok), fixed(points(5))],
        [holds(fine), perOccurrence(k, 1)],
      ]),
      5,
      [
        [k, 2],
        [ok, false],
        [fine, false],
      ],
      '[0,5]',
    ],
    ['a slip in the 分值', award(holds(ok)), -5, [[ok, true]], '?'],
  ]);
});

it('names the readings and gives each its arithmetic', () => {
  const x = rate('控制率');
  const outcome = run(perPoint(fact(x), pct(100), 0.5), 5, [[x, 1.014]]);
  expect(outcome.is === 'one-of' && outcome.readings.map(({ score, reading }) => `${score} ${reading}`)).toEqual([
    '4.3 partial-proportional',
    '4.5 partial-whole-only',
  ]);
  const both = run(perPoint(fact(x), pct(100), 0.5), 5, [[x, { value: d('1.014'), shown: d('1.01') }]]);
  expect(both.is === 'one-of' && both.readings.map(({ score, reading }) => `${score} ${reading}`)).toEqual([
    '4.3 partial-proportional+rate-exact',
    '4.5 partial-whole-only+rate-exact',
  ]);
});

it('sums of many unknown items do not explode', () => {
  const items = Array.from({ length: 60 }, (_, i) => [points('1.01'), perOccurrence(count(`第${i}`), 0.07)] as const);
  expect(short(run(sum(...items), 60))).toBe('[0,60]');
});

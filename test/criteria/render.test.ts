import fc from 'fast-check';
import { describeCriterion, parseCriterion, renderCriterion, type Criterion, type Points } from '../../src/criteria/index';
import { RUNS, SEED } from '../fuzz/runs';
import {
  FULL,
  NONE,
  actual,
  all,
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
  interval,
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
  share,
  steps,
  sum,
  target,
  two,
  veto,
  weight,
  yes,
} from './support/build';
import PUBLIC_TEXTS from './wordings/public-texts.json';
import { ROW_RULES } from './wordings/row-rules';

/** The tree without its places in the text. */
const shape = (criterion: Criterion): unknown =>
  JSON.parse(JSON.stringify(criterion, (key, value: unknown) => (key === 'span' ? undefined : value)));
const again = (criterion: Criterion): unknown => shape(parseCriterion(renderCriterion(criterion)).criterion);

const [k, late, done] = [count('不符合要求'), count('滞后', '年'), count('完成', '项')];
const [x, control] = [rate('到位率'), rate('三公经费控制率')];
const [ok, bad, none] = [yes('制度健全'), yes('存在截留挪用'), yes('不涉及')];
const met = { ...yes('达到指标值'), role: 'own' as const };

const rows: readonly (readonly [criterion: Criterion, sentence: string, line: string])[] = [
  [perOccurrence(k, 0.5), '不符合要求的，每例扣0.5分，扣完为止。', '计次扣分（不符合要求）：每例0.5分，扣完为止'],
  [perOccurrence(late, 2, { cap: points(4) }), '每滞后一年扣2分，最多扣4分。', '计次扣分（滞后）：每年2分，最多扣4分'],
  [perOccurrence(done, 2, { effect: 'award', cap: points(10) }), '每完成一项得2分，最高得10分。', '计次得分（完成）：每项2分，最高得10分'],
  [perOccurrence(count('不规范', ''), 0.5, { once: true }), '不规范的扣0.5分。', '一次性扣分（不规范）：扣0.5分'],
  [
    perPoint(fact(control), pct(100), 0.5),
    '三公经费控制率≤100%得满分，每超过一个百分点扣0.5分，扣完为止。',
    '按超出幅度扣分：三公经费控制率≤100%得满分，每超过一个百分点扣0.5分，扣完为止',
  ],
  [
    steps(fact(x), ['[0.9,)', points(5)], ['[0.8,0.9)', points(4)], ['(,0.8)', NONE]),
    '到位率≥90%的得5分；80%（含）-90%（不含）的得4分；＜80%的不得分。',
    '分档计分：到位率 ≥90%得5分，80%（含）-90%（不含）得4分，＜80%不得分',
  ],
  [award(holds(ok), points(2)), '制度健全的得2分，否则不得分。', '符合得分：制度健全得2分，否则不得分'],
  [
    sum([points(1), award(holds(ok))], [points(2), perOccurrence(k, 0.5)]),
    '①制度健全，1分；②符合要求得2分，不符合要求的，每例扣0.5分，扣完为止。',
    '分项计分：制度健全1分；2分（不符合要求每例0.5分，扣完为止）',
  ],
  [formula(mul(two(num(1), '-', fact(x)), weight)), '得分=（1-到位率）×分值。', '按公式计分：得分=（1-到位率）×分值'],
  [formula(mul(fact(x), num(10))), '得分=到位率×10分。', '按公式计分：得分=到位率×10'],
  [
    veto(holds(bad), perOccurrence(k, 0.5)),
    '不符合要求的，每例扣0.5分，扣完为止。存在截留挪用的，本项不得分。',
    '计次扣分（不符合要求）：每例0.5分，扣完为止；存在截留挪用的不得分',
  ],
  [
    exempt(holds(none), 'full', award(holds(ok), points(2))),
    '制度健全的得2分，否则不得分。不涉及的，得满分。',
    '符合得分：制度健全得2分，否则不得分；不涉及的得满分',
  ],
  [
    deductions(perOccurrence(k, 0.5), perOccurrence(late, 1)),
    '不符合要求的，每例扣0.5分，扣完为止；每滞后一年扣1分，扣完为止。',
    '多项扣分：不符合要求每例0.5分，扣完为止；滞后每年1分，扣完为止',
  ],
  [
    cases([[holds(ok), fixed(points(5))]], discretion(NONE, FULL)),
    '制度健全的得5分；否则酌情扣分。',
    '按情形计分：制度健全的，得5分；否则0分～满分',
  ],
  [
    cases([[holds(met), fixed(FULL)]], formula(mul(two(fact(actual()), '/', fact(target())), weight))),
    '达到指标值的得满分；未达到指标值的，按完成值÷指标值×分值计分。',
    '按情形计分：达到指标值的，得满分；否则得分=完成值÷指标值×分值',
  ],
  [
    choose(
      [
        [holds(ok), points(3)],
        [all(compare(fact(x), '>=', pct(80)), compare(fact(x), '<', pct(90))), points(2)],
      ],
      NONE,
    ),
    '制度健全的得3分；到位率80%（含）-90%（不含）的得2分；其余不得分。',
    '按情形计分：制度健全得3分，到位率80%（含）-90%（不含）得2分，其余不得分',
  ],
  [
    limit(null, points(4), award(holds(ok), FULL)),
    '制度健全的得满分，否则不得分，最高得4分。',
    '符合得分：制度健全得满分，否则不得分，最高得4分',
  ],
  [readings(['甲', fixed(points(1))], ['乙', fixed(points(2))]), '得2分。', '得1分；或者：得2分'],
  [choose([[not(holds(met)), share('0.5')]]), '未达到指标值的得分值的50%。', '按情形计分：未达到指标值得分值的50%'],
  [
    bands(level(), ['优', '[0.8,1]'], ['差', '[0,0]']),
    '优得分值的100%-80%（含）；差得分值的0%。',
    '按等级计分：优得分值的80%（含）～100%，差得分值的0%',
  ],
  [opaque, '（评分标准未能读懂）。', '未能读懂'],
];

/** The last so many have no sentence that says just this. */
const UNSAID = 5;

describe('in words', () => {
  for (const [criterion, sentence, line] of rows) {
    it(sentence, () => {
      expect(renderCriterion(criterion)).toBe(sentence);
      expect(describeCriterion(criterion)).toBe(line);
    });
  }
});

it('every sentence of the table but the last ones reads back as what it says', () => {
  const back = rows.slice(0, -UNSAID);
  expect(
    back.filter(([criterion]) => JSON.stringify(again(criterion)) !== JSON.stringify(shape(criterion))).map(([, sentence]) => sentence),
  ).toEqual([]);
});

it('what was read whole reads back the same in at least 96 % of the wordings, and is seldom read as something else', () => {
  const texts = [...ROW_RULES.map(({ text }) => text), ...(PUBLIC_TEXTS as readonly { readonly text: string }[]).map(({ text }) => text)];
  const whole = texts.map((text) => parseCriterion(text)).filter(({ understood }) => understood === 'whole');
  const different = whole.filter(({ criterion }) => JSON.stringify(again(criterion)) !== JSON.stringify(shape(criterion)));
  expect(whole.length).toBeGreaterThan(150);
  expect(different.length / whole.length).toBeLessThanOrEqual(0.04);
});

/** Rules as standards write them, over names that are plain nouns. */
const hundredth = fc.integer({ min: 1, max: 90 }).map((n) => n / 100);
const worth = fc.integer({ min: 1, max: 20 }).map((n) => points(n / 2));
const names = fc.constantFrom('制度健全', '资料完整', '合同规范', '目标明确');
const condition = names.map((name) => holds(yes(name)));
const occurrences = fc
  .record({
    of: fc.constantFrom(k, late, count('缺', '项'), count('未按规定公开', '项')),
    each: worth,
    cap: fc.option(worth, { nil: null }),
  })
  .map(({ of, each, cap }) => perOccurrence(of, each, { cap }) as Extract<Criterion, { kind: 'per-occurrence' }>);
const perPoints = fc
  .record({
    of: fc.constantFrom(x, control),
    from: fc.integer({ min: 50, max: 100 }),
    each: hundredth,
    side: fc.constantFrom('above', 'below'),
  })
  .map(({ of, from, each, side }) => perPoint(fact(of), pct(from), each, { side: side as 'above' | 'below' }));
const tables = fc
  .tuple(fc.constantFrom(x, control), fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 4 }))
  .map(([of, cuts]) => {
    const down = [...cuts].sort((a, b) => b - a).map((cut) => d(cut).div(100));
    const middle = down.slice(1).map((cut, i) => [{ ...interval('[0,1)'), from: cut, to: down[i]! }, points(down.length - i)] as const);
    const arms: readonly (readonly [ReturnType<typeof interval>, Points])[] = [
      [{ ...interval('[0,)'), from: down[0]! }, points(down.length + 1)],
      ...middle,
      [{ ...interval('(,0)'), to: down.at(-1)! }, NONE],
    ];
    return { ...steps(fact(of)), arms: arms.map(([when, one]) => ({ when, award: one })) };
  });
const awards = fc.tuple(condition, worth).map(([when, one]) => award(when, one));
const formulas = fc.constantFrom<Criterion>(
  formula(mul(fact(x), weight)),
  formula(mul(two(fact(actual()), '/', fact(target())), weight), FULL),
  formula(two(mul(two(num(1), '-', fact(x)), weight, pct(60)), '+', mul(two(num(1), '-', fact(control)), weight, pct(40)))),
);
const items = fc
  .uniqueArray(names, { minLength: 2, maxLength: 4 })
  .chain((all) => fc.tuple(...all.map((name) => worth.map((one) => [one, award(holds(yes(name)))] as const))))
  .map((all) => sum(...all));
const deductingItems = fc
  .tuple(worth, condition, fc.uniqueArray(occurrences, { minLength: 1, maxLength: 3, selector: ({ of }) => of.name }), worth)
  .map(([one, when, rules, other]) => sum([one, award(when)], ...rules.map((rule) => [other, { ...rule, cap: null }] as const)));
const several = fc
  .uniqueArray(occurrences, { minLength: 2, maxLength: 3, selector: ({ of }) => of.name })
  .map((rules) => deductions(...rules.map((rule) => ({ ...rule, cap: null }))));
const branches = fc.oneof(
  fc.tuple(condition, worth).map(([when, one]) => cases([[when, fixed(one)]], discretion(NONE, FULL))),
  fc.constant(cases([[holds(met), fixed(FULL)]], formula(mul(two(fact(actual()), '/', fact(target())), weight)))),
);
const simple: fc.Arbitrary<Criterion> = fc.oneof(
  occurrences,
  perPoints,
  tables,
  awards,
  formulas,
  items,
  deductingItems,
  several,
  branches,
);
const rule = fc.oneof(
  simple,
  fc.oneof(occurrences, perPoints, tables, awards, formulas).map((one) => veto(holds(bad), one)),
  fc
    .tuple(fc.oneof(occurrences, awards), fc.constantFrom('full', 'no-deduction') as fc.Arbitrary<'full' | 'no-deduction'>)
    .map(([one, policy]) => exempt(holds(none), policy, one)),
);

it('a rule written down reads back as the same rule', () => {
  fc.assert(
    fc.property(rule, (criterion) => {
      expect(again(criterion)).toEqual(shape(criterion));
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

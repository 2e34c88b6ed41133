import { criterionPoints, factKey, factsOf, stepGaps, type Criterion, type Interval } from '../../src/criteria/index';
import {
  FULL,
  NONE,
  amount,
  award,
  bands,
  cases,
  choose,
  count,
  deductions,
  discretion,
  fact,
  fixed,
  formula,
  holds,
  level,
  limit,
  opaque,
  perOccurrence,
  points,
  rate,
  readings,
  share,
  steps,
  sum,
  veto,
  weight,
  yes,
} from './support/build';

const x = rate('完成率');
const rank = { ...count('排名', ''), kind: 'rank' as const };
const [ok, bad] = [yes('健全'), yes('截留')];

const written = ({ from, fromIncluded, to, toIncluded }: Interval): string =>
  `${fromIncluded ? '[' : '('}${from ?? ''},${to ?? ''}${toIncluded ? ']' : ')'}`;
const gaps = (criterion: Criterion): string =>
  stepGaps(criterion)
    .map(({ gap }) => written(gap))
    .join(' ');

describe('what a step table leaves out', () => {
  const rows: readonly (readonly [what: string, criterion: Criterion, gaps: string])[] = [
    ['nothing', steps(fact(x), ['[0.9,)', points(5)], ['[0.8,0.9)', points(4)], ['(,0.8)', NONE]), ''],
    ['nothing, the arms overlapping', steps(fact(x), ['[0.9,)', points(5)], ['[0.8,)', points(4)], ['(,0.85)', NONE]), ''],
    ['up to 100 % is up to the end', steps(fact(x), ['[0.9,1]', points(5)], ['[0,0.9)', NONE]), ''],
    ['nothing beyond 100 % is said where no more is allowed', steps(fact(x), ['(,1]', points(4)]), '(1,)'],
    ['a bound nobody has', steps(fact(x), ['(0.9,)', points(5)], ['[0,0.9)', NONE]), '[0.9,0.9]'],
    [
      'between whole percents',
      steps(fact(x), ['[0.9,1]', points(5)], ['[0.8,0.89]', points(4)], ['[0,0.79]', NONE]),
      '(0.79,0.8) (0.89,0.9)',
    ],
    ['beneath', steps(fact(x), ['[0.9,1]', points(5)], ['[0.8,0.9)', points(4)]), '[0,0.8)'],
    ['above, where more is worse', steps(fact(x), ['[0,0]', points(3)], ['(0,0.1]', points(2)], ['(0.1,0.2]', points(1)]), '(0.2,)'],
    ['beyond 100 %, where more is worse', steps(fact(x), ['[0,0.5]', points(3)], ['(0.5,1]', points(2)]), '(1,)'],
    ['the share of all is the most', steps(fact(x), ['[1,1]', FULL], ['[0,1)', share('0.5')]), ''],
    ['a change may fall below 0', steps(fact(x), ['(,-0.1]', points(3)], ['[0,)', NONE]), '(-0.1,0)'],
    ['counts leave no room between', steps(fact(count('', '项')), ['[5,)', points(3)], ['[3,4]', points(2)], ['[0,2]', NONE]), ''],
    ['counted figures neither', steps(fact(amount('篇数', '篇')), ['[5,)', points(3)], ['[0,4]', points(2)]), ''],
    ['money does', steps(fact(amount('结余')), ['[5,)', points(3)], ['[0,4]', points(2)]), '(4,5)'],
    ['a place begins at 1', steps(fact(rank), ['[1,1]', points(3)], ['[2,5]', points(2)], ['[6,)', NONE]), ''],
    ['places beyond', steps(fact(rank), ['[1,1]', points(3)], ['[2,3]', points(2)]), '(3,)'],
    ['tables within', sum([points(5), veto(holds(bad), steps(fact(x), ['[0.9,)', points(5)]))], [points(1), opaque]), '[0,0.9)'],
  ];
  for (const [what, criterion, expected] of rows) it(what, () => expect(gaps(criterion)).toBe(expected));
});

describe('the points a criterion can reach', () => {
  const k = count();
  const rows: readonly (readonly [what: string, criterion: Criterion, points: string | null])[] = [
    ['items', sum([points(1), award(holds(ok))], [points(2), opaque]), '3'],
    ['items that say it in their rule', sum([null, award(holds(ok), points(2))], [points(2), opaque]), '4'],
    ['an item that says nothing', sum([null, opaque], [points(2), opaque]), null],
    ['the top of a table', steps(fact(x), ['[0.9,)', points(5)], ['(,0.9)', NONE]), '5'],
    ['a table in shares', steps(fact(x), ['[0.9,)', FULL], ['(,0.9)', NONE]), null],
    ['nothing, as a share', steps(fact(x), ['[0.9,)', points(5)], ['(,0.9)', share(0)]), '5'],
    ['a choice', choose([[holds(ok), points(3)]], points(1)), '3'],
    ['cases', cases([[holds(ok), fixed(points(5))]], discretion(NONE, points(4))), '5'],
    ['cases of which one is open', cases([[holds(ok), fixed(points(5))]], perOccurrence(k, 1)), null],
    ['deductions come from whatever there is', deductions(perOccurrence(k, 1)), null],
    ['awards without end', perOccurrence(k, 1, { effect: 'award' }), null],
    ['awards with an end', perOccurrence(k, 1, { effect: 'award', cap: points(3) }), '3'],
    ['a formula', formula(weight), null],
    ['a formula with an end', formula(weight, points(8)), '8'],
    ['最高不超过4分', limit(null, points(4), award(holds(ok), points(5))), '4'],
    ['a veto takes nothing from what can be reached', veto(holds(bad), award(holds(ok), points(5))), '5'],
    ['readings that agree', readings(['a', award(holds(ok), points(5))], ['b', fixed(points(5))]), '5'],
    ['readings that do not', readings(['a', award(holds(ok), points(5))], ['b', fixed(points(4))]), null],
    ['levels', bands(level(), ['优', '[1,1]']), null],
  ];
  for (const [what, criterion, expected] of rows) it(what, () => expect(criterionPoints(criterion)?.toString() ?? null).toBe(expected));
});

describe('facts', () => {
  it('are named once, where the text names them first', () => {
    const first = rate('到位率');
    const [later, again] = [amount('结余'), { ...first, span: [first.span[0] + 90, first.span[0] + 93] as const }];
    expect(
      factsOf(deductions(formula(fact(again)), steps(fact(later), ['[0,)', NONE]), formula(fact(first)))).map(({ name, span }) => [
        name,
        span,
      ]),
    ).toEqual([
      ['到位率', first.span],
      ['结余', later.span],
    ]);
  });

  it('mean the same where kind, role, name and unit do; the own measure has no name', () => {
    const own = { ...x, role: 'own' as const };
    expect(factKey({ ...own, name: '' })).toBe(factKey(own.name === '完成率' ? { ...own, name: '完成质量' } : own));
    expect(factKey({ ...own, name: '完成率' })).not.toBe(factKey({ ...own, name: '' }));
    expect(factKey(yes('不规范'))).not.toBe(factKey(count('不规范', '')));
    expect(factKey(amount('结余', '元'))).not.toBe(factKey(amount('结余', '万元')));
  });
});

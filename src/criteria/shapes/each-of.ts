/** 「方案、预算、总结齐全，各2分」: so much for each that is named. */
import { Dec } from '../../workbook';
import { figureAt } from '../former/numerals';
import { plainName } from '../former/naming';
import type { Clause, MentionSaid } from '../reading/clause';
import { shape, type ClauseShape } from '../reading/shape';
import { spanAt, type RuleSetting } from '../reading/subjects';
import type { Criterion } from '../types';
import { isArm, NO_POINTS, pointsGiven } from './arms';

const FULL = { share: new Dec(1) };
/** 「…,三项」 behind the list counts it. */
const COUNTED = /,?(?:以上|上述|这)?([两二三四五六七八九十\d])(?:个)?(?:项|方面|点|条)(?:内容|工作|要求)?$/;
const LIST = /[、,]/;

/** The names of a list; null where it is none, or not of as many as it says. */
function namesOf({ words }: MentionSaid): readonly string[] | null {
  const said = COUNTED.exec(words);
  const names = words
    .slice(0, said?.index ?? words.length)
    .split(LIST)
    .map(plainName);
  const count = said === null ? null : (figureAt(said[1]!, 0)?.value ?? null);
  if (names.length < 2 || names.some((name) => name.length < 2)) return null;
  return said === null || count?.eq(names.length) === true ? names : null;
}

function eachOf(setting: RuleSetting, clause: Clause): Criterion | null {
  const points = pointsGiven(clause);
  if (!isArm(clause) || !clause.gives.each || clause.when.is !== 'holds' || points === null || !('points' in points)) return null;
  const names = namesOf(clause.when.of);
  if (names === null) return null;
  const span = spanAt(setting, clause.place);
  const items = names.map((name) => {
    const when = { kind: 'holds' as const, of: { kind: 'yes' as const, role: 'named' as const, name, unit: '', span } };
    return { points, rule: { kind: 'award' as const, when, points: FULL, otherwise: NO_POINTS, span } };
  });
  return { kind: 'sum', items, span: setting.span };
}

export const EACH_SHAPES: readonly ClauseShape[] = [
  shape({
    id: 'each-of',
    says: '几项各得多少分',
    takes: { arm: 'arm.give(holds)' },
    cost: -0.1,
    means: ({ arm }, setting) => eachOf(setting, arm[0]!),
  }),
];

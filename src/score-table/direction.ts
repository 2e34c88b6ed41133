/** Is an indicator to be raised or lowered: by the sign written with the target, else by what its name says. */
import type { Comparator, IndicatorRow, Quantity } from './types';
import { Dec, oncePerObject, oncePerText, wordsPattern } from '../workbook';
import words from './data/direction-words.json';

export type Way = 'up' | 'down' | 'unknown';

export interface Direction {
  readonly way: Way;
  /** False where the name only makes it likely. */
  readonly certain: boolean;
  readonly from: 'sign' | 'name' | 'none';
}

const HALF = new Dec('0.5');
const UNKNOWN: Direction = { way: 'unknown', certain: false, from: 'none' };
const WAY_OF_SIGN: Readonly<Record<Comparator, Way>> = { '>=': 'up', '>': 'up', '<=': 'down', '<': 'down', '=': 'unknown' };

const GOOD = wordsPattern(words.good);
const BAD = wordsPattern(words.bad);
const RATE = wordsPattern(words.rate);
const COUNT = wordsPattern(words.count);
const COUNTED_THING = wordsPattern(words.counted);
const GRADE = wordsPattern(words.grade);
const NOT = wordsPattern(words.not);
/** 「未按时办结」: what may stand between the denial and what is denied. */
const HOW = `${wordsPattern(words.how)}*`;

/** First match decides. Written for names without spaces and quotation marks. */
const NAMES: readonly (readonly [RegExp, Way, boolean])[] = [
  // What was not done, and what did not go wrong: 不满意率, 未办结率, 未整改问题数; 未返贫率, 零投诉率.
  [new RegExp(`${NOT}${HOW}(?:${GOOD}|满意)的?${RATE}$`), 'down', true],
  [new RegExp(`${NOT}${HOW}(?:${GOOD}|满意)的?${COUNTED_THING}?${COUNT}$`), 'down', false],
  [new RegExp(`(?:${NOT}|零)(?:发生|出现|存在)?${GRADE}*${BAD}(?:发生)?${RATE}$`), 'up', true],
  // What is done about a bad thing is good: 投诉处理率, 事故整改率; so is what is saved.
  [new RegExp(`${wordsPattern(words.troubles)}.{0,6}${wordsPattern(words.dealtWith)}(?:及时|到位|完成)?率`), 'up', true],
  [new RegExp(`节约|节省|节支|${wordsPattern(words.lowered)}${wordsPattern(words.extent)}?$`), 'up', false],
  [new RegExp(`${wordsPattern(words.controlled)}.{0,8}控制率`), 'down', true],
  [/控制率/, 'down', false],
  [/(?:三公|经费|支出|费用?).{0,4}(?:变动率|增长率)/, 'down', true],
  [/变动率/, 'down', false],
  [
    new RegExp(`${wordsPattern(words.carriedOver)}|(?:预算|经费|资金|目标).{0,6}(?:调整率|调剂率|追加率)|^(?:调整率|调剂率|追加率)$`),
    'down',
    true,
  ],
  [new RegExp(`${BAD}(?:发生)?率`), 'down', true],
  [new RegExp(`${wordsPattern(words.mishaps)}.{0,4}${wordsPattern(words.mishapCounts)}$`), 'down', true],
  [new RegExp(`${wordsPattern(words.waiting)}.{0,2}(?:时间|时限|时长)|用时|耗时|工作时限|办理天数`), 'down', false],
  [new RegExp(`成本.{0,4}${wordsPattern(words.costQuality)}`), 'unknown', false],
  [new RegExp(wordsPattern(words.spent)), 'down', true],
  [/三公|公用经费|标准$/, 'unknown', false],
  [/满意(?:度|率|程度)/, 'up', true],
  // 失业登记率, 逾期支付率: a good word right behind a bad one says nothing; but what is done about it, 违规整改率, is good.
  [new RegExp(`(?<!${NOT}|零)${BAD}(?!${wordsPattern(words.dealtWith)})${GOOD}率$`), 'unknown', false],
  [new RegExp(`${GOOD}率$`), 'up', true],
];

const COUNTED = new RegExp(`^${wordsPattern(words.units)}$`);
const DOUBTFUL_COUNT = new RegExp(wordsPattern(words.doubtful));
const HARMLESS = new RegExp(wordsPattern(words.harmless), 'g');

const wayOfName = oncePerText((name: string): Direction | 'untold' => {
  for (const [pattern, way, certain] of NAMES) {
    if (pattern.test(name)) return way === 'unknown' ? UNKNOWN : { way, certain, from: 'name' };
  }
  return 'untold';
});

/** True where these words end in a denial, so that what follows them is denied: 「群众不」 before 「满意率」. */
export function endsInDenial(words: string): boolean {
  return DENIAL.test(words);
}

const DENIAL = new RegExp(`(?:${NOT}|零)${HOW}$`);

/** What the names alone say, for a row with this target. */
export function directionOfName(row: Pick<IndicatorRow, 'name' | 'path'>, target: Quantity | null = null): Direction {
  const name = row.name.value.replace(/[\s“”"「」《》]/g, '').replace(/[(（][^()（）]*[)）]$/, '');
  const told = wayOfName(name);
  if (told !== 'untold') return told;
  const above = row.path.slice(0, -1).join('/');
  const money = target !== null && /元$/.test(target.unit);
  if (money || target?.number == null) return money && above.includes('成本') ? { way: 'down', certain: false, from: 'name' } : UNKNOWN;
  if (DOUBTFUL_COUNT.test(name.replace(HARMLESS, '')) || above.includes('成本')) return UNKNOWN;
  const likely = target.percent ? target.number.gte(HALF) : COUNTED.test(target.unit);
  return likely ? { way: 'up', certain: false, from: 'name' } : UNKNOWN;
}

/**
 * The way of a row. A sign that contradicts a certain name (「≤」 on a 合格率) proves nothing: unknown.
 * With 「=」 the way is the name's, and certain, since the target must be hit.
 */
export const directionOf = oncePerObject((row: IndicatorRow): Direction => {
  const target = row.target?.value ?? null;
  const byName = directionOfName(row, target);
  const sign = target?.comparator ?? null;
  if (sign === null) return target?.kind === 'date' ? { way: 'down', certain: true, from: 'sign' } : byName;
  if (sign === '=') return { way: byName.way, certain: true, from: 'sign' };
  const way = WAY_OF_SIGN[sign];
  const contradicted = byName.certain && byName.way !== 'unknown' && byName.way !== way;
  return contradicted ? UNKNOWN : { way, certain: true, from: 'sign' };
});

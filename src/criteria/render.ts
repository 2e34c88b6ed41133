import type { Dec } from '../workbook';
import type { Criterion, Points } from './types';
import {
  awardText,
  conditionText,
  exprText,
  factText,
  formulaText,
  intervalText,
  isNothing,
  percent,
  plain,
  pointsText,
} from './wording/figures';
import { casesText } from './wording/cases';
import { everyPoint, partsText, stepText } from './wording/every-point';
import { byRatio, capText, sharedCapText } from './wording/formulas';

type Kind<K extends Criterion['kind']> = Extract<Criterion, { kind: K }>;

/**
 * The sentence an official would write for the criterion: 「每出现一例不符合要求的扣1分，扣完为止。」 Read again it gives the same
 * criterion, but for what no sentence says (places not understood, two readings of one sentence, sums within sums).
 */
export function renderCriterion(criterion: Criterion): string {
  return `${clauses(criterion)}。`;
}

/** worth: the points of the item the rule stands in, to be named with it. */
function clauses(rule: Criterion, worth: Points | null = null): string {
  switch (rule.kind) {
    case 'per-occurrence':
      return `${worth === null ? '' : `符合要求得${pointsText(worth)}，`}${everyTime(rule)}`;
    case 'per-point':
      return `${everyPoint(rule, worth)}${partsText(rule.parts, stepText(rule))}${until(rule.effect, rule.cap)}`;
    case 'deductions':
      return `${rule.rules.map((one, index) => clauses(one, index === 0 ? worth : null)).join('；')}${sharedCapText(rule.cap)}`;
    case 'veto':
    case 'exempt':
    case 'limit':
      return around(rule, worth);
    case 'award':
      return awardClause(rule, worth);
    case 'choose':
      return chooseText(rule, worth);
    default:
      return `${worth === null ? '' : `${pointsText(worth)}，`}${table(rule)}`;
  }
}

function awardClause(rule: Kind<'award'>, worth: Points | null): string {
  if (worth !== null && 'share' in rule.points && rule.points.share.equals(1) && isNothing(rule.otherwise))
    return `${conditionText(rule.when)}，${pointsText(worth)}`;
  return `${worth === null ? '' : `${pointsText(worth)}，`}${conditionText(rule.when)}的${awardText(rule.points)}，否则${awardText(rule.otherwise)}`;
}

/** In an item the table says its points itself. */
function chooseText(rule: Kind<'choose'>, worth: Points | null): string {
  const arms = [
    ...rule.arms.map(({ when, award }) => `${conditionText(when)}的${awardText(award)}`),
    ...(rule.otherwise === null ? [] : [`其余${awardText(rule.otherwise)}`]),
  ];
  return arms.join(worth === null ? '；' : '，');
}

function table(
  rule: Exclude<Criterion, Kind<'per-occurrence' | 'per-point' | 'deductions' | 'veto' | 'exempt' | 'limit' | 'award' | 'choose'>>,
): string {
  switch (rule.kind) {
    case 'steps':
      return stepsText(rule);
    case 'cases':
      return casesText(rule, clauses);
    case 'fixed':
      return awardText(rule.points);
    case 'sum':
      return sumText(rule);
    case 'formula':
      return byRatio(rule) ?? `得分=${formulaText(rule.expr)}${capText(rule.cap)}`;
    case 'bands':
      return bandsText(rule);
    case 'discretion':
      return discretionText(rule);
    case 'readings':
      return rule.of.length === 0 ? '' : clauses(rule.of.at(-1)!.rule);
    case 'opaque':
      return '（评分标准未能读懂）';
  }
}

function around(rule: Kind<'veto' | 'exempt' | 'limit'>, worth: Points | null): string {
  const inner = clauses(rule.rule, worth);
  switch (rule.kind) {
    case 'veto':
      return joined(
        rule.rule.kind === 'fixed' ? '' : inner,
        `${vetoCondition(rule)}的，${isNothing(rule.score) ? '本项不得分' : awardText(rule.score)}`,
        worth,
      );
    case 'exempt':
      return joined(
        inner,
        `${conditionText(rule.when)}的，${{ full: '得满分', excluded: '不计分', 'no-deduction': '不扣分', zero: '得0分' }[rule.policy]}`,
        worth,
      );
    case 'limit':
      return `${inner}${rule.atMost === null ? '' : rule.rule.kind === 'cases' ? `；${capText(rule.atMost).slice(1)}` : `，最高得${pointsText(rule.atMost)}`}${rule.atLeast === null ? '' : `，最低得${pointsText(rule.atLeast)}`}`;
  }
}

/** A ratio that the formula has named is 比值. */
function vetoCondition({ when, rule }: Kind<'veto'>): string {
  if (rule.kind !== 'formula' || when.kind !== 'compare' || when.left.op !== 'divide') return conditionText(when);
  const ratio = exprText(when.left);
  return exprText(rule.expr).includes(ratio) ? conditionText(when).replace(ratio, '比值') : conditionText(when);
}

/** What concerns an item alone stays in its clause. */
const joined = (first: string, second: string, worth: Points | null): string =>
  first === '' ? second : `${first}${worth === null ? '。' : '，'}${second}`;

/** A longer name is a clause of its own: 「未按规定公开的，每项扣1分」. */
const LONG_NAME = 2;

function everyTime(rule: Kind<'per-occurrence'>): string {
  const points = rule.eachTo === null ? pointsText(rule.each) : `${pointsText(rule.each).replace(/分$/, '')}～${pointsText(rule.eachTo)}`;
  const verb = rule.effect === 'deduct' ? '扣' : '得';
  const { name, unit } = rule.of;
  if (rule.once) return `${factText(rule.of)}的${verb}${points}`;
  const number = rule.per.equals(1) ? '一' : plain(rule.per);
  const end = `${verb}${points}${partsText(rule.parts, `${plain(rule.per)}${unit}`)}${until(rule.effect, rule.cap)}`;
  const free = rule.free === undefined ? '' : freeText(rule.free);
  if (unit === '') return `${free}每${name}${end}`;
  return name.length > LONG_NAME
    ? `${name}的，${free}每${number === '一' ? '' : number}${unit}${end}`
    : `${free}每${name}${number}${unit}${end}`;
}

/** 「首次不扣分，自第二次起…」. */
const freeText = (free: Dec): string => `${free.eq(1) ? '首次' : `前${plain(free)}次`}不扣分，自第${plain(free.plus(1))}次起`;

function until(effect: 'deduct' | 'award', cap: Points | null): string {
  if (cap !== null) return effect === 'deduct' ? `，最多扣${pointsText(cap)}` : `，最高得${pointsText(cap)}`;
  return effect === 'deduct' ? '，扣完为止' : '';
}

function stepsText({ of, arms }: Kind<'steps'>): string {
  const name = of.op === 'fact' && of.ref.role === 'own' && of.ref.name === '' ? '' : exprText(of);
  return arms.map(({ when, award }, index) => `${index === 0 ? name : ''}${intervalText(when, of)}的${awardText(award)}`).join('；');
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

function sumText({ items }: Kind<'sum'>): string {
  if (items.length === 1) return clauses(items[0]!.rule, items[0]!.points);
  return items.map(({ points, rule }, index) => `${CIRCLED[index] ?? `${index + 1}.`}${clauses(rule, points)}`).join('；');
}

function bandsText({ bands }: Kind<'bands'>): string {
  return bands
    .map(({ names, share }) => {
      const [high, low] = [share.to ?? share.from!, share.from ?? share.to!];
      if (high.equals(low)) return `${names[0]!}得分值的${percent(high)}`;
      return `${names[0]!}得分值的${percent(high)}-${percent(low)}${share.fromIncluded ? '（含）' : ''}`;
    })
    .join('；');
}

function discretionText({ from, to }: Kind<'discretion'>): string {
  return isNothing(from) ? '酌情扣分' : `酌情得${pointsText(from).replace(/分$/, '')}-${pointsText(to)}`;
}

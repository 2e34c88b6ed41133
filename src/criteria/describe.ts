import type { Criterion, Points } from './types';
import { awardText, conditionText, exprText, intervalText, isNothing, percent, plain, pointsText } from './wording/figures';
import { everyPoint } from './wording/every-point';
import { sharedCapText } from './wording/formulas';

type Kind<K extends Criterion['kind']> = Extract<Criterion, { kind: K }>;

/** What kind of rule it is and what it says, in a line: 「计次扣分（不符合要求）：每例0.5分，扣完为止」. For people; not to be read again. */
export function describeCriterion(criterion: Criterion): string {
  const name = NAMES[criterion.kind];
  const said = content(criterion);
  return name === '' ? said : `${titled(name, criterion)}：${said}`;
}

const NAMES: Readonly<Record<Criterion['kind'], string>> = {
  'per-occurrence': '计次',
  'per-point': '按超出幅度',
  steps: '分档计分',
  choose: '按情形计分',
  cases: '按情形计分',
  sum: '分项计分',
  award: '符合得分',
  fixed: '',
  formula: '按公式计分',
  bands: '按等级计分',
  deductions: '多项扣分',
  veto: '',
  exempt: '',
  limit: '',
  discretion: '酌情计分',
  readings: '',
  opaque: '',
};

function titled(name: string, rule: Criterion): string {
  if (rule.kind === 'per-point')
    return `${rule.side === 'below' ? '按低于幅度' : rule.side === 'both' ? '按偏差幅度' : name}${rule.effect === 'deduct' ? '扣分' : '得分'}`;
  if (rule.kind !== 'per-occurrence') return name;
  return `${rule.once ? '一次性' : name}${rule.effect === 'deduct' ? '扣分' : '得分'}${rule.of.name === '' ? '' : `（${rule.of.name}）`}`;
}

/** A rule inside another: its kind only where the content does not show it. */
const inner = (rule: Criterion): string => (rule.kind === 'per-occurrence' ? `${rule.of.name}${content(rule)}` : content(rule));

function content(rule: Criterion): string {
  switch (rule.kind) {
    case 'per-occurrence':
      return `${timesText(rule)}${rule.once && rule.cap === null ? '' : until(rule.effect, rule.cap)}`;
    case 'per-point':
      return `${everyPoint(rule)}${until(rule.effect, rule.cap)}`;
    case 'steps':
      return `${exprText(rule.of)} ${rule.arms.map(({ when, award }) => `${intervalText(when, rule.of)}${awardText(award)}`).join('，')}`;
    case 'choose':
      return [
        ...rule.arms.map(({ when, award }) => `${conditionText(when)}${awardText(award)}`),
        ...(rule.otherwise === null ? [] : [`其余${awardText(rule.otherwise)}`]),
      ].join('，');
    case 'cases':
      return [
        ...rule.arms.map((arm) => `${conditionText(arm.when)}的，${inner(arm.rule)}`),
        ...(rule.otherwise === null ? [] : [`否则${inner(rule.otherwise)}`]),
      ].join('；');
    case 'award':
      return `${conditionText(rule.when)}${awardText(rule.points)}，否则${awardText(rule.otherwise)}`;
    case 'fixed':
      return awardText(rule.points);
    case 'formula':
      return `得分=${exprText(rule.expr)}${rule.cap === null ? '' : `，最高得${pointsText(rule.cap)}`}`;
    case 'sum':
      return rule.items.map(({ points, rule: one }) => itemText(points, one)).join('；');
    case 'bands':
      return rule.bands.map(bandText).join('，');
    default:
      return around(rule);
  }
}

function around(rule: Kind<'deductions' | 'veto' | 'exempt' | 'limit' | 'discretion' | 'readings' | 'opaque'>): string {
  switch (rule.kind) {
    case 'deductions':
      return `${rule.rules.map(inner).join('；')}${sharedCapText(rule.cap)}`;
    case 'veto':
      return `${describeCriterion(rule.rule)}；${conditionText(rule.when)}的${awardText(rule.score)}`;
    case 'exempt':
      return `${describeCriterion(rule.rule)}；${conditionText(rule.when)}的${{ full: '得满分', excluded: '不计分', 'no-deduction': '不扣分', zero: '得0分' }[rule.policy]}`;
    case 'limit':
      return `${describeCriterion(rule.rule)}${rule.atMost === null ? '' : `，最高得${pointsText(rule.atMost)}`}${rule.atLeast === null ? '' : `，最低得${pointsText(rule.atLeast)}`}`;
    case 'discretion':
      return `${pointsText(rule.from)}～${pointsText(rule.to)}`;
    case 'readings':
      return rule.of.map((one) => describeCriterion(one.rule)).join('；或者：');
    case 'opaque':
      return '未能读懂';
  }
}

/** 每例0.5分 · 每3天1分 · 0.5～1分 once. */
function timesText(rule: Kind<'per-occurrence'>): string {
  const points = rule.eachTo === null ? pointsText(rule.each) : `${pointsText(rule.each).replace(/分$/, '')}～${pointsText(rule.eachTo)}`;
  if (rule.once) return `${rule.effect === 'deduct' ? '扣' : '得'}${points}`;
  const free = rule.free === undefined ? '' : `自第${plain(rule.free.plus(1))}次起`;
  return `${free}每${rule.per.equals(1) ? '' : plain(rule.per)}${rule.of.unit === '' ? '次' : rule.of.unit}${points}`;
}

function until(effect: 'deduct' | 'award', cap: Points | null): string {
  if (cap === null) return effect === 'deduct' ? '，扣完为止' : '';
  return effect === 'deduct' ? `，最多扣${pointsText(cap)}` : `，最高得${pointsText(cap)}`;
}

function itemText(points: Points | null, rule: Criterion): string {
  const worth = points === null ? '' : pointsText(points);
  if (rule.kind === 'award' && isNothing(rule.otherwise))
    return `${conditionText(rule.when)}${worth === '' ? pointsText(rule.points) : worth}`;
  return worth === '' ? inner(rule) : `${worth}（${inner(rule)}）`;
}

function bandText({ names, share }: Kind<'bands'>['bands'][number]): string {
  const [low, high] = [share.from ?? share.to!, share.to ?? share.from!];
  const range = low.equals(high) ? percent(low) : `${percent(low)}${share.fromIncluded ? '（含）' : ''}～${percent(high)}`;
  return `${names.join('、')}得分值的${range}`;
}

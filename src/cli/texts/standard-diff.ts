/** What changed between two standards, in plain words. */
import {
  EXECUTION_SCORE,
  FORCES,
  NOT_APPLICABLE,
  OVER,
  PARTIAL,
  RATE,
  type StandardChange,
  STATUSES,
  SWITCH_KEYS,
  type SwitchName,
  type SwitchValues,
  ZERO_WORDS,
} from '../../standards';
import type { Dec } from '../../workbook';

const percent = (share: Dec): string => `${share.times(100).toFixed()}%`;
const bands = (list: readonly { readonly name: string; readonly from: Dec }[]): string =>
  list.map((one) => `${one.name}${percent(one.from)}`).join('、');

const SWITCH_TEXT: { readonly [K in SwitchName]: (value: SwitchValues[K]) => string } = {
  fullScore: (value) => `${value.toFixed()}分`,
  grades: bands,
  executionScore: (value) => EXECUTION_SCORE[value],
  executionWeight: (value) => `${value.toFixed()}分`,
  executionExplained: percent,
  budgetAdjustment: percent,
  overAchievement: (value) => `超过${percent(value.from)}的${OVER[value.then]}`,
  executionWarning: (value) => `红${percent(value.red)}、黄${percent(value.yellow)}`,
  qualitativeBands: bands,
  notApplicable: (value) => NOT_APPLICABLE[value],
  partialPoints: (value) => PARTIAL[value],
  rateRounding: (value) => RATE[value],
  zeroTarget: (value) => ZERO_WORDS[value],
  totalCaps: (value) => value.map((cap) => `执行率低于${percent(cap.below)}的不超过${cap.most.toFixed()}分`).join('、'),
};

/** A switch's value as people write it. */
export function switchText<K extends SwitchName>(name: K, value: SwitchValues[K]): string {
  return SWITCH_TEXT[name](value);
}

const place = (path: readonly string[]): string =>
  path.length === 1 ? `「${path[0]!}」` : `「${path.slice(0, -1).join(' › ')}」下的「${path.at(-1)!}」`;
const points = (weight: Dec | null): string => (weight === null ? '' : `，${weight.toFixed()}分`);
const NOT_RULED = '没有规定';
const said = (text: string): string => (text === '' ? NOT_RULED : `「${text}」`);

const weightText = (weight: Dec | null): string => (weight === null ? NOT_RULED : `${weight.toFixed()}分`);
const ruled = (name: SwitchName, value: SwitchValues[SwitchName] | null): string =>
  value === null ? NOT_RULED : switchText(name, value as never);

type LineChange = Extract<StandardChange, { readonly kind: 'added' | 'removed' }>;

const lineName = ({ isClass, path }: LineChange): string => `${isClass ? '类别' : '指标'}${place(path)}`;
const ruleOf = ({ rule }: LineChange): string => (rule === '' ? '' : `：${rule.replace(/。$/, '')}`);

function changeText(change: StandardChange): string {
  switch (change.kind) {
    case 'title':
      return `名称由「${change.was}」改为「${change.is}」。`;
    case 'status':
      return `状态由${STATUSES[change.was as keyof typeof STATUSES]}改为${STATUSES[change.is as keyof typeof STATUSES]}。`;
    case 'force':
      return `效力由${FORCES[change.was as keyof typeof FORCES]}改为${FORCES[change.is as keyof typeof FORCES]}。`;
    case 'reference':
      return `依据由 ${change.was} 改为 ${change.is}。`;
    case 'added':
      return `新增${lineName(change)}${points(change.weight)}${ruleOf(change)}。`;
    case 'removed':
      return `取消${lineName(change)}${points(change.weight)}。`;
    case 'renamed':
      return `「${change.was}」改名为「${change.is}」。`;
    case 'moved':
      return `「${change.path.at(-1)!}」由「${change.was.join(' › ')}」移到「${change.is.join(' › ')}」。`;
    case 'order':
      return `${place(change.path)}的次序有调整。`;
    case 'weight':
      return `${place(change.path)}的分值由${weightText(change.was)}改为${weightText(change.is)}。`;
    case 'rule':
      return `${place(change.path)}的评分标准由${said(change.was)}改为${said(change.is)}。`;
    case 'note':
      return `${place(change.path)}的说明由${said(change.was)}改为${said(change.is)}。`;
    case 'footnote':
      return change.was === '' ? `新增表注「${change.is}」。` : `取消表注「${change.was}」。`;
    case 'switch':
      return `规定「${SWITCH_KEYS[change.name]}」由${ruled(change.name, change.was)}改为${ruled(change.name, change.is)}。`;
  }
}

/** All changes, numbered; a sentence where there are none. */
export function standardChangesText(before: string, after: string, changes: readonly StandardChange[]): string {
  const head = `从「${before}」到「${after}」：`;
  if (changes.length === 0) return `${head}没有不同。\n`;
  return `${head}共 ${changes.length} 处不同\n${changes.map((change, index) => `${String(index + 1).padStart(3)}. ${changeText(change)}`).join('\n')}\n`;
}

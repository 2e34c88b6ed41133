/** From the words that name something to the fact they speak of. */
import completion from '../data/completion-names.json';
import { type Dec, oncePerKey } from '../../workbook';
import type { Expr, FactRef, Span } from '../types';
import type { Name, StatedValue } from './syntax/tree';

/** Where normalised offsets lie in the original. */
export interface Places {
  readonly at: readonly number[];
}

/** The original span of [from, to) in the normalised text. */
export function spanOf({ at }: Places, from: number, to: number): Span {
  const start = at[from] ?? 0;
  return [start, to > from ? (at[to - 1] ?? start) + 1 : start];
}

/** At the front of a name, said of nothing in particular. */
const FRONT = [
  '以上情况',
  '以上各项',
  '以上内容',
  '以上要求',
  '上述情况',
  '上述内容',
  '上述要求',
  '以上',
  '上述',
  '其中',
  '如果',
  '如有',
  '如',
  '若',
  '凡是',
  '凡',
  '对于',
  '当',
  '按照',
  '根据',
  '但',
  '且',
  '而',
  '并',
  '任意',
  '任一',
  '该项',
  '本项',
];
/** At its end. */
const BACK = [
  '但是',
  '但',
  '并且',
  '视情节轻重',
  '视情节',
  '视具体情况',
  '视情况',
  '视情',
  '根据情况',
  '根据情节',
  '酌情',
  '的情况下',
  '的情况',
  '的部分',
  '的话',
  '的时候',
  '的单位',
  '的项目',
  '的',
  '者',
  '时',
  '则',
  '可',
  '均',
  '应',
  '须',
  '需',
  '就',
  '即',
  '视为',
  '情形',
  '要',
];
/** Before a figure: 「完成率达到」. */
const BEFORE_NAME = ['且', '但', '而', '则'];
const BEFORE_FIGURE = [
  '达到',
  '保持在',
  '控制在',
  '介于',
  '处于',
  '应在',
  '必须',
  '应当',
  '不得',
  '为',
  '在',
  '是',
  '达',
  '应',
  '需',
  '须',
  '仅',
  '约',
  '每',
  '但',
  '且',
  '而',
  ':',
  '每年',
];
const MOST_STRIPS = 6;

/** 「及时」 does not end with 「…时」, nor does 「当年」 begin with 「当…」. */
function isPartOfWord(text: string, word: string): boolean {
  return (
    (word === '时' && /[及按准定届同适临实随平小工课学限]时$/.test(text)) ||
    (word === '当' && /^当[年地月期日前]/.test(text)) ||
    (word === '可' && /[许认]可$/.test(text)) ||
    (word === '要' && /[需重必纪摘]要$/.test(text)) ||
    (word === '应' && /[响对相反效供]应$/.test(text))
  );
}

function stripped(text: string, list: readonly string[], front: boolean): string {
  let rest = text;
  for (let i = 0; i < MOST_STRIPS; i += 1) {
    const found = list.find(
      (word) => (front ? rest.startsWith(word) : rest.endsWith(word)) && rest.length > word.length && !isPartOfWord(rest, word),
    );
    if (found === undefined) break;
    rest = front ? rest.slice(found.length) : rest.slice(0, -found.length);
  }
  return rest;
}

/** The words of a condition, without what only joins it to the sentence. */
export const plainName: (text: string) => string = oncePerKey((text: string): string => {
  const front = stripped(text.replace(/(?<![,、:])[,、:]+$/, '').replace(/^以[\d.]+%为一个?档,?(?=.)/, ''), FRONT, true);
  const bare = stripped(front.replace(/^按(?=[A-Z]$|.*(?:率|数|额|值|量|比例|百分比|得分)$)(?![时期年月季进规要])/, ''), BACK, false);
  return stripped(bare.replace(/(?<![,、])[,、]+$/, ''), BACK, false);
});

const HAPPENS = ['有', '每有', '每出现', '每发现', '出现', '发现', '发生', '存在', '查出', '查处', '检查发现', '审计发现'];

/** What is counted: 「出现|不符合要求的」 → 「不符合要求」; a bare 「发现」 stays. */
export function countedName(before: string, after: string): string {
  const front = plainName(before);
  const back = plainName(after);
  const happening = HAPPENS.find((word) => front === word);
  if (happening !== undefined && back !== '') return back;
  const whole = plainName(`${front}${back}`);
  const first = HAPPENS.find((word) => whole.startsWith(word) && whole.length >= word.length + 2);
  return front === '' && first !== undefined ? whole.slice(first.length) : whole;
}

const ACTUAL = new Set([
  '完成值',
  '实际完成值',
  '实际值',
  '实际完成量',
  '实际完成数',
  '全年完成值',
  '实际完成',
  '实际完成情况',
  '实际数',
  '实际完成指标值',
  '年度实际完成值',
  '实际产出数',
  'B',
  '实际',
  '实际完成数量',
  '完成数',
  '完成量',
  '全年实际值',
  '实际达到值',
]);
const TARGET = new Set([
  '目标值',
  '指标值',
  '年度指标值',
  '计划值',
  '目标任务',
  'A',
  '目标',
  '计划数',
  '年初目标值',
  '预期值',
  '预期目标',
  '预期目标值',
  '计划目标值',
  '年度目标值',
  '目标任务数',
  '目标数',
  '计划完成数',
  '计划完成值',
  '计划完成量',
  '计划',
  '预期指标值',
  '设定目标',
  '目标量',
  '计划量',
  '任务数',
  '年初指标值',
  '既定目标',
  '绩效目标值',
  '目标任务值',
  '目标任务量',
  '计划任务数',
  '年度目标',
  '计划目标',
]);
/** Names of nothing: the row's own measure. */
const OWN = new Set([
  '',
  '完成',
  '实际完成',
  '比例',
  '比率',
  '率',
  '结果',
  '其',
  '该指标',
  '该比率',
  '该比例',
  '本指标',
  '指标',
  '得',
  '达到',
  '达标',
  '任务完成',
  '全年',
  '在',
  '数量',
  '数值',
  '全部',
  '占比',
  '百分比',
  '值',
  '该值',
  '执行',
  '完成比',
  '得分',
  '评分',
  '最终得分',
]);
const LEVELS = new Set([
  '优',
  '良',
  '中',
  '差',
  '优秀',
  '良好',
  '一般',
  '较好',
  '好',
  '较差',
  '合格',
  '基本合格',
  '不合格',
  '很好',
  '非常满意',
  '满意',
  '较满意',
  '基本满意',
  '不满意',
  '高',
  '较高',
  '低',
  '较低',
  '及格',
  '不及格',
]);
/** The share of the target that was reached. A 完成率 may as well be what the row measures: that stays a name. */
const COMPLETION: ReadonlySet<string> = new Set(completion.names);

export function isRateName(name: string): boolean {
  return /(?:率|比例|比重|占比|百分比)$/.test(name);
}

export function isOwnName(name: string): boolean {
  return OWN.has(name) || LEVELS.has(name);
}

export function isCompletionName(name: string): boolean {
  return COMPLETION.has(name);
}

export function roleOf(name: string): FactRef['role'] {
  if (ACTUAL.has(name)) return 'actual';
  return TARGET.has(name) ? 'target' : 'named';
}

/** A figure's name: what it is measured against is no part of it. */
export const figureName: (text: string) => string = oncePerKey((text: string): string =>
  stripped(stripped(plainName(text), BEFORE_FIGURE, false), BEFORE_NAME, true),
);

export function kindOfValue(value: StatedValue, name: string): FactRef['kind'] {
  if (value.as === 'percent' || value.as === 'pp') return 'rate';
  if (value.as === 'quantity' && name !== '') return 'count';
  return value.as === 'plain' && isRateName(name) ? 'rate' : 'number';
}

/** The fact a figure's name speaks of, measured as `like` is. */
export function figureFact(places: Places, name: Name | null, like: { kind: FactRef['kind']; unit: string }): FactRef {
  const words = name === null ? '' : figureName(name.text);
  if (like.kind === 'rate' && isCompletionName(words))
    return { kind: 'rate', role: 'own', name: '完成率', unit: '', span: spanOf(places, name!.from, name!.to) };
  const own = isOwnName(words);
  const role = own ? 'own' : roleOf(words);
  return {
    kind: own && like.kind === 'count' ? 'number' : like.kind,
    role,
    name: own || role !== 'named' ? '' : words,
    unit: like.unit,
    span: name === null ? [0, 0] : spanOf(places, name.from, name.to),
  };
}

export const factExpr = (ref: FactRef): Expr => ({ op: 'fact', ref });
export const numberExpr = (value: Dec, shown: 'plain' | 'percent' = 'plain'): Expr => ({ op: 'number', value, shown });

/** Whether the words say that something is not called for here: 「不涉及」 「无此项工作」. */
export function isNotApplicable(name: string): boolean {
  return /^(?:不涉及|未涉及|没有涉及|无涉及|不适用|无此项|没有此项|无该项|没有该项|无相关|没有相关|无新增|无需|未发生|若无|如无|本年度无|当年无|未安排|没有安排|未被|不需要|无需|无.{1,12}(?:任务|业务|事项|项目|支出|收入|情况|资金|工作|要求|内容|指标|预算|采购|经费|职能|需求)$|.{0,30}(?:不涉及|未涉及|没有该任务|没有该项任务|无此项|无该项|没有此项|不适用|没有该项|没有相关任务|没有安排))/.test(
    name,
  );
}

/** Why a row's score is not determined, and what the readings of a rule are called. */
import { type FactRef, type ReadingId, readingsIn } from '../criteria';
import type { IndicatorRow } from '../score-table';
import type { Derivation, WhyUnknown } from '../scoring';

const WHY: Readonly<Record<WhyUnknown, string>> = {
  'no-rule': '表中没有写明该项的评分标准',
  'not-understood': '评分标准的文字未能识别，需人工核对',
  'points-differ': '评分标准写明的分数与分值不一致，需人工核对',
  'no-weight': '没有分值，无法计算得分',
  'facts-missing': '缺少计算所需的数据',
  judgement: '由评分人按完成情况判断，不能由公式算出',
  'rules-disagree': '评分标准与表下注释的规定不一致，未作计算',
  shared: '几行共用一个得分或评分标准，未分别计算',
  'not-applicable': '该项不适用，表中没有写明怎样计分',
  'no-direction': '未写明指标值是下限还是上限（≥、≤），无法按比例计算',
  'not-comparable': '指标值和完成值的单位或写法不同，不能确定怎样比较',
  'no-target': '没有填写可计算的指标值，无法按完成比例计算',
  'no-actual': '没有填写可计算的完成值，无法按完成比例计算',
  'no-rate': '预算数、执行数和执行率未填写完整，无法计算执行率得分',
};

const MOST_NAMED = 3;

/** What of a fact is missing, as one would ask for it: 「违规的例数」. */
export function factName({ kind, role, name, unit }: FactRef): string {
  if (role === 'target') return '指标值';
  if (role === 'actual') return '完成值';
  if (name === '') {
    if (role === 'own') return '完成值';
    return { rate: '比率', number: '数值', count: '次数', yes: '是否符合', level: '达成等级', rank: '名次', date: '日期' }[kind];
  }
  if (kind === 'count') return countName(name, unit);
  return kind === 'yes' ? `是否${name.replace(/^(?:是否)?未?/, '')}` : name;
}

/** 「违规」 counted in 例: 违规的例数; 「抽查发现1处错误」: 抽查发现错误的处数. */
function countName(name: string, unit: string): string {
  if (/数量?$/.test(name)) return name;
  const inside = /^(.*?)[1一]([个项处例次份件人家户天批])(.+)$/.exec(name);
  if (inside !== null) return `${inside[1]}${inside[3]}的${inside[2]}数`;
  return `${name}的${unit === '' ? '次' : unit}数`;
}

/** 「缺少计算所需的数据：违规的例数、是否整改」 */
export function missingText(missing: readonly FactRef[]): string {
  const names = [...new Set(missing.map(factName))];
  if (names.length === 0) return WHY['facts-missing'];
  return `${WHY['facts-missing']}：${names.slice(0, MOST_NAMED).join('、')}${names.length > MOST_NAMED ? '等' : ''}`;
}

/** The reason by itself, for who has no derivation at hand. */
export const unknownText = (why: WhyUnknown): string => WHY[why];

/** A phrase for people; names the data that is lacking where that is why. */
export function whyUnknown({ admissible, missing }: Derivation, row: Pick<IndicatorRow, 'role'>): string {
  if (admissible.is !== 'unknown') return '';
  if (admissible.why === 'no-weight' && row.role === 'execution') return '没有分值，无法计算执行率得分';
  return admissible.why === 'facts-missing' ? missingText(missing) : WHY[admissible.why];
}

const READINGS: Readonly<Record<string, string>> = {
  'partial-proportional': '不足一个百分点按比例计',
  'partial-whole-only': '不足一个百分点不计',
  'partial-begun': '不足一个百分点按一个计',
  'rate-exact': '按未取整的比率计算',
  'rate-as-shown': '按表中所填的比率计算',
  'share-of-points': '公式算出的是比例，再乘分值',
  'as-written': '公式算出的就是得分',
  'bound-in-upper': '分档的界限值归上一档',
  'bound-in-lower': '分档的界限值归下一档',
  'counted-from-zero': '按得分的项数累加',
  'counted-from-full': '从满分按缺项扣减',
  'items-add-up': '各条得分相加',
  'one-level-holds': '各条是档次，只取一档',
};

/** What a reading is called that has no name of its own. */
export const OTHER_READING = '评分标准的另一种理解';

/** What a reading is called; '' for the only one. */
export function readingText(reading: ReadingId | ''): string {
  return readingsIn(reading)
    .map((one) => READINGS[one] ?? OTHER_READING)
    .join('，');
}

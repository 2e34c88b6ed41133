/** Is an indicator to be raised or lowered: by the sign written with the target, else by what its name says. */
import type { Comparator, IndicatorRow, Quantity } from './types';
import { Dec, oncePerObject, oncePerText } from '../workbook';
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

const any = (list: readonly string[]): string => `(?:${list.join('|')})`;
const GOOD = any(words.good);
const BAD = any(words.bad);
const RATE = any(words.rate);
const COUNT = any(words.count);
const COUNTED_THING = any(words.counted);
const GRADE = any(words.grade);
const NOT = any(words.not);
/** 「未按时办结」: what may stand between the denial and what is denied. */
const HOW = `${any(words.how)}*`;

/** First match decides. Written for names without spaces and quotation marks. */
const NAMES: readonly (readonly [RegExp, Way, boolean])[] = [
  // What was not done, and what did not go wrong: 不满意率, 未办结率, 未整改问题数; 未返贫率, 零投诉率.
  [new RegExp(`${NOT}${HOW}(?:${GOOD}|满意)的?${RATE}$`), 'down', true],
  [new RegExp(`${NOT}${HOW}(?:${GOOD}|满意)的?${COUNTED_THING}?${COUNT}$`), 'down', false],
  [new RegExp(`(?:${NOT}|零)(?:发生|出现|存在)?${GRADE}*${BAD}(?:发生)?${RATE}$`), 'up', true],
  // What is done about a bad thing is good: 投诉处理率, 事故整改率; so is what is saved.
  [
    /(?:投诉|信访|事故|隐患|案件|纠纷|差错|故障|违法|问题).{0,6}(?:处理|处置|办结|办理|回复|答复|化解|解决|整改|排除|排查|响应|反馈|结案|修复|查处|满意)(?:及时|到位|完成)?率/,
    'up',
    true,
  ],
  [/节约|节省|节支|(?:下降|降低|减少|压减|压缩|精简|缩短)(?:率|幅度|比例|程度|数|量)?$/, 'up', false],
  [/(?:供养|人员|编制|经费|三公|公用|预算|成本|支出|费用?|资金|债务|规模|用车|接待).{0,8}控制率/, 'down', true],
  [/控制率/, 'down', false],
  [/(?:三公|经费|支出|费用?).{0,4}(?:变动率|增长率)/, 'down', true],
  [/变动率/, 'down', false],
  [
    /(?:预算|经费|资金|目标).{0,6}(?:调整率|调剂率|追加率)|^(?:调整率|调剂率|追加率)$|结转(?:和|与|及)?结余率|结余率|结转率|结余结转率/,
    'down',
    true,
  ],
  [new RegExp(`${BAD}(?:发生)?率`), 'down', true],
  [/(?:投诉|上访|事故|伤亡|死亡|违纪|违规|差错|故障).{0,4}(?:次数|起数|件数|人数|数量|例数|量|数)$/, 'down', true],
  [/(?:等候|等待|办理|办结|响应|处理|处置|审批|审核|到达|修复|平均).{0,2}(?:时间|时限|时长)|用时|耗时|工作时限|办理天数/, 'down', false],
  [/成本.{0,4}(?:效益|效率|有效|合理|合规|达标|标准)/, 'unknown', false],
  [/成本|总投资|费用总额|超支|损失|能耗|排放量/, 'down', true],
  [/三公|公用经费|标准$/, 'unknown', false],
  [/满意(?:度|率|程度)/, 'up', true],
  [new RegExp(`${GOOD}率$`), 'up', true],
];

const COUNTED =
  /^(?:人次|人|户|个|项|件|次|家|场|期|篇|份|台|套|辆|座|处|米|公里|千米|亩|公顷|平方米|㎡|吨|只|头|株|棵|册|批|条|名|位|所|村|班|间|栋|幢|批次|户次|场次)$/;
const DOUBTFUL_COUNT = /控制|限|投诉|事故|案件|上访|信访|差错|问题|风险|隐患|减少|降低|压缩|精简|供养|编制|天数|时间|费|经费/;

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
  if (DOUBTFUL_COUNT.test(name) || above.includes('成本')) return UNKNOWN;
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

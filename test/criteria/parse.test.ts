import {
  factKey,
  parseCriterion,
  type Condition,
  type Criterion,
  type Expr,
  type FactRef,
  type Interval,
  type Points,
} from '../../src/criteria';
import { parseAfresh } from '../../src/criteria/together/read';

// ---- a tree in one line, for the eye

const points = (given: Points | null): string =>
  given === null ? '-' : 'points' in given ? given.points.toString() : given.share.eq(1) ? '满' : `${given.share.times(100)}%`;
const fact = (ref: FactRef): string => (ref.role === 'named' ? ref.name : ref.role + (ref.name === '' ? '' : `:${ref.name}`));
const SIGNS = { add: '+', subtract: '-', multiply: '×', divide: '÷' } as const;

function expr(one: Expr): string {
  switch (one.op) {
    case 'number':
      return one.shown === 'percent' ? `${one.value.times(100)}%` : one.value.toString();
    case 'fact':
      return fact(one.ref);
    case 'max-points':
      return 'W';
    case 'min':
    case 'max':
      return `${one.op}(${one.of.map(expr).join(',')})`;
    case 'floor':
    case 'ceil':
    case 'abs':
    case 'round':
      return `${one.op}(${expr(one.of)})`;
    default:
      return `(${expr(one.left)}${SIGNS[one.op]}${expr(one.right)})`;
  }
}

function when(one: Condition): string {
  switch (one.kind) {
    case 'holds':
      return fact(one.of);
    case 'compare':
      return expr(one.left) + one.comparator + expr(one.right);
    case 'not':
      return `!${when(one.of)}`;
    case 'all':
      return one.of.map(when).join('&');
    case 'any':
      return one.of.map(when).join('|');
    case 'so-many':
      return 'so-many';
  }
}

const interval = (one: Interval): string => `${one.fromIncluded ? '[' : '('}${one.from ?? ''},${one.to ?? ''}${one.toIncluded ? ']' : ')'}`;

function tree(one: Criterion): string {
  switch (one.kind) {
    case 'per-occurrence':
      return `${one.once ? 'once' : 'each'} ${one.effect} ${points(one.each)}${one.eachTo === null ? '' : `~${points(one.eachTo)}`}${one.per.eq(1) ? '' : ` per ${one.per}`}${one.cap === null ? '' : ` cap ${points(one.cap)}`} «${one.of.name}»${one.of.unit}`;
    case 'per-point':
      return `point ${one.effect} ${points(one.each)} ${expr(one.of)} ${one.side} ${expr(one.from)} step ${one.step}${one.cap === null ? '' : ` cap ${points(one.cap)}`}`;
    case 'steps':
      return `steps ${expr(one.of)} ${one.arms.map((arm) => interval(arm.when) + points(arm.award)).join(' ')}`;
    case 'choose':
      return `choose ${one.arms.map((arm) => `${when(arm.when)}→${points(arm.award)}`).join('; ')}; else ${points(one.otherwise)}`;
    case 'cases':
      return `cases ${one.arms.map((arm) => `${when(arm.when)}→${tree(arm.rule)}`).join('; ')}; else ${one.otherwise === null ? '-' : tree(one.otherwise)}`;
    case 'sum':
      return `sum[${one.items.map((item) => `${points(item.points)}: ${tree(item.rule)}`).join(' | ')}]`;
    case 'award':
      return `award ${when(one.when)} ${points(one.points)} else ${points(one.otherwise)}`;
    case 'formula':
      return `formula ${expr(one.expr)}${one.cap === null ? '' : ` cap ${points(one.cap)}`}`;
    case 'bands':
      return `bands ${one.bands.map((band) => band.names.join('/') + interval(band.share)).join(' ')}`;
    case 'deductions':
      return `deductions[${one.rules.map(tree).join(' | ')}]`;
    case 'veto':
      return `veto ${when(one.when)}: ${tree(one.rule)}`;
    case 'exempt':
      return `exempt ${one.policy} ${when(one.when)}: ${tree(one.rule)}`;
    case 'limit':
      return `limit ${points(one.atLeast)}..${points(one.atMost)}: ${tree(one.rule)}`;
    case 'discretion':
      return `discretion ${points(one.from)}..${points(one.to)}`;
    case 'fixed':
      return `fixed ${points(one.points)}`;
    case 'readings':
      return `readings{${one.of.map((reading) => `${reading.reading}: ${tree(reading.rule)}`).join(' || ')}}`;
    case 'opaque':
      return 'opaque';
  }
}

const whole: readonly (readonly [string, string])[] = [
  // Counted.
  ['每出现一例不符合要求的扣1分,扣完为止', 'each deduct 1 «不符合要求»例'],
  ['每缺一个附件扣1分,最多扣3分', 'each deduct 1 cap 3 «缺附件»个'],
  ['每迟报3天扣0.5分', 'each deduct 0.5 per 3 «迟报»天'],
  ['每发现一项扣0.5～1分', 'each deduct 0.5~1 «发现»项'],
  ['不规范扣0.5分', 'once deduct 0.5 «不规范»'],
  ['按照规定每召开1次会议得0.5分，最高2分', 'each award 0.5 cap 2 «召开会议»次'],
  ['迟报1天扣0.1分,超5天不得分', 'veto 迟报>5: each deduct 0.1 «迟报»天'],
  ['专项资金未按进度完成下达的，每个专项扣0.5分，扣完2分为止', 'each deduct 0.5 cap 2 «专项»个'],
  // By percentage points.
  [
    '以100%为标准。在职人员控制率≦100%,计5分;每超过一个百分点扣0.5分,扣完为止。',
    'sum[5: point deduct 0.5 在职人员控制率 above 100% step 0.01]',
  ],
  ['三公控制率以100%为标准,每超过一个百分点扣1分', 'point deduct 1 三公控制率 above 100% step 0.01'],
  ['“三公经费”变动率≦0,计5分;“三公经费”>0,每超过一个百分点扣0.5分', 'sum[5: point deduct 0.5 三公经费变动率 above 0 step 0.01]'],
  ['每低1个百分点扣0.2分', 'point deduct 0.2 own below target step 0.01'],
  ['实际与计划每相差3%,扣1分,扣满15分为止', 'point deduct 1 实际与计划 both 0 step 0.03 cap 15'],
  ['年龄超过平均年龄的，每超1岁扣0.5分', 'point deduct 0.5 年龄 above 平均年龄 step 1'],
  // Steps.
  ['安排率≥90%,计5分;80%(含)-90%,计4分;低于80%不得分', 'steps 安排率 [0.9,)5 [0.8,0.9)4 (,0.8)0'],
  ['调整率=0,计3分;0-10%(含),计2分;10-20%(含),计1分;大于20%不得分', 'steps 调整率 [0,0]3 (0,0.1]2 (0.1,0.2]1 (0.2,)0'],
  [
    '率≥95%得满分;85–95%得80%;<85%不得分',
    'readings{bound-in-upper: steps own [0.95,)满 [0.85,0.95)80% (,0.85)0 || bound-in-lower: steps own [0.95,)满 [0.85,0.95)80% (,0.85)0}'.replace(
      /readings\{bound-in-upper: (.+) \|\|.*/,
      '$1',
    ),
  ],
  ['完成率100%计5分；[95%，100%）计4分；＜95%不得分', 'steps 完成率 [1,1]5 [0.95,1)4 (,0.95)0'],
  ['无结余,3分;有结余,但不超过上年结转,2分;结余超过上年结转,不得分', 'choose 结余=0→3; 结余>0&结余<=上年结转→2; 结余>上年结转→0; else -'],
  ['排名1-3名依次赋60、57、54分', 'steps own [1,1]60 [2,2]57 [3,3]54'],
  ['90%(含)以上满分,每低一档扣1分', 'cases own>=90%→fixed 满; else each deduct 1 «低»档'],
  // Items.
  ['①有制度，1分; ②有记录，1分', 'sum[1: award 有制度 满 else 0 | 1: award 有记录 满 else 0]'],
  ['1、管理制度1分;2、佐证资料1分。没有不得分', 'sum[1: award 管理制度 满 else 0 | 1: award 佐证资料 满 else 0]'],
  [
    '有制度得1分2、制度合规得1分3、执行有效得1分',
    'sum[1: award 有制度 满 else 0 | 1: award 制度合规 满 else 0 | 1: award 执行有效 满 else 0]',
  ],
  [
    '目标全申报1分,缺一项扣0.5分;规范1分;按时申报2分,逾期扣1分',
    'sum[1: each deduct 0.5 «缺»项 | 1: award 规范 满 else 0 | 2: once deduct 1 «逾期»]',
  ],
  ['有工作计划或上级文件或审批报告计2分,没有不得分', 'award 有工作计划|上级文件|审批报告 2 else 0'],
  ['符合得2分,否则不得分', 'award 符合 2 else 0'],
  ['要素完整得5分,否则酌情扣分', 'cases 要素完整→fixed 5; else discretion 0..满'],
  [
    '成效显著得5-6分；有一定成效得3-5分；成效不明显得0-3分。',
    'cases 成效显著→discretion 5..6; 有一定成效→discretion 3..5; 成效不明显→discretion 0..3; else -',
  ],
  ['效益明显得2分；社会效益显著得2分', 'sum[2: award 效益明显 满 else 0 | 2: award 社会效益显著 满 else 0]'],
  ['制度健全得2分，基本健全得1分，不健全不得分', 'choose 制度健全→2; 基本健全→1; 不健全→0; else -'],
  ['全部满足得满分;满足3–4项得一半;其余0分', 'choose 全部满足→满; 满足>=3&满足<=4→50%; else 0'],
  // Formulas.
  ['得分=（1-年中追加率）×分值×60%+（1-预算调剂率）×分值×40%', 'formula ((((1-年中追加率)×W)×60%)+(((1-预算调剂率)×W)×40%))'],
  ['完成值/目标值×分值', 'formula ((actual÷target)×W)'],
  ['（1-10×调剂额/年初预算数）×分值，比值＞0.1不得分', 'veto (调剂额÷年初预算数)>0.1: formula ((1-(10×(调剂额÷年初预算数)))×W)'],
  ['执行率*该指标分值,最高不得超过分值上限。', 'formula (执行率×W) cap 满'],
  [
    '完成值达到指标值,记满分;未达到指标值,按B/A或A/B*该指标分值记分。',
    'cases own:达到指标值→fixed 满; else cases own:正向指标→formula ((actual÷target)×W) cap 满; else formula ((target÷actual)×W) cap 满',
  ],
  ['正向指标得分=权重*B/A;反向指标得分=权重*A/B', 'cases own:正向指标→formula ((W×actual)÷target); else formula ((W×target)÷actual)'],
  ['按完成比例计算得分,满分为止', 'formula (own:完成率×W) cap 满'],
  ['15分÷三级指标个数,四舍五入保留整数', 'formula round((15÷三级指标个数))'],
  ['得分=达标个数/全部个数', 'readings{share-of-points: formula ((达标个数÷全部个数)×W) || as-written: formula (达标个数÷全部个数)}'],
  ['单个指标超预期30%以上或未达到,均不计分', 'veto (own:完成率-1)>=30%|own:完成率<1: fixed 满'],
  // Levels.
  ['100-80%(含)、80-60%(含)、60-0%', 'bands 达成[0.8,1] 部分达成[0.6,0.8) 未达成[0,0.6)'],
  ['好、较好、一般、差分别得分值的100%、80%、60%、0%', 'bands 好[1,1] 较好[0.8,0.8] 一般[0.6,0.6] 差[0,0]'],
  // Together.
  [
    '执行率≥95%得10分；每低1个百分点扣0.5分；低于60%不得分；不涉及的得满分',
    'exempt full 不涉及: sum[10: veto 执行率<60%: point deduct 0.5 执行率 below 95% step 0.01]',
  ],
  [
    '①制度健全得2分；②资料完整得2分，每缺一份扣0.5分。发现弄虚作假的，本项不得分。',
    'veto 发现弄虚作假: sum[2: award 制度健全 满 else 0 | 2: each deduct 0.5 «缺»份]',
  ],
  ['每发现一项不符合扣1分。不涉及的不计分，按其余指标得分折算。', 'exempt excluded 不涉及: each deduct 1 «不符合»项'],
];

/** Understood in part, and what is left. */
const part: readonly (readonly [string, string, readonly string[]])[] = [
  ['每发现一例扣1分；另扣2分', 'opaque', ['另扣2分']],
  ['≥90%得5分；80%左右酌情给3分左右', 'opaque', ['80%左右酌情给3分', '左右']],
];

/** Nothing may be read out of these. */
const none: readonly string[] = [
  '因资料缺失扣1分',
  '2023年发现问题3个，扣3分',
  '未及时更新，扣1分',
  '控制率103%，故扣1.5分',
  '自评得分98分',
  '得分小计：20分',
  '合计得分：97.5',
  '产出指标（50分）',
  '已完成，得10分',
  '≥95%',
  '≥100百分比',
  '1.文件；2.照片；3.台账',
  '资金到位率≥95%，完成率100%，成本≤30万元',
  '填报说明：得分不得超过分值',
  '优(≥90)良(≥80,<90)中(≥60,<80)差(<60)',
  '执行率<60%红灯,60%-80%黄灯,≥80%绿灯',
  '三级指标总数不得少于3个',
  '每人每月补助500元',
  '共举办3期培训班，120人次参加',
  '',
];

describe('parseCriterion', () => {
  test.each(whole)('%s', (text, expected) => {
    const parsed = parseAfresh(text);
    expect(tree(parsed.criterion)).toBe(expected);
    expect(parsed.understood).toBe('whole');
    expect(parsed.opaque).toEqual([]);
  });

  test.each(none.map((text) => [text]))('none: %s', (text) => {
    const parsed = parseAfresh(text);
    expect([parsed.understood, parsed.criterion.kind, parsed.facts]).toEqual(['none', 'opaque', []]);
  });

  test.each(part)('part: %s', (text, expected, left) => {
    const parsed = parseAfresh(text);
    expect(tree(parsed.criterion)).toBe(expected);
    expect(parsed.understood).not.toBe('whole');
    expect(parsed.opaque.map(([from, to]) => text.slice(from, to))).toEqual(left);
  });

  test('full width, half width, quotes and lines make no difference', () => {
    const plain = tree(parseAfresh('三公经费控制率≤100%,计5分;每超过1个百分点扣0.5分,扣完为止').criterion);
    for (const text of [
      '“三公经费”控制率≦１００％，计５分；每超过１个百分点扣０．５分，扣完为止',
      '三公经费控制率 <= 100% , 计 5 分\n每超过 1 个百分点 扣 0.5 分 ， 扣完为止',
      '「三公经费」控制率不高于100%的，得5分；每超过一个百分点，扣0.5分，直至扣完。',
    ]) {
      expect(tree(parseAfresh(text).criterion)).toBe(plain);
    }
  });

  test('facts in the order of the text, each once, with their places', () => {
    const text = '①三公经费控制率≤100%得2分；②预算调剂率≤10%得2分；三公经费控制率＞120%的，本项不得分';
    const { facts } = parseAfresh(text);
    expect(facts.map((ref) => ref.name)).toEqual(['三公经费控制率', '预算调剂率']);
    expect(new Set(facts.map(factKey)).size).toBe(facts.length);
    expect(facts.map(({ span: [from, to] }) => text.slice(from, to))).toEqual(['三公经费控制率', '预算调剂率']);
  });

  test('the same text gives the same answer, remembered or not', () => {
    for (const [text] of whole) expect(JSON.stringify(parseCriterion(text))).toBe(JSON.stringify(parseAfresh(text)));
  });
});

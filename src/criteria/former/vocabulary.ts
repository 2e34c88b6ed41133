/** The words of the language. Longer words stand before shorter ones of the same beginning; the lexer tries them in order. */
import units from '../data/units.json';
import type { TokenKind } from './tokens';

/** What must follow or precede for a word to have its meaning: 「得」 alone is in 「获得」 and 「取得」. */
type Guard =
  | 'none'
  /** Points follow: 「得5分」, 「得满分」. */
  | 'points'
  /** A figure follows. */
  | 'figure'
  /** A figure or 「分值」 follows. */
  | 'amount'
  /** A figure stands before. */
  | 'value-before'
  /** 「每」 stands before. */
  | 'every'
  /** 「每」 stands before or a figure follows. */
  | 'every-or-figure'
  /** The clause ends here. */
  | 'end'
  /** A consequence follows: 「其他不得分」. */
  | 'consequence';

export interface Word {
  readonly text: string;
  readonly kind: TokenKind;
  readonly guard: Guard;
  /** For cmp: the sign. */
  readonly sign?: string;
}

const words = (kind: TokenKind, list: string, guard: Guard = 'none', sign?: string): Word[] =>
  list.split(' ').map((text) => ({ text, kind, guard, ...(sign === undefined ? {} : { sign }) }));

const ALL: readonly Word[] = [
  // Until nothing is left, caps.
  ...words('at-most', '扣完 扣至 扣足', 'amount'),
  ...words(
    'until-gone',
    '最多扣完为止 最多扣完 扣到0分止 扣到零分止 扣到0分为止 扣至0分止 扣完该项分值为止 扣完本项分值为止 扣完分值为止 扣完该项分为止 扣完本项分为止 扣完所有分值为止 扣完为止 扣光为止 扣完即止 扣完止 扣完为此 减完为止 直至扣完为止 直至扣完 直到扣完为止 直到扣完 直至扣完该项分值为止 扣至0分为止 扣至零分为止 扣到0分为止 扣至0分止 直至扣至0分 直至扣到0分 直至0分 直至零分 直至为0 至扣完为止 扣至0分 扣至零分 扣到0分 扣为0分为止 扣减完为止 减至0分为止 扣完该项分数为止 扣完本项为止 扣完该项为止 扣完分数为止 扣完',
  ),
  ...words('until-full', '满分为止 得满分为止 计满分为止 加满为止 计满为止 得满为止 直至满分 直至得满分 至满分为止 直到满分为止'),
  ...words(
    'at-most',
    '最高不得超过 最高不超过 最多不得超过 最多不超过 累计不得超过 累计不超过 合计不超过 合计不得超过 累计最多扣 累计最高扣 累计扣分不超过 总计不超过 不得超过 不得突破 不得高于 不能超过 不超出 不突破 最多扣至 最高扣至 最多扣减 最高扣减 最多扣除 最高扣除 最多扣 最高扣 最多可扣 最高可扣 最多减 最高减 上限扣 扣分上限为 扣分上限 扣分不超过 扣分最多不超过 扣分最高不超过 最高得 最多得 最高计 最多计 最高可得 最多可得 最高记 最多记 最多加 最高加 累计最高加 上限为 封顶为 最高为 最多为 最高分为 最高 最多 扣满',
    'amount',
  ),
  ...words('at-most', '不超过 不得超过', 'points'),
  ...words('at-least', '最低得 最少得 最低计 最低记 最低为 最低不低于 不低于 最低 最少', 'points'),
  // Consequences.
  ...words(
    'excluded',
    '不计分折算 不计分,折算 不计分并折算 不纳入考核范围 不纳入考核 不纳入评分 不纳入计分 不纳入评价范围 不纳入评价 不参与评分 不参与计分 不参与考核 不参与评价 不计入总分 不作考核 不予考核 不考核 不评价 不作评价 不列入考核 不列入评价 不计分项 予以剔除',
  ),
  ...words(
    'no-score',
    '本项不得分 该项不得分 此项不得分 本指标不得分 该指标不得分 此指标不得分 整项不得分 本项指标不得分 该项指标不得分 本项得0分 该项得0分 此项得0分 该项为0分 本项为0分 本项计0分 该项计0分 此项计0分 本项不计分 该项不计分 此项不计分 该项得零分 本项得零分 扣除相应分值 扣除相应分数 扣减相应分值 扣相应分值 扣除对应分值 扣除相应的分值 扣除相应得分 扣相应分 扣除该项相应分值 扣除该项分 不得相应分值 不得该项分值 不得该项分 不得相应分 不得分 不计得分 不计分 不记分 不给分 不赋分 不评分 不予得分 不予计分 不予记分 不予赋分 不能得分 不可得分 得零分 计零分 记零分 为零分 得分为0分 得分为零 得分为0 不得任何分 全部扣分 全部扣除 全扣 一票否决 扣除全部分值 扣除全部分数 扣除全部得分 扣全部分值 扣全部分数 扣全部分 扣全分 扣除该项全部分值 扣除本项全部分值 扣除本项全部得分 扣该项全部分值 扣完该项分值 扣完全部分值 扣完本项分值 扣除该项分值 扣除本项分值 零分',
  ),
  ...words('no-deduct', '不予扣分 不予扣减 不扣分 不扣减 不扣除 不减分 不作扣分 不做扣分'),
  ...words(
    'full',
    '得满分值 得全部分值 得全部分数 得全部权重分 得全部分 得全分 得满分 计满分 记满分 给满分 为满分 赋满分 评满分 得该项满分 得该项全部分值 得该项分值 得本项满分 得本项全部分值 得本项分值 得该指标分值 得指标分值 得基本分值 得标准分值 得标准分 得权重分 得该项全分 计全分 记全分 计全部分值 得总分 计该项分值 计本项分值 得分值满分 得分为满分 满分值 满分',
  ),
  ...words('full', '满', 'end'),
  ...words('share', '得分值的一半 得一半分值 得一半分数 得一半分 得一半 计一半分值 计一半分 计一半 记一半分 记一半 得半分值'),
  ...words(
    'deduct',
    '扣除该项分值的 扣除本项分值的 扣除该项 扣除本项 扣除分值的 扣除 扣减 扣掉 扣去 扣减该项分值的 扣该项分值的 扣本项分值的 扣该指标分值的 扣分值的 扣权重分的 扣总分的 扣总分值的 扣满分的 各扣 均扣 扣分 减扣 减分 减 扣',
    'points',
  ),
  ...words(
    'discretion',
    '酌情扣分 酌情减分 酌情给分 酌情得分 酌情计分 酌情记分 酌情赋分 酌情评分 酌情打分 视情况扣分 视情扣分 视情形扣分 视情况酌情扣分 视情节扣分 视情节轻重扣分 视情节轻重酌情扣分 根据情况扣分 根据情况酌情扣分 视程度扣分 视情况得分 视情况给分 视情酌情扣分 视完成情况扣分 视完成情况得分 视情况计分 适当扣分',
  ),
  ...words('discretion', '酌情扣减 酌情扣 酌情', 'end'),
  ...words('award', '加 增加 奖励', 'points'),
  ...words(
    'award',
    '各得 各计 各记 均得 均计 分别得 分别计 可得 得到 获得 得分为 得分 计分为 计分 记分 赋分为 赋分 赋值 赋予 赋 计为 记为 评为 评 给予 给 获 得 计 记 为 占 打',
    'points',
  ),
  // Comparisons.
  ...words(
    'cmp',
    '大于等于 大于或等于 高于或等于 高于等于 不低于 不少于 不小于 不得低于 不得少于 不能低于 未低于 ≥ 达到或超过 至少达到 至少',
    'none',
    '>=',
  ),
  ...words('cmp', '小于等于 小于或等于 低于或等于 低于等于 不高于 不大于 不多于 未超过 没有超过 没超过 不超过 ≤ 控制在', 'none', '<='),
  ...words('cmp', '未达到 达不到 没有达到 未达', 'amount', '<'),
  ...words('cmp', '达到 达', 'amount', '>='),
  ...words('cmp', '大于 >', 'none', '>'),
  ...words('cmp', '小于 <', 'none', '<'),
  ...words('cmp', '等于 =', 'none', '='),
  ...words('cmp', '为', 'figure', '='),
  ...words('over', '超过 超出 高于 高出 多于'),
  ...words('over', '超 高 多', 'every-or-figure'),
  ...words('over', '增加 增长 上升 提高 增 多出', 'every'),
  ...words('under', '低于 少于'),
  ...words('under', '不足 不到', 'amount'),
  ...words('under', '少 低 差', 'every-or-figure'),
  ...words('under', '降低 下降 减少 降', 'every'),
  ...words('off', '相差 偏差 偏离', 'every-or-figure'),
  ...words('above', '及其以上 及以上 以上', 'value-before'),
  ...words('below', '及其以下 及以下 以下', 'value-before'),
  ...words('within', '以内 之内', 'value-before'),
  ...words('between', '之间', 'value-before'),
  ...words('dash', '至 到', 'value-before'),
  ...words('round', '四舍五入保留整数 四舍五入取整数 四舍五入取整 四舍五入到整数 四舍五入'),
  ...words(
    'unread',
    '扣分 扣减 扣除 减分 另扣 另行扣 追加扣 加扣 倒扣 不重复扣分 不重复扣 不重复计分 不再扣分 不再重复扣 加分 奖励分 附加分 得分小计 分小计 小计',
    'none',
  ),
  ...words('unread', '左右 上下', 'value-before'),
  ...words('else', '否则 反之'),
  ...words('times', '乘以 乘'),
  ...words('div', '除以'),
  ...words('score', '折算得分 换算得分 折算计分 折算 换算 计入得分 计入总分', 'end'),
  ...words('else', '其余情况 其他情况 其余 其他 其它情况 其它', 'consequence'),
  ...words('every', '每'),
  ...words('or', '或者 或'),
  ...words('and', '并且 且'),
  ...words(
    'max-points',
    '该项指标分值 该项指标的分值 该指标分值 本指标分值 该项分值 本项分值 指标分值 权重分值 标准分值 指标满分值 该项满分 本项满分 该指标权重 指标权重 分值权重 权重总额 权重分 该项权重 分值上限 满分分值 总分值 分值 权重',
  ),
];

const BY_FIRST = new Map<string, Word[]>();
for (const word of ALL) {
  const first = word.text[0]!;
  const list = BY_FIRST.get(first);
  if (list === undefined) BY_FIRST.set(first, [word]);
  else list.push(word);
}
for (const list of BY_FIRST.values()) list.sort((a, b) => b.text.length - a.text.length);

const NONE: readonly Word[] = [];

/** The words beginning with this character, longest first. */
export function wordsFrom(char: string): readonly Word[] {
  return BY_FIRST.get(char) ?? NONE;
}

/** Words that hold a word of the language and are none: skipped whole. */
const INNOCENT = [
  '折扣',
  '回扣',
  '克扣',
  '抵扣',
  '扣缴',
  '扣押',
  '代扣',
  '扣留',
  '扣款',
  '超标',
  '超额',
  '超期',
  '超时',
  '超支',
  '超前',
  '超编',
  '超范围',
  '超收',
  '超预算',
  '超概算',
  '超进度',
  '超规模',
  '超载',
  '最高人民',
  '提高',
  '高质量',
  '每月',
  '每年',
  '每季度',
  '每日',
  '每天',
  '每周',
  '每季',
  '达标',
  '到位',
  '到账',
  '到期',
  '到岗',
  '达成',
  '其他收入',
  '其他资金',
  '其他支出',
  '其他费用',
  '其他部门',
  '其他单位',
  '其他相关',
  '减少',
  '降低',
  '下降',
  '增长',
  '增加',
  '减负',
  '减免',
  '减排',
  '减税',
  '减灾',
  '多样',
  '多数',
  '多方',
  '多元',
  '多次',
  '多个',
  '多种',
  '低保',
  '低收入',
  '低效',
  '偏低',
  '偏高',
  '较低',
  '较高',
  '差距',
  '差异',
  '偏差',
  '差旅',
  '较差',
  '少数',
  '缺少',
  '减压',
  '减轻',
  '计划',
  '计算',
  '计提',
  '会计',
  '审计',
  '统计',
  '合计',
  '累计',
  '设计',
  '预计',
  '记录',
  '登记',
  '记账',
  '为民',
  '得当',
  '得力',
  '取得',
  '占比',
  '占用',
  '占地',
  '评价',
  '评估',
  '评审',
  '评选',
  '给付',
  '赋能',
  '打造',
  '获得感',
  '和谐',
  '与会',
  '且行',
  '或有',
  '增值',
  '高校',
  '高新',
  '高标准',
  '权重系数',
  '权重占比',
  '考核得分',
  '百分制得分',
  '百分制评分',
  '综合得分',
  '评价得分',
  '测评得分',
  '考评得分',
  '考核分',
  '量化得分',
  '测评分',
  '事故',
  '故障',
  '故意',
  '折合',
  '满意',
  '满足',
  '得以',
  '加强',
  '加快',
  '加大',
  '加固',
  '占总',
  '下达',
  '传达',
  '送达',
  '表达',
  '到达',
  '直达',
  '为主',
  '为重',
  '扣分原因',
  '扣分说明',
  '扣分项',
  '扣分情况',
] as const;

const INNOCENT_BY_FIRST = new Map<string, string[]>();
for (const word of INNOCENT) {
  const first = word[0]!;
  const list = INNOCENT_BY_FIRST.get(first);
  if (list === undefined) INNOCENT_BY_FIRST.set(first, [word]);
  else list.push(word);
}

for (const list of INNOCENT_BY_FIRST.values()) list.sort((a, b) => b.length - a.length);

/** The innocent word at this place, or ''. */
export function innocentAt(text: string, from: number): string {
  const list = INNOCENT_BY_FIRST.get(text[from] ?? '');
  return list?.find((word) => text.startsWith(word, from)) ?? '';
}

/** Units, longest first: what is counted, time, money, measures. */
export const UNITS = [
  '个工作日',
  '平方公里',
  '平方米',
  '立方米',
  '个月份',
  '个百分比',
  '工作日',
  '个小时',
  '个季度',
  '小时',
  '分钟',
  '公里',
  '公斤',
  '万元',
  '亿元',
  '千元',
  '个月',
  '个年度',
  '年度',
  '季度',
  '人次',
  '万人',
  '万户',
  '名次',
  '个档次',
  '档次',
  '个等级',
  '等级',
  '项次',
  '例次',
  '件次',
  '台套',
  ...units.compound,
  '个',
  '项',
  '例',
  '次',
  '处',
  '人',
  '件',
  '起',
  '份',
  '条',
  '户',
  '家',
  '名',
  '天',
  '日',
  '年',
  '月',
  '周',
  '元',
  '岁',
  '档',
  '位',
  '篇',
  '场',
  '期',
  '类',
  '种',
  '笔',
  '台',
  '套',
  '座',
  '米',
  '吨',
  '亩',
  '页',
  '批',
  '宗',
  '组',
  '张',
  '所',
  '村',
  '点',
  '级',
  '门',
  '栋',
  '只',
  '辆',
  '头',
  '株',
  '部',
  '本',
  '支',
  '块',
  '段',
  '幅',
  '轮',
  '班',
  '倍',
  '科',
  '季',
  '时',
  '款',
  '对',
  '方面',
  '环节',
  '万',
].sort((a, b) => b.length - a.length);

/** What 运算 says about each change and about what it left alone. */
import { type Dec, NOT_CALCULATED } from '../workbook';
import { ratePoints } from '../checks';
import { basisText, labelled, numberText } from '../words';
import type { Rule } from '../scoring';

export const PART_NAMES = {
  figure: '',
  rate: '执行率',
  score: '得分',
  subtotal: '小计',
  total: '总分',
  grade: '等级',
  stored: '公式结果',
} as const;

export const RATE_COLUMN = '执行率';

/** 「全年执行数÷全年预算数：180÷200=90%」 */
export function rateReason(divisorName: string, executed: Dec, divisor: Dec, rate: Dec): string {
  return `全年执行数÷${divisorName}：${numberText(executed)}÷${numberText(divisor)}=${ratePoints(rate)}`;
}

/** `over`: the full score, where the sum exceeds it. */
export const sumReason = (rows: number, sum: Dec, over: Dec | null): string =>
  `${rows}项得分之和为${numberText(sum)}${over === null ? '' : `，超过满分${numberText(over)}，请核对分值`}`;
export const rangeReason = (rows: number, sum: Dec): string => `求和公式改为正好计入各项得分，${rows}项之和为${numberText(sum)}`;
export const numberReason = '文本改为数字，数值不变';
export const formReason = (to: 'formula' | 'value'): string => (to === 'formula' ? '按要求写成公式，数值不变' : '按要求写成数值，数值不变');
export const gradeReason = (total: Dec, full: Dec, grade: string): string =>
  `总分${numberText(total)}（满分${numberText(full)}）对应「${grade}」`;
export const followReason = '公式不变，结果随所填数据更新';
export const staleReason = '公式不变，原存结果未更新，已重新计算';
/** 「按评分标准计算：92%÷95%×5=4.84」; a rule that does not stand in the sheet is named. */
export function scoreReason(rule: Rule | null, arithmetic: string): string {
  if (rule === null || rule.from === 'sheet') return `按评分标准计算：${arithmetic}`;
  return rule.from === 'note' ? `按表注计算：${arithmetic}` : `计算：${arithmetic}。${labelled(basisText(rule.basis))}`;
}
export const notApplicableReason = (treatment: 'full' | 'zero'): string =>
  treatment === 'full' ? '不适用，按评分标准得满分' : '不适用，按评分标准不得分';

/** 「指标值≥95%，完成值92%，分值5分，得4.84分（92%÷95%×5=4.84），扣0.16分。原因：【待填】；改进措施：【待填】。」 */
export function deductionText(weight: Dec, score: Dec, target: string, actual: string, arithmetic: string | null): string {
  const values = target !== '' && actual !== '' ? `指标值${target}，完成值${actual}，` : '';
  const how = arithmetic === null ? '' : `（${arithmetic}）`;
  return `${values}分值${numberText(weight)}分，得${numberText(score)}分${how}，扣${numberText(weight.minus(score))}分。原因：【待填】；改进措施：【待填】。`;
}

/** Up to so many scores are written out. */
const MOST_SCORES = 6;

/** Why a cell was left as it is; each a phrase that follows 「…：」. */
export const KEPT_TEXTS = {
  needsAll: (expected: Dec, because: string): string =>
    `按规则应为${numberText(expected)}${because === '' ? '' : `（${because}）`}，已填的数默认不改`,
  needsRaise: (expected: Dec, because: string): string =>
    `按规则应为${numberText(expected)}${because === '' ? '' : `（${because}）`}，比已填的高，未另行确认不调高`,
  needsAllRate: (expected: Dec, because: string): string => `按金额应为${ratePoints(expected)}（${because}），已填的数默认不改`,
  needsRaiseRate: (expected: Dec, because: string): string =>
    `按金额应为${ratePoints(expected)}（${because}），比已填的高，未另行确认不调高`,
  several: (scores: readonly Dec[]): string =>
    `评分标准允许${scores.slice(0, MOST_SCORES).map(numberText).join('、')}${scores.length > MOST_SCORES ? '等' : ''}，由人评定`,
  range: (from: Dec, to: Dec): string => `评分标准只定出${numberText(from)}至${numberText(to)}分的范围，由人评定`,
  notApplicable: '标明不适用，如何计分请按通知办理',
  text: (text: string): string =>
    text === '' ? '不是数字，未作改动' : `写的是「${text.length > 20 ? `${text.slice(0, 20)}…` : text}」，请人工核实`,
  textColumn: (count: number): string => `有${count}处得分是文字，不是数字，表中没有公式要用到，保持原样`,
  error: (error: string): string =>
    error === NOT_CALCULATED ? '公式没有计算结果，本程序不能计算，未作改动' : `单元格显示 ${error}，请修正公式或改填数值`,
  formula: (expected: Dec): string => `是公式，结果与应为的${numberText(expected)}不同，请核对公式`,
  questioned: '得分与评分标准不符或有疑问，应得几分不能唯一确定，请人工核定',
  doubted: '所依据的数据有疑问，请先按审核结果核实',
  unnamed: '表中的数据没有写明是否就是评分标准所说的，请人工核定',
  shared: '几行共用一个得分或分值，由人分配',
  rateOtherwise: '执行率按另一口径填列，请核实口径',
  blanksRemain: (rows: number, unclear: boolean): string => `还有${rows}处得分未填${unclear ? '或不是明确的数字' : ''}，暂不合计`,
  coversUnknown: '合计的范围不能确定，未填',
  proRata: '有不计分的指标，是否折算请按通知办理',
  textScores: '部分得分是文本，公式会漏计，仍为数值',
  oldValues: (cells: string): string => `合并单元格下面还有旧数（${cells}），公式会把它加进去；请取消合并，清除旧数后再运算`,
  ownBands: '表中另有等级划分，请人工填写',
  ticked: '等级是勾选或文字说明，请人工修改',
  noTotal: '总分未定，等级暂不填',
  locked: '单元格已锁定',
  covered: '在合并单元格之内',
  refused: '属于数组公式等不能单独改写的单元格',
  signature: '在签字盖章行',
} as const;

export const asStatedText = (count: number): string => `另有${count}项得分不能由评分标准唯一确定，保持原填`;

export const ENTRY_TITLES = {
  filled: (count: number): string => `已填写 ${count} 处`,
  corrected: (count: number): string => `已更正 ${count} 处`,
  form: (count: number): string => `已改写形式 ${count} 处`,
  kept: (count: number): string => `未填写、未改动 ${count} 处及原因`,
  proposed: '扣分说明建议（未写入表中，供修改后采用）',
} as const;

/** Formulas that nobody touched and whose results are others now. */
export const followedTitle = (count: number): string => `公式不变、结果随之更新 ${count} 处`;
export const oldReasonsTitle = (count: number): string => `原因栏请核对 ${count} 处`;
/** A reason that stands beside a score written by us. */
export const oldReasonText = '得分是运算填写或更正的，原因栏仍是原来的文字，请核对是否与现在的得分相符';
export const NOTHING_TO_DO = '没有需要填写或更正的。';
/** Nothing was written, but something is left open. */
export const NOTHING_WRITTEN = '没有由程序填写或更正的内容，以上各处请人工处理。';
export const findingsRemain = (count: number): string => `另有 ${count} 项审核问题不由运算处理，请运行审核（check）查看。`;
export const UNFILLED_FORM = '空白表，尚未填写，没有可以计算的内容。';

/** 「总分：空白 → 98.5（满分100），等级：优」 */
export function totalLine(before: TotalsSaid, after: TotalsSaid): string {
  const shown = (total: Dec | null): string => (total === null ? '未填' : numberText(total));
  const same = before.stated === after.stated || (before.stated !== null && after.stated !== null && before.stated.eq(after.stated));
  const total = same ? shown(after.stated) : `${shown(before.stated)} → ${shown(after.stated)}`;
  const full = after.fullScore === null ? '' : `（满分${numberText(after.fullScore)}）`;
  const grade = after.grade.stated === null ? '' : `，等级：${after.grade.stated}`;
  return `总分：${total}${full}${grade}`;
}

interface TotalsSaid {
  readonly stated: Dec | null;
  readonly fullScore: Dec | null;
  readonly grade: { readonly stated: string | null };
}

/** Why nothing was written. */
export const NOT_WRITTEN = {
  noOut: '请用 --out 写明结果存到哪个新文件，例如：jihe recalc 评分表.xlsx --out 评分表_已运算.xlsx',
  legacy: (file: string): string => `「${file}」是旧格式或网页格式的表格，不能在其中写入。请用 Excel 或 WPS 打开，另存为 .xlsx 后再运算。`,
  folder: (file: string): string => `「${file}」是文件夹，recalc 一次处理一个文件，请写明文件。`,
  extension: (wanted: string): string => `结果与原文件是同一种格式，--out 的文件名应以 ${wanted} 结尾。`,
  unreadable: (file: string, reason: string): string => `「${file}」没有运算：${reason}。`,
  scores: (text: string): string => `--scores 可写 all（已填而不符的也改）或 blank（只填空白，默认），写的是「${text}」。`,
  totals: (text: string): string => `--totals 可写 keep（保持原样，默认）、formula（公式）或 value（数值），写的是「${text}」。`,
  raiseAlone: '--raise 要与 --scores all 同用：默认只填空白，不改已填的得分。',
  refused: {
    changed: '文件内容与读取时不一致，没有写入；请重试。',
    protected: '工作表受保护，没有写入；请先撤销工作表保护。',
    busy: '文件正在使用，没有写入；请关闭后重试。',
    signed: '文件带有数字签名，改动会使签名失效，没有写入；请用未签名的文件运算。',
    unsupported: '表中有不能单独改写的单元格，没有写入。',
    'not-kept': '写入后核对不一致，没有保存；这是本程序的问题，请反馈。',
  },
} as const;

export const writtenLine = (out: string): string => `已写入「${out}」，原文件未改动。`;
export const SIGNATURE_VOID = '注意：原文件的数字签名在结果文件中失效。';
export const STRUCTURE_PROTECTED = '注意：原工作簿的结构受保护，结果文件中仍增加了工作表。';
export const sheetRenamed = (wanted: string, given: string): string =>
  `注意：已有名为「${wanted}」的工作表，新增的工作表名为「${given}」。`;

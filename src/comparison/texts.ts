/** What a change means, in one sentence. */
export const MEANINGS = {
  corrected: (difference: string): string => `与评分标准算得的分数一致了，${difference}`,
  follows: (difference: string): string => `随填报的数值一起改，仍与评分标准算得的分数一致，${difference}`,
  wasRight: (expected: string): string => `改前与评分标准一致，改后不一致；按评分标准应为${expected}分`,
  stillOff: (expected: string, difference: string): string => `${difference}；按评分标准应为${expected}分，仍不一致`,
  withValues: (what: string, difference: string): string => `${what}也改了，${difference}`,
  alone: (difference: string): string => `指标值和完成值都没有改，只改了得分，${difference}`,
  filled: '原来没有填，现已填写',
  emptied: '原来填了，现在是空的',
  totalIsSum: (difference: string): string => `与各项得分之和一致，${difference}`,
  totalIsNotSum: (sum: string, difference: string): string => `${difference}；各项得分之和为${sum}分，不一致`,
  weightVsForm: '分值改动，且与所用的标准或下发的空白表不同',
  weight: '分值改动，请核对是否与下发的表一致',
  target: '指标值改动，请核对是否经过批准调整',
  actualNotScore: (expected: string): string => `完成值改了，得分没有改；按评分标准应为${expected}分`,
  actualOnly: '完成值改了，得分没有改',
  actual: '完成值改动',
  criterion: '评分标准的文字改动，请核对是否与下发的表一致',
  reasonAdded: '补写了原因说明',
  reasonAddedOnly: '得分没有改，补写了原因说明',
  reasonRemoved: '原因说明删去了',
  reason: '原因说明改写了',
  evidence: '佐证材料改动',
  renamed: '名称改动，请核对是否与下发的表一致',
  gradeFits: (total: string): string => `与总分${total}分对应`,
  gradeOff: (total: string, grade: string): string => `总分${total}分对应的等级是「${grade}」`,
  more: (amount: string): string => `增加${amount}`,
  less: (amount: string): string => `减少${amount}`,
} as const;

export const YEARLY = {
  more: (amount: string): string => `比上年增加${amount}`,
  less: (amount: string): string => `比上年减少${amount}`,
} as const;

export const PUBLISHED = {
  more: (amount: string): string => `公开的多${amount}`,
  less: (amount: string): string => `公开的少${amount}`,
} as const;

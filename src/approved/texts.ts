/** What is said of approved goals. A sentence states a difference and asks. */
export const TARGETS = {
  changed: (was: string, is: string): string => `指标值由批复的${was}改为${is}，请提供目标调整批复`,
  blank: (was: string): string => `批复的指标值是${was}，自评表没有填写指标值，请补填`,
  removed: (was: string): string => `批复的指标（指标值${was}）在自评表中没有找到，请提供目标调整批复或说明原因`,
  perhaps: (name: string): string => `；自评表同类中的「${name}」是批复中没有的，如是改名请说明`,
  added: (is: string): string => `批复的绩效目标中没有这项指标${is === '' ? '' : `（指标值${is}）`}，请提供目标调整批复或说明原因`,
  unclear: (was: string, is: string): string => `批复的指标值是「${was}」，自评表是「${is}」，写法不同，没有判断，请核对`,
  ambiguous: '同名的指标不止一项，没有逐项核对，请核对',
  noPlace: '自评表没有指标值一栏，没有核对指标值。',
  nothingAlike: '批复的目标与自评表没有一项同名的指标，没有逐项核对，请核对是否拿错了表。',
  /** Why a table has no counterpart. */
  noGoals: '没有找到这个项目批复的绩效目标',
  noSheet: '批复了绩效目标，没有找到自评表',
  several: '同名的项目不止一个，没有项目编码可以区分，没有核对',
  otherYear: '只找到其他年度的，没有核对',
} as const;

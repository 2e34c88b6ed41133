/** What is said of a second round. */
export const ROUND = {
  title: '重报情况',
  open: '仍有问题',
  unknown: '无法判断',
  notYet: '未重报',
  fresh: '新增问题',
  corrected: '改完',
} as const;

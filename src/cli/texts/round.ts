/** What is said of a second round. */
import type { RoundJson } from '../../receipt';

export const ROUND = {
  title: '重报情况',
  open: '仍有问题',
  unknown: '无法判断',
  notYet: '未重报',
  fresh: '新增问题',
  corrected: '改完',
} as const;

/** 「反馈 41 家：已重报 35（改完 30，仍有问题 5），未重报 6；新增问题 2 家。」 */
export function roundLine({ asked, again, corrected, open, unknown, notYet, withNew }: RoundJson['counts']): string {
  const parts = [`改完 ${corrected}`, `仍有问题 ${open}`, ...(unknown > 0 ? [`无法判断 ${unknown}`] : [])];
  const told = again > 0 ? `（${parts.join('，')}）` : '';
  return `反馈 ${asked} 家：已重报 ${again}${told}，未重报 ${notYet}${withNew > 0 ? `；新增问题 ${withNew} 家` : ''}。`;
}

/** What `return` says. */
export const RETURN_NEEDS_PATHS = '请写明送审文件或文件夹，例如：jihe return 送审材料/ --out 反馈意见/';
export const RETURN_NEEDS_OUT = '请用 --out 写明反馈意见存到哪个文件夹，例如：jihe return 送审材料/ --out 反馈意见/';
export const RETURN_OUT_IS_FILE = (out: string): string => `--out 应为文件夹，「${out}」是文件。`;
export const badDeadline = '--deadline 写成日期，例如：--deadline 5月20日';

/** Behind the unit's name. */
export const LETTER_NAME = '审核反馈意见';

export const returnedTitle = (letters: number, out: string): string =>
  letters === 0 ? '没有需要更正或说明的事项，没有出具反馈意见。\n' : `已出具反馈意见 ${letters} 份，存到「${out}」：\n`;
export const returnedLine = (
  file: string,
  { mandatory, advisory, info }: Readonly<Record<'mandatory' | 'advisory' | 'info', number>>,
): string => `  ${file}：需更正 ${mandatory} 项，需更正或说明 ${advisory} 项${info === 0 ? '' : `，供参考 ${info} 项`}\n`;
export const calmLine = (units: number): string => `另有 ${units} 个单位没有需要更正或说明的事项，没有出具。`;
export const notReturned = (file: string, why: string): string => `「${file}」没有写入：${why}。`;
export const notAuditedLine = (file: string, reason: string): string => `「${file}」没有审核：${reason}`;

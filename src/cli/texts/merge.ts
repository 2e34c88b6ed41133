/** What `check --shard` and `merge` say. */
export const badShard = (text: string): string => `--shard 应写成「第几份/共几份」，例如 2/8，写的是「${text}」。`;
export const NO_SHARDS = '请写明各份的结果文件，例如：jihe merge 结果1.ndjson 结果2.ndjson';
export const notAShare = (file: string, line: number): string =>
  `「${file}」第 ${line} 行不是 jihe check --shard … --format ndjson 写出的结果，没有合并。`;
export const unfinished = (file: string): string => `「${file}」没有写完，请重新审核这一份再合并。`;
export const twice = (part: number, one: string, other: string): string => `「${one}」和「${other}」都是第 ${part} 份，请只写一个。`;
export const ofAnother = (file: string, first: string): string =>
  `「${file}」与「${first}」不是同一次审核的结果（份数、文件数或程序版本不同），没有合并。`;
export const lacking = (parts: readonly number[], of: number): string =>
  `共 ${of} 份，缺第 ${parts.slice(0, 10).join('、')}${parts.length > 10 ? ' 等' : ''} 份，没有合并。`;
/** Which workbook a report belongs to is known only where all are seen. */
export const SHARD_WITHOUT_REPORTS = '--shard 和 --reports 不能同用；报告请另用 jihe report 核对。';

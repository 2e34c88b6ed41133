import { failureOf, type UnreadableWhy } from '../workbook';

type Sentence = (detail: string | undefined) => string;

const fixed =
  (text: string): Sentence =>
  () =>
    text;
/** The detail in brackets, where there is one. */
const noted =
  (before: string, after: string): Sentence =>
  (detail) =>
    `${before}${detail === undefined || detail === '' ? '' : `（${detail}）`}${after}`;

const RESAVE = '请用 Excel 或 WPS 打开确认，另存为 .xlsx 后再审核';

/** What is said of a file that was lost by our doing: it was not checked, and that is no pass. */
export const NOT_CHECKED = '未能检查';

/** What each refusal says to an accountant: what happened and what to do. */
const SENTENCES: Readonly<Record<UnreadableWhy, Sentence>> = {
  'empty-file': fixed('文件是空的（0 字节），请重新取得文件'),
  'not-spreadsheet': noted('不是电子表格文件', '，请提供 .xlsx、.xlsm、.xls 或 .et 表格'),
  'other-format': noted('文件是其他格式的表格', '，不能直接读取；请用 Excel 或 WPS 打开，另存为 .xlsx 后再审核'),
  'unknown-content': fixed(
    '内容不是电子表格：文件可能已损坏，也可能被办公安全（文档加密）软件加密；请在能正常打开它的电脑上解密，用 Excel 或 WPS 另存为 .xlsx 后再审核',
  ),
  encrypted: fixed('文件有打开密码，无法读取；请先用 Excel 或 WPS 取消打开密码，再重新审核'),
  'encrypted-old': fixed(
    '旧格式文件有打开密码，或因「保护工作簿」而加了密，无法读取；请用 Excel 或 WPS 打开，取消密码和保护，另存为 .xlsx 后再审核',
  ),
  truncated: fixed('文件不完整，可能没有下载或复制完；请重新取得文件'),
  damaged: noted('文件内部已损坏', `，无法读取；${RESAVE}`),
  doctype: noted('文件内含外部实体声明（DOCTYPE）', `，为安全起见不予读取；${RESAVE}`),
  'inflates-too-large': noted('文件解压后过大', '，超出可处理的范围，为安全起见不予读取；请删去与评分无关的内容后再审核'),
  'too-many-parts': noted('文件内的部件过多', `，为安全起见不予读取；${RESAVE}`),
  'too-many-cells': noted('有内容的单元格过多', '，超出 50 万个的上限；请只保留评分表和基础数据表后再审核'),
  'too-many-sheets': noted('工作表过多', '，为安全起见不予读取；请只保留评分表和基础数据表后再审核'),
  'too-many-merges': noted('合并单元格过多', `，为安全起见不予读取；${RESAVE}`),
  'too-many-relations': noted('文件内的关联过多', `，为安全起见不予读取；${RESAVE}`),
  'too-much-formula': noted('公式过多或过长', '，超出可处理的范围，为安全起见不予读取；请只保留评分表和基础数据表后再审核'),
  'too-much-text': noted('文字过多', '，超出可处理的范围，为安全起见不予读取；请删去与评分无关的内容后再审核'),
  'too-many-tables': noted('评分表或指标行过多', '，超出一个文件可处理的范围；请分成几个文件后再审核'),
  'beyond-grid': noted('文件中有超出 Excel 行列上限的单元格', `，无法读取；${RESAVE}`),
  'no-sheet': fixed('工作簿里没有可读取的工作表，请核对文件是否正确'),
  'legacy-unreadable': noted('旧格式表格无法读取', `；${RESAVE}`),
  'legacy-too-large': noted('旧格式表格过大', `，无法处理；${RESAVE}`),
  timeout: fixed('处理时间过长，已停止；请删去与评分无关的内容，另存为 .xlsx 后再审核'),
  memory: fixed('处理所需的内存超出限度，已停止；请删去与评分无关的内容，另存为 .xlsx 后再审核'),
  crashed: noted('程序处理此文件时出错，是本程序的问题，不是填报的问题', '；请另存为 .xlsx 后再试，仍不成功请反馈'),
};

/** The reason shown for a file that could not be read. `detail` is the reader's own: a part name, a count. */
export function unreadableReason(why: UnreadableWhy, detail?: string): string {
  const sentence = SENTENCES[why](detail);
  return failureOf(why) === null ? sentence : `${NOT_CHECKED}：${sentence}`;
}

/** A named thing on disk that is no ordinary file: a device, a pipe. */
export const NOT_A_FILE = '不是普通文件，无法读取';

const NAME_TOO_LONG = '文件名或路径过长，请改短后再试';

/** A file or folder the system did not let us open. `code` is Node's: EACCES, ENOENT. */
export function unopenedReason(code: string): string {
  if (code === 'EACCES' || code === 'EPERM') return '没有权限打开，请检查文件权限';
  if (code === 'ENOENT') return '文件已不存在，可能在审核过程中被移走或改名';
  if (code === 'EBUSY') return '文件正被其他程序占用，请关闭后再审核';
  if (code === 'ENAMETOOLONG') return NAME_TOO_LONG;
  if (code === 'ELOOP') return '快捷方式互相指向，找不到文件本身';
  return `无法打开（${code}）`;
}

/** Why the result could not be put where the user wanted it. */
export function unwrittenReason(code: string): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return '所在的文件夹不存在';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return '没有写入权限';
  if (code === 'ENOSPC' || code === 'EDQUOT') return '磁盘空间不足';
  if (code === 'ENAMETOOLONG') return NAME_TOO_LONG;
  if (code === 'EFBIG') return '文件大小超过了所在磁盘的上限';
  if (code === 'ENXIO') return '那里不是普通文件，也没有程序在接收';
  return `无法写入（${code}）`;
}

/** What is said of 自评报告 held against their score sheets, on the screen and by the command line. */
export const WITH_UNREADABLE = (file: string, why: string): string => `「${file}」：${why}`;

export const NOT_ITS_TABLE = '工作簿里没有评分表，或认不出哪一张是这个报告的，只核对报告自身';
export const otherYear = (report: number, sheet: number): string =>
  `报告是${report}年度的，评分表是${sheet}年度的，没有互相核对，只核对报告自身`;

const RESAVE = '请用 Word 或 WPS 打开后另存为 .docx 再核对';
/** Kinds of documents that are not read, and what to do. */
export const UNREAD_DOCUMENTS: Readonly<Record<string, string>> = {
  doc: `这是 .doc 文件（Word 旧格式），${RESAVE}`,
  odt: `这是 .odt 文件，${RESAVE}`,
  ofd: '这是 .ofd 文件（版式文件），请提供 Word 文件',
  rtf: `这是 .rtf 文件，${RESAVE}`,
  pdf: '暂不能读 PDF，请提供 Word 文件',
  encrypted: '文档有打开密码，请去掉密码后再核对',
  sheet: '这是电子表格，不是报告',
  empty: '文件是空的（0 字节），请重新取得文件',
  other: '不是能读的文档，请提供 .docx、网页或文本文件',
};

/** Behind 「没有写出标注副本：」, and behind 「已标注；」. */
export const COPY_ONLY_DOCX = '只能在 .docx 上加批注';
export const COPY_REFUSED: Readonly<Record<string, string>> = {
  signed: '文件带有数字签名',
  protected: '文件限制了编辑',
  foreign: '文件的写法不支持添加批注，请用 Word 或 WPS 另存为 .docx',
};
export const notPlacedText = (count: number): string => `有 ${count} 处在文本框里或夹有隐藏文字，没有加上批注，见核对结果`;
interface Claims {
  readonly numbers: number;
  readonly tied: number;
  readonly differing: number;
  readonly noPlace: number;
}

/** 「报告中 41 个数：核对一致 23 个，不一致 1 个，表中没有的 17 个」 */
export function claimsLine({ numbers, tied, differing, noPlace }: Claims): string {
  const parts = [`核对一致 ${tied} 个`, ...(differing > 0 ? [`有问题 ${differing} 个`] : []), `表中没有可比的 ${noPlace} 个（不算问题）`];
  return `报告中有 ${numbers} 个数：${parts.join('，')}，其余没有核对`;
}

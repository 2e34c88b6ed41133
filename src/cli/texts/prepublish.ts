/** What `prepublish` says beside its result. */
export const NO_PUBLISH_PATHS = '请写明要公开的评分表、报告或文件夹，例如：jihe prepublish 公开材料/';
export const unknownPrepublishFormat = (text: string): string => `prepublish 没有「${text}」这种输出格式，可用的是 text、json。`;
export const NOTHING_TO_PUBLISH = '没有找到可以检查的表格或文档（.xlsx、.xls、.et、.docx、网页、文本）。';
export const PREPUBLISH_TITLE = '公开前检查';
export const NOTHING_TO_CONFIRM = '没有发现需要确认的内容。图片、扫描件里的文字看不到，请自行查看。';
export const NOT_WHOLE = '这种格式只看了内容，批注、隐藏、修订、作者信息看不全；另存为 .xlsx 或 .docx 后可以全部检查。';
export const andMore = (count: number): string => `等 ${count} 处`;

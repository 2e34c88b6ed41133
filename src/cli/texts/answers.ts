/** What is said of --answers. */
export const answersMissing = (given: string): string => `--answers 所指的「${given}」找不到，请核对路径。`;
export const answersWithoutSheet = (file: string): string =>
  `「${file}」里没有带「编号」「说明」两列的审核结果表，没有说明可用。请用 --annotate 另存的标注副本或「…_审核结果.xlsx」填写说明。`;
export const answersUnreadable = (file: string, why: string): string => `「${file}」里的说明读不了：${why.replace(/。$/, '')}。`;

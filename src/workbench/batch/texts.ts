export const FILE_FAILED = '未能检查：程序处理这份文件时中断，请单独打开它，或反馈给开发者';
export const NO_SUMMARY = '没有另存汇总：程序在生成汇总时中断，请再试一次，或用命令行生成（check --format xlsx）。';
export const NO_COPIES = '没有可以另存的标注副本：这些文件里没有评分表。';
export const notCopied = (paths: readonly string[]): string =>
  `${paths.length} 份没有另存标注副本：${paths.slice(0, 5).join('、')}${paths.length > 5 ? '等' : ''}。`;
export const notARosterFile = (name: string, why: string): string => `名单「${name}」：${why}`;

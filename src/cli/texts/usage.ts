/** Everything the command line says about itself. */

export const USAGE = `绩核 jihe：核对、运算绩效自评评分表。不改动任何送审文件，结果另存。

用法
  jihe check <文件或文件夹>… [选项]   审核，列出需要更正或说明的地方
  jihe recalc <文件> --out <新文件> [选项]
                                      运算：填写空白的得分、小计、总分、等级，另存为新文件
  jihe narrative <文件> [选项]        写出自评小结的文字，供粘贴到自评报告
  jihe write <文件> --out <报告.docx> [选项]
                                      写成自评报告（Word 文档）：小结的文字，公文格式
  jihe return <文件或文件夹>… --out <文件夹> [选项]
                                      出具审核反馈意见：一个单位一份 Word 文档，退给单位修改
  jihe opinions <审核意见.json>… [--out <文件>]
                                      审核意见里有些什么；几个审核人的合成一份（内容不同的都保留）
  jihe standards [编号或文件]         列出内置标准；写编号或 YAML 文件则查看、检查这一个
  jihe compare <前> <后> [选项]       比对两个文件或两个文件夹：改了什么、问题更正了没有，
                                      两次报送的文件夹：谁改完了、谁还有问题、谁没有重报
  jihe report <报告>… [选项]          核对自评报告：报告里的数与评分表、数据表是否一致
  jihe prepublish <文件或文件夹>…     公开前检查：身份证号、手机号、银行账号、批注、隐藏的内容、修订、作者信息
  jihe merge <各份结果>…             把分成几份审核的结果合成一份，与一次审核的相同
  jihe explain <检查代码或名称>       说明一项检查查什么、依据、怎样改（不写则列出全部）
  jihe criteria <评分标准> [选项]     看一条评分标准读懂了什么、怎样计分（整条用引号括起）
  jihe --version                      显示版本

check 的选项
  --format text|json|ndjson|xlsx
                              输出格式，默认 text（给人看）；json、ndjson 供程序读取；
                              xlsx 是全部评分表的汇总工作簿，要同时写 --out
  --out <路径>                把结果写到文件，不显示在屏幕上
  --overwrite                 --out 处已有其他文件时也替换（默认只替换本程序写出、未再改动的结果）
  --annotate <文件夹>         另存标注副本：标出颜色、附批注、加一张「审核结果」；
                              保留下级文件夹；.xls、.et 另存「…_审核结果.xlsx」
  --standard <编号|文件.yaml> 按这个标准审核（内置编号见 jihe standards），默认按表头和分值识别
  --template <空白表>         下发的空白表：各文件的行、分值、评分标准、表注和公式都与它比对
  --answers <审核结果.xlsx|文件夹>
                              单位、审核人填写在「审核结果」里的说明和意见（送审文件里的不用写，自动读取）
  --budget <预算执行表>       指标执行表或决算表：预算数、执行数与其中该项目的核对（按项目编码、名称）
  --reports                   同时核对其中的自评报告（.docx、网页、文本），列在所属评分表之后
  --roster <名单.xlsx>        应报单位（项目）名单：列出未报、缺数据表、缺报告（要同时写 --reports）、
                              重复报送和未能对应的，附催报名单
  --require-answers           提示性问题没有更正、也没有说明清楚的，退出状态也为 1
  --workers <数目>            同时审核几个文件，默认按处理器个数
  --shard <第几份>/<共几份>   只审核其中一份（按文件次序轮流分），与 --format ndjson 同用，
                              各份可在几台电脑上同时进行，再用 jihe merge 合并
  --quiet                     不显示进度和统计

merge 的选项
  --format、--out、--overwrite、--require-answers、--quiet
                              与 check 相同

recalc 的选项
  --out <新文件>              结果存到哪里（必填，不能是原文件）
  --overwrite                 同 check：替换 --out 处已有的其他文件
  --scores blank|all          blank 只填空白得分（默认）；all 已填而高于评分标准的也改低
  --raise                     与 --scores all 同用：已填而低于评分标准的也调高
  --totals keep|formula|value 合计写成公式或数值，默认 keep 保持原样
  --standard、--template      与 check 相同：按哪个标准或下发的空白表计分
  --ledger <文件.json>        运算记录另存为 JSON：逐格写明运算前、运算后、算式和依据
  --no-summary                不增加自评小结、运算记录工作表

compare 的选项
  --as published|resubmitted|yearly|target
                              比对什么：published 报送与公开是否一致；resubmitted 两次报送，
                              问题已更正、仍存在还是新增；yearly 上年与今年；target 前面是批复的
                              绩效目标表（一个项目一张，或全部项目的清单），后面是自评表。不写则按年度判断
  --answers <说明.xlsx>       与 --as published 同用：其中答复「依法不予公开」的，不算不一致
  --format text|json|xlsx     输出格式，默认 text；xlsx 要同时写 --out
  --out、--overwrite、--standard、--template
                              与 check 相同

report 的选项
  --annotate <文件夹>         另存副本，在有问题的数上加批注（只限 .docx，原文一字不动）
  --with <评分表|文件夹>      报告对应的评分表；不写则用同一文件夹里的那一份
  --format text|json|ndjson   输出格式，默认 text
  --out、--overwrite          与 check 相同

standards 的选项
  --from <空白表>             把空白表写成标准文件（YAML），供核对、公布
  --diff <旧> <新>            两个标准有哪些不同；同一标准的两年写成 编号@2023 编号@2024

criteria 的选项
  --points <分值>             这一项的分值
  --facts <名称=值，…>        按这些情况算出得分，例如 --facts "满意度=92%，迟报=2"
  --format text|json          输出格式，默认 text

narrative 的选项
  --length box|short|full     详略：box 系统填报框（每框200字以内）、short 摘要、full 全文，默认 full
  --standard、--template      与 check 相同：按哪个标准或下发的空白表判断

write 的选项
  --out <报告.docx>           报告存到哪里（必填）
  --onto <旧报告.docx>        在写过的报告上更新：您写的、改过的、删去的都不动，只更新没有改过的段落；结果仍存到 --out
  --names <落款单位,日期>     落款；不写时单位取评分表里的，日期【待填】
  --overwrite、--standard、--template
                              与 check 相同

return 的选项
  --out <文件夹>              反馈意见存到哪里（必填）；只替换本程序写出、未再改动的
  --deadline <日期>           请单位在哪天前重新报送，例如 5月20日；不写则【待填】
  --names <审核机关,日期>     落款；不写则【待填】
  --opinions <审核意见.json>  按审核人的审核意见出具：勾选的才列入，附上所写的意见和另加的意见
  --answers、--standard、--template、--workers、--quiet
                              与 check 相同

prepublish 的选项
  --format text|json          输出格式，默认 text
  --out、--overwrite          与 check 相同

opinions 的选项
  --out <文件.json>           合并后存到哪里；不写则只列出内容
  --overwrite                 与 check 相同

读取的格式（看内容，不看扩展名）：.xlsx .xlsm .xls .et，以及存成 .xls 的网页、XML 表格和文本。
退出状态：0 已审核，没有强制性问题；1 有强制性问题，或有文件、检查未能完成（加 --require-answers 时还有未说明的提示性问题）；2 用法有误，或没有审核到任何评分表。
recalc、write 的退出状态：0 已写入；2 没有写入。return：0 已出具或无须出具；2 没有审核到，或有没写入的。opinions：0 已读取；2 没有读取或没有写入。
prepublish 的退出状态：0 没有发现需要确认的；1 有需要确认的，或有文件读不了；2 没有文件可查。
compare 的退出状态：1 有强制性问题仍存在或新增，
或公开的总分、等级、得分与报送的不同；2 没有可比对的评分表。report、merge 与 check 相同。
criteria 的退出状态：0 全部读懂；1 没有全部读懂；2 用法有误。
`;

/** Commands and options of the contract that later versions bring. */
export const NOT_YET = '此功能尚未提供';

export const notYet = (what: string): string => `${what}：${NOT_YET}。`;
const meant = (word: string | null): string => (word === null ? '' : `是不是 ${word}？`);
export const unknownCommand = (name: string, near: string | null): string => `没有「${name}」这个命令。${meant(near)}`;
export const unknownOption = (name: string, near: string | null): string =>
  `没有 ${name} 这个选项。${meant(near === null ? null : `--${near}`)}`;
export const optionNeedsValue = (name: string): string => `选项 ${name} 后面要写一个值。`;
export const optionTakesNoValue = (name: string): string => `选项 ${name} 后面不写值。`;
export const unknownLength = (name: string): string => `没有「${name}」这种详略，可用的是 box、short、full。`;
export const NO_FILE = (command: string): string => `请写明一个文件，例如：jihe ${command} 评分表.xlsx`;
export const oneFileOnly = (command: string): string => `${command} 一次处理一个文件，请只写一个文件。`;
export const unknownFormat = (name: string): string => `没有「${name}」这种输出格式，可用的是 text、json、ndjson、xlsx。`;
export const XLSX_NEEDS_OUT = '--format xlsx 生成汇总工作簿，请用 --out 写明文件名，例如：--out 汇总.xlsx';
export const xlsxOtherName = (out: string): string => `--format xlsx 生成 .xlsx 工作簿，「${out}」请改用 .xlsx 作扩展名。`;
export const badWorkers = (text: string): string => `--workers 应为 1 至 64 的整数，写的是「${text}」。`;
export const NO_PATHS = '请写明要审核的文件或文件夹，例如：jihe check 送审材料/';
export const missingPath = (path: string): string => `找不到「${path}」，请核对路径。`;
export const SEE_HELP = '用法见 jihe --help。';
export const outIsInput = (path: string): string => `--out 指向送审文件「${path}」，为避免覆盖，没有写入；请换一个文件名。`;
export const ledgerIsOut = '--ledger 和 --out 指向同一个文件，请分开写。';
export const ledgerRefused = (why: string): string => why.replace('--out', '--ledger');
export const outIsFolder = (path: string): string => `--out 指向文件夹「${path}」，请写明文件名。`;
export const outNotOurs = (path: string): string =>
  `「${path}」已经存在，它不是本程序写出的结果，或者写出后又改动过，没有覆盖；请换一个文件名，确要替换请加 --overwrite。`;
export const outFailed = (path: string, why: string): string => `结果写不到「${path}」：${why}。`;
export const outputFailed = (why: string): string => `结果没有写完：${why}。`;
export const incomplete = (file: string): string => `程序文件不完整，缺少 ${file}，请重新安装。`;
export const internalError = (why: string): string => `程序内部出错：${why}`;
export const FROM_OR_DIFF = '--from 和 --diff 请只用一个。';
export const DIFF_NEEDS_TWO = '--diff 后面要写两个标准，例如：jihe standards --diff 去年.yaml 今年.yaml';
export const oneStandardOnly = '一次查看一个标准，请只写一个编号或文件。';
export const oneCodeOnly = '一次说明一项检查，请只写一个检查代码。';
export const unknownCode = (code: string, near: readonly string[]): string =>
  `没有「${code}」这项检查。相近的有：\n${near.map((one) => `  ${one}`).join('\n')}`;

export interface Counts {
  /** Score tables audited, and the files they stand in. */
  readonly tables: number;
  readonly files: number;
  /** Files lost to a crash, a time or a memory limit of ours; they are no unreadable ones. */
  readonly lost: number;
  readonly unreadable: number;
  readonly unrecognised: number;
  /** Results of ours that nobody has changed. */
  readonly ours: number;
  /** Files of a folder that are no spreadsheets, lock files among them. */
  readonly skipped: number;
  /** Reports held against their workbooks (--reports), and those that could not be read. */
  readonly reports: number;
  readonly unreadReports: number;
}

/** The last line on stderr. */
export function countsLine(counts: Counts): string {
  const parts = [
    `已审核 ${counts.tables} 张评分表（${counts.files} 个文件）`,
    ...(counts.lost > 0 ? [`未能检查 ${counts.lost} 个`] : []),
    ...(counts.reports + counts.unreadReports > 0 ? [`核对报告 ${counts.reports} 份`] : []),
    ...(counts.unreadReports > 0 ? [`报告读不了 ${counts.unreadReports} 份`] : []),
    `无法读取 ${counts.unreadable} 个`,
    `未识别 ${counts.unrecognised} 个`,
    ...(counts.ours > 0 ? [`跳过审核结果 ${counts.ours} 个`] : []),
    `跳过非表格文件 ${counts.skipped} 个`,
  ];
  return `${parts.join('，')}。`;
}

/** What can be done next, said once after a check whose findings are read on the screen. */
export const nextLine = (asked: boolean): string =>
  asked
    ? '下一步：加上 --annotate <文件夹>，得到在表中标出位置的副本；jihe recalc <文件> --out <新文件> 填写、更正得分和合计。'
    : '下一步：jihe narrative <文件> 写出自评小结的文字。';

export const progressLine = (done: number, all: number): string => `正在审核 ${done}/${all} …`;

/** A file that gives nothing to work on. */
export const refusedLine = (file: string, why: string): string =>
  why === '' ? `「${file}」不是电子表格，没有内容可用。` : `「${file}」：${why}`;

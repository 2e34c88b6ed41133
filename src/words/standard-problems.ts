/** What is said about a standard's file: where, what stands there, what was expected, what to do. */
import type { Path, Problem, ProblemCode, UnreadRule } from '../standards';
import { likeness } from '../workbook';

type Say = (problem: Problem) => string;

const words = (list: readonly string[]): string => list.map((one) => `「${one}」`).join('、');
const quoted = (found: string): string => (found === '' ? '没有内容' : `写的是「${found}」`);
const near = ({ expected }: Problem): string =>
  expected.length <= 3 && expected.length > 0 ? `是不是${words(expected)}？` : `这里可以写：${expected.join('、')}。`;

const SAY: Readonly<Record<ProblemCode, Say>> = {
  'tab-indent': () => '用了 Tab 键缩进，应当用空格。请把行首的 Tab 换成空格，每级两个空格。',
  'bad-indent': ({ found }) => `「${found}」的缩进与上下行对不齐，应与同级的行首对齐。请核对行首空格，每级两个空格。`,
  'full-width-colon': ({ found, expected }) => `「${found}」用了全角冒号，应为半角冒号加一个空格。请改为「${expected[0]!}: …」。`,
  'colon-without-space': ({ found, expected }) => `「${found}」的冒号后面没有空格，应当空一格。请改为「${expected[0]!}: …」。`,
  'colon-in-text': ({ found }) =>
    `「${found}」的文字里又有「: 」，看起来像两项写在一行。请把整句文字用英文双引号 " 括起来，或每项另起一行。`,
  'duplicate-key': ({ found }) => `「${found}」这一项在同一处写了两次，应当只写一次。请删去一处，或改正名称。`,
  'unclosed-quote': ({ found }) => `「${found}」的引号没有成对，应当前后各一个。请补上后一个引号，或两个都删去。`,
  'unclosed-bracket': ({ found }) => `「${found}」的方括号或花括号没有成对，应当成对。请补上，或改成每项一行、行首加「- 」的写法。`,
  alias: ({ found }) => `「${found}」以 * 开头，会被当作引用，这里不用引用。请把文字用英文双引号 " 括起来。`,
  'several-documents': () => '文件中间有「---」，把内容分成了两份，一个文件只写一个标准。请删去这一行，或拆成两个文件。',
  syntax: ({ found }) => `「${found}」看不懂，应为「名称: 内容」或以「- 」开头的一项。请核对冒号、空格和缩进。`,
  'not-text': () => '文件不是 UTF-8 编码的文本。请用记事本另存为，编码选 UTF-8。',
  'too-large': ({ found, expected }) => `文件有 ${found} 个字，最多 ${expected[0]!} 个。请核对是不是拿错了文件。`,
  empty: () => '没有内容。请照 docs/standards.md 的例子填写。',
  'not-a-map': ({ found }) => `${quoted(found)}，应为若干行「名称: 内容」。请另起一行缩进填写。`,
  'not-a-list': ({ found }) => `${quoted(found)}，应为若干项，每项一行、以「- 」开头。请改成列表。`,
  'empty-list': () => '列表里没有内容，应至少有一项。请填写，或删去这一行。',
  'unknown-key': (problem) => `没有「${problem.found}」这一项，${near(problem)}请改正，或删去这一行。`,
  'key-twice': ({ found, expected }) => `「${found}」与「${expected[0]!}」是同一项，应当只写一次。请删去一处。`,
  'missing-key': ({ expected }) => `缺少「${expected[0]!}」，应当填写。请补上一行「${expected[0]!}: …」。`,
  'not-words': ({ found }) => `${quoted(found)}，应为一句文字。请写在冒号后面；文字里有冒号、井号的，用英文双引号括起来。`,
  'too-long': ({ found, expected }) => `文字有 ${found} 个字，最多 ${expected[0]!} 个。请只保留标准本身的语句。`,
  'too-many': ({ found, expected }) => `项数${found === '' ? '' : ` ${found} `}太多，最多 ${expected[0]!} 项。请核对是不是重复粘贴了。`,
  'too-deep': ({ expected }) => `下级套得太深，最多 ${expected[0]!} 级。请核对缩进是否多了。`,
  'not-a-number': ({ found }) => `${quoted(found)}，应为数字。请只写数字，例如 5 或 0.5。`,
  'number-with-unit': ({ found, expected }) => `${quoted(found)}，应为不带单位的数字。请改为 ${expected[0]!}。`,
  negative: ({ found }) => `${quoted(found)}，应为 0 或正数。请改正；扣分项请写「类型: 加减分」。`,
  'not-a-share': ({ found, expected }) => `${quoted(found)}，应为 0 到 ${expected[0]!} 之间的百分数。请写成带 % 的数，例如 80%。`,
  'not-yes-no': ({ found }) => `${quoted(found)}，应为「是」或「否」。请改正，或删去这一行（就是「否」）。`,
  'unknown-word': ({ found, expected }) => `${quoted(found)}，应为${words(expected)}之一。请改正。`,
  'bad-id': ({ found }) => `${quoted(found)}，应为小写英文字母、数字和短横线，至少两个字符，例如 xianning-project-2025。请改正。`,
  'bad-date': ({ found }) => `${quoted(found)}，应为年份或日期，例如 2024 或 2024-07-01。请改正。`,
  'dates-reversed': ({ found }) => `起止为 ${found}，「起」应不晚于「止」。请核对两个日期。`,
  'dates-overlap': ({ found }) => `两段起止（${found}）有重叠，同一时间应当只有一个值。请给前一个写上「止」，或改后一个的「起」。`,
  'no-reference': () => '缺少「依据」，每个标准应写明出处。请补上「依据: 」及文件标题，有文号的写文号。',
  'official-without-number': () =>
    '状态为「官方」而依据没有文号。请在「依据」下补写「标题」和「文号」；没有看到正式文本的，状态写「重构」。',
  'article-without-text': ({ found }) =>
    `状态为「重构」而写了条款「${found}」，没有看到正式文本的不写条款。请删去「条款」；已看到正式文本的，把该依据的状态改为「官方」。`,
  'row-without-weight': ({ found }) =>
    `指标「${found}」没有分值，同级的其他指标都有。请补上「分值: …」；由单位自定的，上级写「自定: 是」。`,
  'children-sum': ({ found, expected }) =>
    `「${found}」的分值是 ${expected[0]!}，下级分值合计是 ${expected[1]!}，应当相等。请核对；下级由单位自定的，写「自定: 是」。`,
  'total-sum': ({ found, expected }) =>
    `${expected[1] === '' ? '' : `${expected[1]!} 年的`}各指标分值合计是 ${found}，满分是 ${expected[0]!}，应当相等。请核对分值，或在「规定」里改「满分」。`,
  'duplicate-row': ({ found }) => `同一级里有两个「${found}」，应当只有一个。请改名，或给停用的一个写上「止」。`,
  'two-execution-rows': ({ found }) => `「${found}」是第二个预算执行率指标，应当只有一个。请只留一个「类型: 执行率」。`,
  'rule-and-children': ({ found }) => `「${found}」既有评分标准又有下级，评分标准应写在末级指标上。请移到下级。`,
  order: ({ found }) => `次序不对（${found}），各档界限应从高到低，上限应随执行率升高。请调整次序或数字。`,
  'formula-unreadable': ({ found }) => `公式「${found}」看不懂，应为数据项名称加 + - × ÷ 和括号，例如 年中追加额 ÷ 年初预算数。请改正。`,
  'formula-unknown-item': ({ found }) => `公式里的「${found}」不是数据项，应为「数据项」里写过的名称。请补上这个数据项，或改正名称。`,
  'formula-circular': ({ found }) => `「${found}」的公式绕回了自己，无法计算。请改正公式。`,
  'unknown-base': ({ found }) =>
    `「沿用: ${found}」没有这个标准，应为内置标准的编号（见 jihe standards）或同一文件夹里的 YAML 文件名。请改正，或删去这一行。`,
  'base-circular': ({ found }) => `「沿用: ${found}」绕回了自己，一个标准不能沿用自己。请改正。`,
};

/** 指标 › 第2项 › 下级 › 第1项 › 分值 */
function placeText(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? `第${step + 1}项` : step)).join(' › ');
}

/** One sentence or two: file, line, what is wrong, what was expected, what to do. */
export function problemText(problem: Problem, file: string): string {
  const line = problem.line === null ? '' : ` 第 ${problem.line} 行`;
  const place = problem.path.length === 0 ? '' : `（${placeText(problem.path)}）`;
  return `${file}${line}${place}：${SAY[problem.code](problem)}`;
}

const MOST_SHOWN = 20;

/** All problems of a file, one a line; after twenty a count. */
export function problemsText(problems: readonly Problem[], file: string): string {
  const lines = problems.slice(0, MOST_SHOWN).map((one) => problemText(one, file));
  const rest = problems.length - lines.length;
  return [...lines, ...(rest > 0 ? [`另有 ${rest} 处，改正以上各处后再看。`] : [])].join('\n');
}

export const noSuchStandard = (name: string, near: readonly string[]): string =>
  `没有「${name}」这个标准，也没有这个文件。${near.length === 0 ? '请核对文件路径。' : `内置标准中相近的有：${near.join('、')}（全部见 jihe standards）。`}`;
export const standardUnreadable = (file: string, why: string): string => `标准文件「${file}」打不开：${why}。`;
export const templateNotOpened = (file: string, why: string): string => `空白表「${file}」无法使用：${why}。`;
export const noSuchTemplate = (file: string): string => `找不到空白表「${file}」，请核对路径。`;
export const templateWithoutTable = (file: string, why: string): string => `空白表「${file}」无法使用：${why}。`;

/** The ids most like what was typed, three at most. */
export function nearestStandards(name: string, ids: readonly string[]): readonly string[] {
  const scored = ids.map((id) => ({ id, score: likeness(name.toLowerCase(), id) }));
  return scored
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, 3)
    .map((one) => one.id);
}

/** Sentences that are kept but cannot be computed. */
export function unreadRulesText(rules: readonly UnreadRule[]): string {
  const lines = rules
    .slice(0, 5)
    .map(
      ({ name, text, understood }) =>
        `  「${name}」${understood === 'part' ? '（读懂一部分）' : ''}：${text.length > 50 ? `${text.slice(0, 50)}…` : text}`,
    );
  return [
    `标准中有 ${rules.length} 句评分标准没有全部读懂，这些指标只核对分值，不计算得分：`,
    ...lines,
    ...(rules.length > 5 ? [`  等 ${rules.length} 句`] : []),
  ].join('\n');
}

/** Comment lines above a standard made from a blank form: what is still to be filled in. */
export const formYamlHead = (file: string, sheet: string): string =>
  [
    `# 由空白表「${file}」的「${sheet}」生成。`,
    '# 还要填写：编号（小写英文、数字、短横线）；依据的标题和文号；看到正式文件的，状态改为 官方。',
    '# 核对无误后：jihe standards 本文件.yaml 检查写法，jihe check <文件夹> --standard 本文件.yaml 使用。',
    '',
  ].join('\n');

export const formNotice = (tables: number, sheet: string): string =>
  tables > 1 ? `空白表中有 ${tables} 张评分表，写出的是「${sheet}」；其余的请另存为单独的工作簿再写出。` : '';

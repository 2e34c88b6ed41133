/** Faulty files: each message names the line and says what to do; none crashes. */
import fc from 'fast-check';
import { SEED } from '../fuzz/runs';
import { readYaml } from '../../src/standards/yaml';
import { problemsText } from '../../src/words/standard-problems';
import { builtinStandard } from '../../src/standards/builtin';
import { loadStandard } from '../../src/standards/load';

/** What a user reads; '' for a good file. */
function told(text: string): string {
  const read = readYaml(text);
  if (!read.ok) return problemsText(read.problems, '我的.yaml');
  const loaded = loadStandard(read.tree, { lineOf: read.lineOf, baseOf: (id) => (id === 'self' ? 'circular' : builtinStandard(id)) });
  return loaded.ok ? '' : problemsText(loaded.problems, '我的.yaml');
}

const HEAD = `编号: my-standard
名称: 某县部门整体评分表
状态: 重构
效力: 约束
依据: 某县财政局通知
起: 2024
`;
const ROWS = `指标:
  - 名称: 投入
    分值: 100
    标准: 每例扣1分，扣完为止。
`;

const with_ = (rest: string): string => `${HEAD}${rest}`;

test('a good file, in Chinese and in English', () => {
  expect(told(with_(ROWS))).toBe('');
  expect(
    told(
      'id: my-standard\ntitle: 某县评分表\nstatus: reconstructed\nforce: principle\nreference: {title: 通知}\nrows:\n  - {name: 投入, weight: 10, rule: 每例扣1分。}\n',
    ),
  ).toBe('');
});

const FAULTS: readonly (readonly [string, string, string])[] = [
  ['empty', '', '我的.yaml 第 1 行：没有内容。请照 docs/standards.md 的例子填写。'],
  ['only a word', '评分标准', '我的.yaml 第 1 行：写的是「评分标准」，应为若干行「名称: 内容」。请另起一行缩进填写。'],
  [
    'a full-width colon',
    HEAD.replace('名称: ', '名称：'),
    '我的.yaml 第 2 行：「名称：某县部门整体评分表」用了全角冒号，应为半角冒号加一个空格。请改为「名称: …」。',
  ],
  [
    'no space after the colon',
    HEAD.replace('名称: ', '名称:'),
    '我的.yaml 第 2 行：「名称:某县部门整体评分表」的冒号后面没有空格，应当空一格。请改为「名称: …」。',
  ],
  ['a tab', `${HEAD}指标:\n\t- 名称: 投入\n`, '我的.yaml 第 8 行：用了 Tab 键缩进，应当用空格。请把行首的 Tab 换成空格，每级两个空格。'],
  [
    'uneven indent',
    with_('指标:\n  - 名称: 投入\n   分值: 100\n'),
    '我的.yaml 第 9 行：「分值: 100」的缩进与上下行对不齐，应与同级的行首对齐。请核对行首空格，每级两个空格。',
  ],
  [
    'a colon inside a sentence',
    with_('指标:\n  - 名称: 投入\n    分值: 100\n    标准: 计分: 每例扣1分\n'),
    '我的.yaml 第 10 行：「标准: 计分: 每例扣1分」的文字里又有「: 」，看起来像两项写在一行。请把整句文字用英文双引号 " 括起来，或每项另起一行。',
  ],
  [
    'a quote left open',
    with_('说明: "没有写完\n'),
    '我的.yaml 第 7 行：「说明: "没有写完」的引号没有成对，应当前后各一个。请补上后一个引号，或两个都删去。',
  ],
  [
    'a bracket left open',
    with_('待核实: [文号\n'),
    '我的.yaml 第 7 行：「待核实: [文号」的方括号或花括号没有成对，应当成对。请补上，或改成每项一行、行首加「- 」的写法。',
  ],
  [
    'a key twice',
    with_('名称: 另一个\n'),
    '我的.yaml 第 7 行：「名称: 另一个」这一项在同一处写了两次，应当只写一次。请删去一处，或改正名称。',
  ],
  [
    'a star taken for an alias',
    with_('说明: *重点\n'),
    '我的.yaml 第 7 行：「*重点」以 * 开头，会被当作引用，这里不用引用。请把文字用英文双引号 " 括起来。',
  ],
  [
    'two documents',
    `${HEAD}---\n${ROWS}`,
    '我的.yaml 第 7 行：文件中间有「---」，把内容分成了两份，一个文件只写一个标准。请删去这一行，或拆成两个文件。',
  ],
  [
    'an unknown key',
    with_('满份: 100\n'),
    '我的.yaml 第 7 行（满份）：没有「满份」这一项，这里可以写：编号、名称、适用、地区、状态、效力、依据、起、止、沿用、说明、待核实、规定、数据项、注、指标。请改正，或删去这一行。',
  ],
  [
    'a misspelt key',
    with_(ROWS.replace('标准:', '标淮:')),
    '我的.yaml 第 10 行（指标 › 第1项 › 标淮）：没有「标淮」这一项，是不是「标准」？请改正，或删去这一行。',
  ],
  [
    'a key in both languages',
    with_('title: 又一个\n'),
    '我的.yaml 第 7 行（title）：「title」与「名称」是同一项，应当只写一次。请删去一处。',
  ],
  ['no 编号', HEAD.replace(/^编号.*\n/, ''), '我的.yaml 第 1 行：缺少「编号」，应当填写。请补上一行「编号: …」。'],
  [
    'an 编号 in Chinese',
    HEAD.replace('my-standard', '我的标准'),
    '我的.yaml 第 1 行（编号）：写的是「我的标准」，应为小写英文字母、数字和短横线，至少两个字符，例如 xianning-project-2025。请改正。',
  ],
  ['an unknown status', HEAD.replace('重构', '正式'), '我的.yaml 第 3 行（状态）：写的是「正式」，应为「官方」、「重构」之一。请改正。'],
  [
    'no source',
    HEAD.replace(/依据.*\n/, ''),
    '我的.yaml 第 1 行：缺少「依据」，每个标准应写明出处。请补上「依据: 」及文件标题，有文号的写文号。',
  ],
  [
    'official without a number',
    HEAD.replace('重构', '官方'),
    '我的.yaml 第 5 行（依据）：状态为「官方」而依据没有文号。请在「依据」下补写「标题」和「文号」；没有看到正式文本的，状态写「重构」。',
  ],
  [
    'an article without the text',
    HEAD.replace('依据: 某县财政局通知', '依据: {标题: 通知, 条款: 第三条}'),
    '我的.yaml 第 5 行（依据 › 条款）：状态为「重构」而写了条款「第三条」，没有看到正式文本的不写条款。请删去「条款」；已看到正式文本的，把该依据的状态改为「官方」。',
  ],
  [
    'points with a unit',
    with_(ROWS.replace('100', '100分')),
    '我的.yaml 第 9 行（指标 › 第1项 › 分值）：写的是「100分」，应为不带单位的数字。请改为 100。',
  ],
  [
    'points in words',
    with_(ROWS.replace('100', '一百')),
    '我的.yaml 第 9 行（指标 › 第1项 › 分值）：写的是「一百」，应为数字。请只写数字，例如 5 或 0.5。',
  ],
  [
    'negative points',
    with_(ROWS.replace('100', '-5')),
    '我的.yaml 第 9 行（指标 › 第1项 › 分值）：写的是「-5」，应为 0 或正数。请改正；扣分项请写「类型: 加减分」。',
  ],
  [
    'a percentage as a bare number',
    with_('规定:\n  预算调整须说明: 10\n'),
    '我的.yaml 第 8 行（规定 › 预算调整须说明）：写的是「10」，应为 0 到 100% 之间的百分数。请写成带 % 的数，例如 80%。',
  ],
  [
    'yes in another way',
    with_('指标:\n  - {名称: 投入, 分值: 100, 自定: 可以}\n'),
    '我的.yaml 第 8 行（指标 › 第1项 › 自定）：写的是「可以」，应为「是」或「否」。请改正，或删去这一行（就是「否」）。',
  ],
  [
    'no date',
    with_(ROWS).replace('2024', '去年'),
    '我的.yaml 第 6 行（起）：写的是「去年」，应为年份或日期，例如 2024 或 2024-07-01。请改正。',
  ],
  [
    'a day that is none',
    with_(ROWS).replace('2024', '2024-02-30'),
    '我的.yaml 第 6 行（起）：写的是「2024-02-30」，应为年份或日期，例如 2024 或 2024-07-01。请改正。',
  ],
  [
    'an end before the beginning',
    with_('止: 2023\n'),
    '我的.yaml 第 7 行（止）：起止为 2024 — 2023，「起」应不晚于「止」。请核对两个日期。',
  ],
  [
    'overlapping values',
    with_('指标:\n  - 名称: 投入\n    分值:\n      - {值: 100, 起: 2024}\n      - {值: 90, 起: 2025}\n'),
    '我的.yaml 第 9 行（指标 › 第1项 › 分值）：两段起止（2024— / 2025—）有重叠，同一时间应当只有一个值。请给前一个写上「止」，或改后一个的「起」。',
  ],
  [
    'a list that is none',
    with_('指标: 投入\n'),
    '我的.yaml 第 7 行（指标）：写的是「投入」，应为若干项，每项一行、以「- 」开头。请改成列表。',
  ],
  ['an empty list', with_('指标: []\n'), '我的.yaml 第 7 行（指标）：列表里没有内容，应至少有一项。请填写，或删去这一行。'],
  [
    'a sentence that became a map',
    with_('指标:\n  - 名称: 投入\n    分值: 100\n    标准: {每例: 扣1分}\n'),
    '我的.yaml 第 10 行（指标 › 第1项 › 标准）：写的是「（下级内容）」，应为一句文字。请写在冒号后面；文字里有冒号、井号的，用英文双引号括起来。',
  ],
  [
    'children that do not add up',
    with_('指标:\n  - 名称: 投入\n    分值: 10\n    下级:\n      - {名称: 甲, 分值: 4}\n      - {名称: 乙, 分值: 5}\n'),
    '我的.yaml 第 8 行（指标 › 第1项 › 名称）：「投入」的分值是 10，下级分值合计是 9，应当相等。请核对；下级由单位自定的，写「自定: 是」。',
  ],
  [
    'a total that is not the full score',
    with_('规定: {满分: 100}\n指标:\n  - {名称: 投入, 分值: 40}\n  - {名称: 过程, 分值: 50}\n'),
    '我的.yaml 第 8 行（指标）：各指标分值合计是 90，满分是 100，应当相等。请核对分值，或在「规定」里改「满分」。',
  ],
  [
    'a row without points',
    with_('指标:\n  - 名称: 投入\n    分值: 10\n    下级:\n      - {名称: 甲, 分值: 4}\n      - {名称: 乙}\n'),
    '我的.yaml 第 12 行（指标 › 第1项 › 下级 › 第2项 › 名称）：指标「乙」没有分值，同级的其他指标都有。请补上「分值: …」；由单位自定的，上级写「自定: 是」。',
  ],
  [
    'a name twice',
    with_('指标:\n  - {名称: 投入, 分值: 50}\n  - {名称: 投 入, 分值: 50}\n'),
    '我的.yaml 第 9 行（指标 › 第2项 › 名称）：同一级里有两个「投 入」，应当只有一个。请改名，或给停用的一个写上「止」。',
  ],
  [
    'two execution rates',
    with_('指标:\n  - {名称: 执行率, 类型: 执行率, 分值: 50}\n  - {名称: 支出率, 类型: 执行率, 分值: 50}\n'),
    '我的.yaml 第 9 行（指标 › 第2项 › 名称）：「支出率」是第二个预算执行率指标，应当只有一个。请只留一个「类型: 执行率」。',
  ],
  [
    'a rule on a class',
    with_('指标:\n  - 名称: 投入\n    标准: 每例扣1分。\n    下级:\n      - {名称: 甲, 分值: 4}\n'),
    '我的.yaml 第 9 行（指标 › 第1项 › 标准）：「投入」既有评分标准又有下级，评分标准应写在末级指标上。请移到下级。',
  ],
  [
    'grades upside down',
    with_('规定:\n  等级: {差: 0%, 优: 90%}\n'),
    '我的.yaml 第 8 行（规定 › 等级）：次序不对（差0%、优90%），各档界限应从高到低，上限应随执行率升高。请调整次序或数字。',
  ],
  [
    'a cap that falls',
    with_('规定:\n  总分上限: [{执行率低于: 80%, 总分不超过: 79}, {执行率低于: 70%, 总分不超过: 89}]\n'),
    '我的.yaml 第 8 行（规定 › 总分上限）：次序不对（70%→89、80%→79），各档界限应从高到低，上限应随执行率升高。请调整次序或数字。',
  ],
  [
    'a formula nobody reads',
    with_('数据项:\n  - {名称: 追加率, 公式: 追加额 ÷}\n'),
    '我的.yaml 第 8 行（数据项 › 第1项 › 公式）：公式「追加额 ÷」看不懂，应为数据项名称加 + - × ÷ 和括号，例如 年中追加额 ÷ 年初预算数。请改正。',
  ],
  [
    'a formula of unknown items',
    with_('数据项:\n  - {名称: 追加率, 公式: 追加额 ÷ 2}\n'),
    '我的.yaml 第 8 行（数据项 › 第1项 › 公式）：公式里的「追加额」不是数据项，应为「数据项」里写过的名称。请补上这个数据项，或改正名称。',
  ],
  [
    'a formula in a circle',
    with_('数据项:\n  - {名称: 甲, 公式: 乙 + 1}\n  - {名称: 乙, 公式: 甲 - 1}\n'),
    '我的.yaml 第 8 行（数据项 › 第1项 › 公式）：「甲」的公式绕回了自己，无法计算。请改正公式。\n我的.yaml 第 9 行（数据项 › 第2项 › 公式）：「乙」的公式绕回了自己，无法计算。请改正公式。',
  ],
  [
    'an unknown base',
    with_('沿用: no-such\n'),
    '我的.yaml 第 7 行（沿用）：「沿用: no-such」没有这个标准，应为内置标准的编号（见 jihe standards）或同一文件夹里的 YAML 文件名。请改正，或删去这一行。',
  ],
  ['itself as base', with_('沿用: self\n'), '我的.yaml 第 7 行（沿用）：「沿用: self」绕回了自己，一个标准不能沿用自己。请改正。'],
];

test.each(FAULTS)('%s', (_name, text, expected) => {
  expect(told(text)).toBe(expected);
});

test('there are well over 25 kinds, each with a line and a remedy', () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(25);
  for (const [, , message] of FAULTS)
    for (const line of message.split('\n')) expect(line).toMatch(/^我的\.yaml 第 \d+ 行.*：.*(?:请|应).*。$/);
});

test('no text and no tree crashes, whatever stands in it', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          ...HEAD.split('\n'),
          ...ROWS.split('\n'),
          '- ',
          '\t',
          '"',
          '[',
          '{',
          ': ',
          '：',
          '&a',
          '*a',
          '---',
          '? ',
          '| ',
          '#',
          '!!set',
          '%',
        ),
      ),
      (lines) => {
        expect(typeof told(lines.join('\n'))).toBe('string');
      },
    ),
    { seed: SEED, numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(loadStandard(value).ok).toBe(false);
      expect(
        loadStandard({ 编号: 'ab', 名称: '甲', 状态: '重构', 效力: '约束', 依据: '乙', 指标: value, 规定: value, 数据项: value, 注: value })
          .ok || true,
      ).toBe(true);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

import { parseCommand } from '../../src/cli/args/parse';

const CHECK = {
  name: 'check',
  paths: ['a.xlsx'],
  format: 'text',
  out: null,
  overwrite: false,
  annotate: null,
  workers: null,
  quiet: false,
  answers: null,
  shard: null,
  requireAnswers: false,
  reports: false,
  roster: null,
};
const COMPARE = { name: 'compare', before: 'a.xlsx', after: 'b.xlsx', as: null, format: 'text', out: null, overwrite: false };
const REPORT = { name: 'report', paths: ['a.docx'], with: 'b.xlsx', format: 'text', annotate: null, out: null, overwrite: false };
const RECALC = {
  name: 'recalc',
  file: 'a.xlsx',
  out: 'b.xlsx',
  overwrite: false,
  options: { scores: 'blank', raise: false, totals: 'keep' },
  summary: true,
};
const message = (...args: string[]): string => {
  const command = parseCommand(args);
  if (command.name !== 'wrong') throw new Error(`accepted: ${args.join(' ')}`);
  return command.message;
};

describe('arguments', () => {
  it.each<[string[], unknown]>([
    [['check', 'a.xlsx'], CHECK],
    [['check', 'a.xlsx', 'b'], { ...CHECK, paths: ['a.xlsx', 'b'] }],
    [['check', '--quiet', 'a.xlsx'], { ...CHECK, quiet: true }],
    [['check', 'a.xlsx', '--format', 'ndjson'], { ...CHECK, format: 'ndjson' }],
    [['check', 'a.xlsx', '--format=json', '--workers', '3'], { ...CHECK, format: 'json', workers: 3 }],
    [['check', 'a.xlsx', '--format', 'json', '--format', 'text'], CHECK],
    [['check', '--out', 'r.txt', 'a.xlsx'], { ...CHECK, out: 'r.txt' }],
    [['check', 'a.xlsx', '--annotate', '标注'], { ...CHECK, annotate: '标注' }],
    [['check', 'a.xlsx', '--format', 'xlsx', '--out', 'r.xlsx'], { ...CHECK, format: 'xlsx', out: 'r.xlsx' }],
    [['check', '--', '--strange.xlsx'], { ...CHECK, paths: ['--strange.xlsx'] }],
    [['check', 'a.xlsx', '--out', 'r.txt', '--overwrite'], { ...CHECK, out: 'r.txt', overwrite: true }],
    [['compare', 'a.xlsx', 'b.xlsx'], COMPARE],
    [
      ['compare', 'a', 'b', '--as', 'published', '--format=xlsx', '--out', 'r.xlsx'],
      { ...COMPARE, before: 'a', after: 'b', as: 'published', format: 'xlsx', out: 'r.xlsx' },
    ],
    [['check', 'a', '--format', 'ndjson', '--shard', '2/8'], { ...CHECK, paths: ['a'], format: 'ndjson', shard: { part: 2, of: 8 } }],
    [
      ['merge', 'a', 'b', '--format', 'xlsx', '--out', 'r.xlsx'],
      { name: 'merge', paths: ['a', 'b'], format: 'xlsx', out: 'r.xlsx', overwrite: false, quiet: false, requireAnswers: false },
    ],
    [['report', 'a.docx', '--with', 'b.xlsx'], REPORT],
    [['report', 'a.docx', '--with', 'b.xlsx', '--annotate', '批注'], { ...REPORT, annotate: '批注' }],
    [
      ['write', 'a.xlsx', '--out', 'b.docx', '--onto', 'c.docx', '--names', ' ，3月1日'],
      { name: 'write', file: 'a.xlsx', out: 'b.docx', overwrite: false, onto: 'c.docx', names: { signer: null, date: '3月1日' } },
    ],
    [
      ['return', '送审', '--out', 'b', '--deadline', '5月20日前', '--names', '某局'],
      {
        name: 'return',
        paths: ['送审'],
        out: 'b',
        options: { deadline: '5月20日', names: { signer: '某局', date: null } },
        answers: null,
        opinions: null,
        workers: null,
        quiet: false,
      },
    ],
    [['narrative', 'a.xlsx'], { name: 'narrative', file: 'a.xlsx', length: 'full' }],
    [
      ['narrative', 'a.xlsx', '--standard', 'x', '--template', 'b.xlsx'],
      { name: 'narrative', file: 'a.xlsx', length: 'full', standard: 'x', template: 'b.xlsx' },
    ],
    [['narrative', '--length', 'box', 'a.xlsx'], { name: 'narrative', file: 'a.xlsx', length: 'box' }],
    [['recalc', 'a.xlsx', '--out', 'b.xlsx'], RECALC],
    [
      ['recalc', 'a.xlsx', '--out', 'b.xlsx', '--scores', 'all', '--raise', '--totals=formula', '--no-summary'],
      { ...RECALC, options: { scores: 'all', raise: true, totals: 'formula' }, summary: false },
    ],
    [
      ['recalc', 'a.xlsx', '--out', 'b.xlsx', '--standard', 's.yaml', '--template', 't.xlsx'],
      { ...RECALC, standard: 's.yaml', template: 't.xlsx' },
    ],
    [['explain', 'total-score'], { name: 'explain', code: 'total-score' }],
    [['explain'], { name: 'explain', code: null }],
    [['--help'], { name: 'help' }],
    [['help'], { name: 'help' }],
    [['check', '-h'], { name: 'help' }],
    [
      ['check', 'a.xlsx', '--standard', 'national-project', '--template', '空白表.xlsx'],
      { ...CHECK, standard: 'national-project', template: '空白表.xlsx' },
    ],
    [['standards'], { name: 'standards', ask: { is: 'list' } }],
    [['standards', 'my.yaml'], { name: 'standards', ask: { is: 'show', named: 'my.yaml' } }],
    [['standards', '--from', 'x.xlsx'], { name: 'standards', ask: { is: 'from', file: 'x.xlsx' } }],
    [['standards', '--diff', 'a', 'b'], { name: 'standards', ask: { is: 'diff', before: 'a', after: 'b' } }],
    [['--version'], { name: 'version' }],
  ])('%j', (args, expected) => {
    expect(parseCommand(args)).toEqual(expected);
  });

  it.each<[string[], string]>([
    [['check'], '请写明要审核的文件或文件夹，例如：jihe check 送审材料/'],
    [['chekc', 'a.xlsx'], '没有「chekc」这个命令。'],
    [['check', 'a.xlsx', '--formt', 'json'], '没有 --formt 这个选项。是不是 --format？'],
    [['check', 'a.xlsx', '-x'], '没有 -x 这个选项。'],
    [['check', 'a.xlsx', '--format', 'csv'], '没有「csv」这种输出格式，可用的是 text、json、ndjson、xlsx。'],
    [['check', 'a.xlsx', '--format', 'xlsx'], '--format xlsx 生成汇总工作簿，请用 --out 写明文件名，例如：--out 汇总.xlsx'],
    [['check', 'a.xlsx', '--format', 'xlsx', '--out', 'r.xls'], '--format xlsx 生成 .xlsx 工作簿，「r.xls」请改用 .xlsx 作扩展名。'],
    [['check', 'a.xlsx', '--annotate'], '选项 --annotate 后面要写一个值。'],
    [['check', 'a.xlsx', '--format'], '选项 --format 后面要写一个值。'],
    [['check', 'a.xlsx', '--out', '--quiet'], '选项 --out 后面要写一个值。'],
    [['check', 'a.xlsx', '--quiet=yes'], '选项 --quiet 后面不写值。'],
    [['check', 'a.xlsx', '--workers', '0'], '--workers 应为 1 至 64 的整数，写的是「0」。'],
    [['check', 'a.xlsx', '--workers=-2'], '--workers 应为 1 至 64 的整数，写的是「-2」。'],
    [['check', 'a.xlsx', '--workers', '1.5'], '--workers 应为 1 至 64 的整数，写的是「1.5」。'],
    [['compare', 'a.xlsx'], '请写明两个文件或两个文件夹，前面是原来的，后面是现在的，例如：jihe compare 一稿.xlsx 二稿.xlsx'],
    [['compare', 'a', 'b', 'c'], 'compare 比对两个文件或两个文件夹，写了 3 个，请只写两个。'],
    [
      ['compare', 'a', 'b', '--as', '公开'],
      '没有「公开」这种比对，可用的是 published（报送与公开）、resubmitted（两次报送）、yearly（上年与今年）、target（批复目标与自评）。',
    ],
    [['compare', 'a', 'b', '--format', 'ndjson'], 'compare 没有「ndjson」这种输出格式，可用的是 text、json、xlsx。'],
    [['compare', 'a', 'b', '--format', 'xlsx'], '--format xlsx 生成汇总工作簿，请用 --out 写明文件名，例如：--out 汇总.xlsx'],
    [['report'], '请写明自评报告，例如：jihe report 自评报告.docx --with 附件2.xlsx'],
    [['report', 'a.docx', '--format', 'xlsx'], 'report 没有「xlsx」这种输出格式，可用的是 text、json、ndjson。'],
    [['narrative'], '请写明一个文件，例如：jihe narrative 评分表.xlsx'],
    [['narrative', 'a.xlsx', 'b.xlsx'], 'narrative 一次处理一个文件，请只写一个文件。'],
    [['narrative', 'a.xlsx', '--length', 'long'], '没有「long」这种详略，可用的是 box、short、full。'],
    [['narrative', 'a.xlsx', '--quiet'], '没有 --quiet 这个选项。'],
    [['check', 'a.xlsx', '--length', 'box'], '没有 --length 这个选项。'],
    [['recalc', '--out', 'b.xlsx'], '请写明一个文件，例如：jihe recalc 评分表.xlsx'],
    [['recalc', 'a.xlsx'], '请用 --out 写明结果存到哪个新文件，例如：jihe recalc 评分表.xlsx --out 评分表_已运算.xlsx'],
    [
      ['recalc', 'a.xlsx', '--out', 'b.xlsx', '--scores', 'some'],
      '--scores 可写 all（已填而不符的也改）或 blank（只填空白，默认），写的是「some」。',
    ],
    [
      ['recalc', 'a.xlsx', '--out', 'b.xlsx', '--totals', 'sum'],
      '--totals 可写 keep（保持原样，默认）、formula（公式）或 value（数值），写的是「sum」。',
    ],
    [['recalc', 'a.xlsx', '--out', 'b.xlsx', '--raise'], '--raise 要与 --scores all 同用：默认只填空白，不改已填的得分。'],
    [['recalc', 'a.xlsx', '--out', 'b.xlsx', '--format', 'json'], '没有 --format 这个选项。'],
    [['standards', 'a', 'b'], '一次查看一个标准，请只写一个编号或文件。'],
    [['standards', '--diff', 'a'], '--diff 后面要写两个标准，例如：jihe standards --diff 去年.yaml 今年.yaml'],
    [['standards', '--diff', 'a', 'b', 'c'], '--diff 后面要写两个标准，例如：jihe standards --diff 去年.yaml 今年.yaml'],
    [['standards', '--from', 'x.xlsx', 'y'], 'standards --from 一次处理一个文件，请只写一个文件。'],
    [['standards', '--from', 'x.xlsx', '--diff', 'a', 'b'], '--from 和 --diff 请只用一个。'],
    [['explain', 'a', 'b'], '一次说明一项检查，请只写一个检查代码。'],
    [['explain', 'a', '--format', 'json'], '没有 --format 这个选项。'],
  ])('%j is refused', (args, expected) => {
    expect(message(...args)).toBe(expected);
  });

  it.each([['check', 'a.xlsx', '--data', 'x.xlsx']])('%s %s %s %s is not built yet', (...args) => {
    expect(message(...args)).toMatch(/：此功能尚未提供。$/);
  });
});

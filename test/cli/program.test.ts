import { createHash } from 'node:crypto';
import { linkSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import type { EntryJson } from '../../src/receipt/types';
import { testWith } from '../support/shared-folder';
import { docx, projectRows, xls, xlsx, zipOf } from './fixtures/books';
import { Place, ROOT, build, jihe, start } from './program';

const ENCRYPTED = path.resolve(ROOT, '../shared/corpus/32_pass_protected.xlsx');
const WRONG = { total: 99, lastScore: 8 };

let place: Place;
let good: Buffer;
let wrong: Buffer;
let foreign: Buffer;

const lastLine = (text: string): string => text.trimEnd().split('\n').pop() ?? '';
const entries = (stdout: string): EntryJson[] => JSON.parse(stdout) as EntryJson[];
const brief = (stdout: string): string[] => entries(stdout).map((entry) => `${entry.file} ${entry.status}`);

beforeAll(async () => {
  build();
  good = await xlsx(projectRows());
  wrong = await xlsx(projectRows(WRONG));
  foreign = await xlsx(
    [
      ['姓名', '电话'],
      ['甲', '1'],
    ],
    '通讯录',
  );
});
beforeEach(() => {
  place = new Place();
});
afterEach(() => {
  place.remove();
});

/** A received folder as reviewers get it. */
function received(): void {
  place.put('送审/1-好.xlsx', good);
  place.put('送审/2-错.xlsx', wrong);
  place.put('送审/3-老格式.xls', xls(projectRows({ unit: '某县林业局' })));
  place.put('送审/4-改了名.xls', good);
  place.put('送审/5-断.xlsx', wrong.subarray(0, wrong.length - 200));
  place.put('送审/6-空.xlsx', '');
  place.put('送审/7-通讯录.xlsx', foreign);
  place.put('送审/下级/附件2.xlsx', good);
  place.put('送审/下级/自评报告.docx', docx());
  place.put('送审/下级/佐证.zip', zipOf({ '佐证/1.xlsx': good }));
  place.put('送审/下级/扫描件.pdf', '%PDF-1.7\n');
  place.put('送审/下级/说明.txt', '见附件');
  place.put('送审/~$2-错.xlsx', 'lock');
}

const RECEIVED = [
  '送审/1-好.xlsx ok',
  '送审/2-错.xlsx ok',
  '送审/3-老格式.xls ok',
  '送审/4-改了名.xls ok',
  '送审/5-断.xlsx unreadable',
  '送审/6-空.xlsx unreadable',
  '送审/7-通讯录.xlsx unrecognised',
  '送审/下级/附件2.xlsx ok',
];

describe('check on a folder', () => {
  it('gives one clear answer for each spreadsheet and counts the rest', () => {
    received();
    const { status, stdout, stderr } = jihe(['check', '送审', '--format', 'json'], place.folder);
    expect(brief(stdout)).toEqual(RECEIVED);
    expect(lastLine(stderr)).toBe('已审核 5 张评分表（5 个文件），无法读取 2 个，未识别 1 个，跳过非表格文件 5 个。');
    expect(status).toBe(1);
    const reasons = entries(stdout).map((entry) => ('reason' in entry ? entry.reason : null));
    expect(reasons[4]).toContain('文件不完整');
    expect(reasons[5]).toContain('文件是空的');
    expect(reasons[6]).toContain('没有找到绩效自评评分表');
  });

  testWith('corpus')('refuses a file with a password in words', () => {
    place.put('锁.xlsx', readFileSync(ENCRYPTED));
    const { status, stdout } = jihe(['check', '锁.xlsx', '--format', 'json'], place.folder);
    expect(entries(stdout)).toEqual([
      {
        contract: 1,
        file: '锁.xlsx',
        status: 'unreadable',
        reason: '文件有打开密码，无法读取；请先用 Excel 或 WPS 取消打开密码，再重新审核',
        failure: null,
      },
    ]);
    expect(status).toBe(2);
  });

  it('changes nothing it was given', () => {
    received();
    const print = (): string[] =>
      readdirSync(place.at('送审'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .sort()
        .map((file) => `${file} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`);
    const before = print();
    expect(before).toHaveLength(13);
    jihe(['check', '送审'], place.folder);
    expect(print()).toEqual(before);
  });

  it('is byte-identical with one worker and with several, and from run to run', () => {
    received();
    for (let index = 0; index < 12; index += 1) place.put(`送审/更多/${index}.xlsx`, index % 3 === 0 ? wrong : good);
    for (const format of ['text', 'json', 'ndjson']) {
      const one = jihe(['check', '送审', '--format', format, '--workers', '1'], place.folder);
      const several = jihe(['check', '送审', '--format', format, '--workers', '4'], place.folder);
      expect(several.stdout).toBe(one.stdout);
      expect(several.stderr).toBe(one.stderr);
      expect(one.stdout.length).toBeGreaterThan(1000);
    }
  });

  it('has in ndjson, line by line, what it has in json', () => {
    received();
    const lines = jihe(['check', '送审', '--format', 'ndjson'], place.folder).stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as EntryJson)).toEqual(
      entries(jihe(['check', '送审', '--format', 'json'], place.folder).stdout),
    );
  });
});

describe('exit status', () => {
  it.each<[string, () => void, string[], number]>([
    [
      '0 when nothing is mandatory',
      () => {
        place.put('a.xlsx', good);
      },
      ['a.xlsx'],
      0,
    ],
    [
      '0 beside an unreadable file',
      () => {
        place.put('d/a.xlsx', good);
        place.put('d/b.xlsx', good.subarray(0, 900));
      },
      ['d'],
      0,
    ],
    [
      '1 when something is mandatory',
      () => {
        place.put('a.xlsx', wrong);
      },
      ['a.xlsx'],
      1,
    ],
    [
      '2 when nothing could be audited',
      () => {
        place.put('a.xlsx', foreign);
      },
      ['a.xlsx'],
      2,
    ],
    [
      '2 for an empty folder',
      () => {
        place.put('d/x.txt', 'x');
      },
      ['d'],
      2,
    ],
    [
      '2 for a missing path beside a good one',
      () => {
        place.put('a.xlsx', good);
      },
      ['a.xlsx', 'none.xlsx'],
      2,
    ],
    [
      '2 for an unknown option',
      () => {
        place.put('a.xlsx', good);
      },
      ['a.xlsx', '--x'],
      2,
    ],
  ])('is %s', (_, prepare, args, expected) => {
    prepare();
    expect(jihe(['check', ...args], place.folder).status).toBe(expected);
  });

  it('says on stderr, in Chinese, what was wrong with the usage and prints nothing else', () => {
    expect(jihe(['check', '没有.xlsx'], place.folder)).toEqual({ status: 2, stdout: '', stderr: '找不到「没有.xlsx」，请核对路径。\n' });
    const bare = jihe([], place.folder);
    expect([bare.status, bare.stdout, bare.stderr.includes('jihe check')]).toEqual([2, '', true]);
  });
});

describe('files named on the command line', () => {
  it('get one object each, spreadsheets or not', () => {
    place.put('a.xlsx', good);
    place.put('b.pdf', '%PDF-1.7\n');
    place.put('c.docx', docx());
    const { status, stdout } = jihe(['check', 'b.pdf', 'a.xlsx', 'c.docx', 'a.xlsx', '--format', 'json'], place.folder);
    expect(brief(stdout)).toEqual(['b.pdf unreadable', 'a.xlsx ok', 'c.docx unreadable']);
    expect(entries(stdout)[0]).toMatchObject({ reason: '不是电子表格文件，请提供 .xlsx、.xlsm、.xls 或 .et 表格' });
    expect(status).toBe(0);
  });

  it('are an empty array when a folder holds none', () => {
    place.put('d/x.txt', 'x');
    expect(jihe(['check', 'd', '--format', 'json'], place.folder).stdout).toBe('[]\n');
    expect(jihe(['check', 'd', '--format', 'ndjson'], place.folder).stdout).toBe('');
  });
});

describe('text', () => {
  it('has a verdict line a table, unrecognised files last, and the notice', () => {
    received();
    const { stdout } = jihe(['check', '送审'], place.folder);
    const heads = stdout.split('\n').filter((line) => line.startsWith('送审/'));
    expect(heads).toEqual([
      '送审/1-好.xlsx › 自评表 · 某县水务局 · 自评 100 分（满分 100） · 未发现问题',
      '送审/2-错.xlsx › 自评表 · 某县水务局 · 自评 99 分（满分 100） · 强制性 2 项、提示性 1 项',
      '送审/3-老格式.xls › 自评表 · 某县林业局 · 自评 100 分（满分 100） · 未发现问题',
      '送审/4-改了名.xls › 自评表 · 某县水务局 · 自评 100 分（满分 100） · 未发现问题',
      '送审/5-断.xlsx · 无法读取',
      '送审/6-空.xlsx · 无法读取',
      '送审/下级/附件2.xlsx › 自评表 · 某县水务局 · 自评 100 分（满分 100） · 未发现问题',
      '送审/7-通讯录.xlsx · 未识别',
    ]);
    expect(lastLine(stdout)).toBe('辅助核对结果，不作为评价结论，以财政部门复核为准');
    expect(stdout).toMatch(/（total-score，编号 [0-9A-Z]{4}-[0-9A-Z]{2}）/);

    expect(stdout).not.toMatch(/\u001b/);
  });

  it('is quiet on stderr with --quiet', () => {
    place.put('a.xlsx', good);
    expect(jihe(['check', 'a.xlsx', '--quiet'], place.folder).stderr).toBe('');
  });
});

describe('--out', () => {
  it('writes what would have been shown and leaves nothing else', () => {
    place.put('d/a.xlsx', wrong);
    const shown = jihe(['check', 'd', '--format', 'json'], place.folder);
    const written = jihe(['check', 'd', '--format', 'json', '--out', 'd/r.json'], place.folder);
    expect(written).toEqual({ ...shown, stdout: '' });
    expect(readFileSync(place.at('d/r.json'), 'utf8')).toBe(shown.stdout);
    expect(jihe(['check', 'd', '--format', 'json', '--out', 'd/r.json'], place.folder)).toEqual(written);
    expect(readdirSync(place.at('d')).sort()).toEqual(['a.xlsx', 'r.json']);
  });

  it.each(['a.xlsx', 'd/b.xlsx', 'link.xlsx', 'hard.xlsx'])('refuses to write over an input: %s', (out) => {
    place.put('a.xlsx', good);
    place.put('d/b.xlsx', wrong);
    symlinkSync(place.at('a.xlsx'), place.at('link.xlsx'));
    linkSync(place.at('a.xlsx'), place.at('hard.xlsx'));
    const { status, stdout, stderr } = jihe(['check', 'a.xlsx', 'd', '--out', out], place.folder);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`--out 指向送审文件「${out}」，为避免覆盖，没有写入；请换一个文件名。\n`);
    expect(readFileSync(place.at('a.xlsx')).equals(good)).toBe(true);
    expect(readFileSync(place.at('d/b.xlsx')).equals(wrong)).toBe(true);
  });

  it('says when the place is no file or not there', () => {
    place.put('a.xlsx', good);
    expect(jihe(['check', 'a.xlsx', '--out', '.'], place.folder).stderr).toBe('--out 指向文件夹「.」，请写明文件名。\n');
    expect(jihe(['check', 'a.xlsx', '--out', 'no/r.txt'], place.folder)).toMatchObject({
      status: 2,
      stderr: '结果写不到「no/r.txt」：所在的文件夹不存在。\n',
    });
  });
});

describe('pipes', () => {
  const many = (): void => {
    for (let index = 0; index < 60; index += 1) place.put(`d/${String(index).padStart(2, '0')}.xlsx`, wrong);
  };

  it('are never cut short, however slow the reader', async () => {
    many();
    const whole = jihe(['check', 'd', '--format', 'json'], place.folder);
    expect(whole.stdout.length).toBeGreaterThan(3 * 65_536);
    const child = start(['check', 'd', '--format', 'json'], place.folder);
    const chunks: Buffer[] = [];
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    for await (const chunk of child.stdout) {
      chunks.push(chunk as Buffer);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    expect(Buffer.concat(chunks).toString('utf8')).toBe(whole.stdout);
    expect(await ended).toBe(whole.status);
  });

  it('may be closed early without complaint', async () => {
    many();
    const child = start(['check', 'd', '--format', 'ndjson'], place.folder);
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
    expect(errors).toBe('');
    expect([0, 1, 2]).toContain(status);
  });
});

describe('explain', () => {
  it('says what a check looks for, its basis and how to put it right', () => {
    const { status, stdout, stderr } = jihe(['explain', 'total-score'], place.folder);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').map((line) => line.slice(0, 6))).toEqual([
      'total-',
      '  级别：强',
      '  查什么：',
      '  依据：表',
      '  怎样改：',
      '',
    ]);
  });

  it('takes the Chinese title of a check, or a part of it', () => {
    expect(jihe(['explain', '总分与得分合计'], place.folder).stdout).toBe(jihe(['explain', 'total-score'], place.folder).stdout);
    const { status, stdout } = jihe(['explain', '满分'], place.folder);
    expect(status).toBe(0);
    expect(stdout.match(/级别：/g)!.length).toBeGreaterThan(1);
  });

  it('names the nearest codes for one it does not know', () => {
    const { status, stdout, stderr } = jihe(['explain', 'total-scores'], place.folder);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.split('\n').slice(0, 2)).toEqual(['没有「total-scores」这项检查。相近的有：', '  total-score']);
  });
});

describe('npm run check', () => {
  it('is jihe check for the folder the user stands in', () => {
    place.put('d/a.xlsx', wrong);
    const direct = jihe(['check', 'd', '--format', 'json'], place.folder);
    // Windows starts npm through a shell.
    const npm = spawnSync('npm', ['--prefix', ROOT, 'run', '--silent', 'check', '--', 'd', '--format', 'json'], {
      cwd: place.folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect({ status: npm.status, stdout: npm.stdout, stderr: npm.stderr }).toEqual(direct);
  });
});

describe('what can be done next', () => {
  it('is said in one line before the counts, on the screen alone', () => {
    place.put('a.xlsx', wrong);
    place.put('b.xlsx', good);
    const lines = (...args: string[]): string[] =>
      jihe(['check', ...args], place.folder)
        .stderr.trim()
        .split('\n');
    expect(lines('a.xlsx')[0]).toMatch(/^下一步：.*--annotate.*recalc/);
    expect(lines('b.xlsx')[0]).toMatch(/^下一步：jihe narrative/);
    expect(lines('a.xlsx')).toHaveLength(2);
    expect(lines('a.xlsx', '--format', 'json')).toHaveLength(1);
    expect(lines('a.xlsx', '--annotate', '标注')).toHaveLength(2);
    expect(jihe(['check', 'a.xlsx', '--quiet'], place.folder).stderr).toBe('');
  });

  it('a slip in a word is met with the word meant', () => {
    expect(jihe(['chek', 'a.xlsx'], place.folder).stderr).toContain('没有「chek」这个命令。是不是 check？');
    expect(jihe(['check', 'a.xlsx', '--anotate', 'x'], place.folder).stderr).toContain('是不是 --annotate？');
    expect(jihe(['check', 'a.xlsx', '--zzzzzzzz'], place.folder).stderr).not.toContain('是不是');
  });
});

describe('text from a file is shown, never obeyed', () => {
  const HOSTILE =
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/;

  it('on stdout and stderr of every command', async () => {
    const evil = '局\u001b]0;x\u0007\u001b[2J\u202e名\u200b\u061c\u00ad\u{e0041}\u009b2J';
    const named = `表${evil.replace(/[\u0000]/g, '')}`;
    place.put('a.xlsx', await xlsx(projectRows({ unit: evil, total: 99, reason: evil }), '表\u202e\u001b'));
    place.put(`${named}.xlsx`, await xlsx(projectRows({ unit: evil, total: 98, reason: evil })));
    place.put(`${named}.yaml`, `标题: ${JSON.stringify(evil)}\n${JSON.stringify(evil)}: 1\n`);
    place.put(`${named}.txt`, `${evil}自评报告\n一、${evil}自评得分97.5分，\u001b[31m${evil}\n`);
    const runs = [
      ['check', `${named}.xlsx`],
      ['compare', 'a.xlsx', `${named}.xlsx`],
      ['compare', 'a.xlsx', `${named}.xlsx`, '--format', 'json'],
      ['report', `${named}.txt`, '--with', 'a.xlsx'],
      ['report', `${named}.txt`, '--with', `${named}.xlsx`, '--format', 'json'],
      ['check', 'a.xlsx', '--standard', `${named}.yaml`],
      ['check', 'a.xlsx', '--template', `${named}.xlsx`, '--annotate', named],
      ['standards', '--diff', `${named}.yaml`, evil],
      ['explain', evil],
      ['criteria', `每少一次${evil}扣1分，扣完为止`, '--facts', `${evil}=1`],
      ['criteria', `每少一次${evil}扣1分，扣完为止`, '--format', 'json'],
      [evil],
      ['check', 'a.xlsx', `--${evil}`],
      ['check', 'a.xlsx'],
      ['narrative', 'a.xlsx'],
      ['narrative', 'a.xlsx', '--length', 'box'],
      ['recalc', 'a.xlsx', '--out', 'b.xlsx'],
      ['standards', '--from', 'a.xlsx'],
      ['check', '没有\u001b[2J.xlsx'],
      ['check', 'a.xlsx', '--format', 'json'],
    ];
    for (const args of runs) {
      const { stdout, stderr } = jihe(args, place.folder);
      expect(stdout.replace(/\n/g, '')).not.toMatch(HOSTILE);
      expect(stderr.replace(/\n/g, '')).not.toMatch(HOSTILE);
    }
  });
});

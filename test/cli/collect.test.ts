import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { collect } from '../../src/cli/files/collect';

let folder: string;
const at = (...parts: string[]): string => path.join(folder, ...parts);
const write = (...parts: string[]): void => {
  mkdirSync(path.dirname(at(...parts)), { recursive: true });
  writeFileSync(at(...parts), 'x');
};
/** Labels relative to the test's folder, «named» ones with a star. */
const labels = (args: string[], leave: string | null = null): string[] =>
  collect(args, { out: leave, annotate: null }).entries.map(
    (entry) => entry.label.replace(`${folder}/`, '') + ('named' in entry && entry.named ? '*' : ''),
  );

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jihe-collect-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('collecting files', () => {
  it('walks folders whole, in the code-unit order of whole paths', () => {
    for (const name of ['b.xlsx', 'B.xlsx', 'a/1.xlsx', 'a.xlsx', 'a/深/层/2.xlsx', '财政.xlsx', 'a-1.xlsx']) write('in', name);
    const found = labels([at('in')]);
    expect(found).toHaveLength(7);
    expect(found).toEqual([...found].sort());
  });

  it('joins the argument as given and the path with one slash', () => {
    write('in', 'a', '1.xlsx');
    expect(labels([`${at('in')}/`])).toEqual(['in/a/1.xlsx']);
    const here = path.relative(process.cwd(), at('in'));
    expect(collect([`./${here}`]).entries.map(({ label }) => label)).toEqual([`./${here}/a/1.xlsx`]);
  });

  it('counts lock files without opening them, but takes one that is named', () => {
    write('in', '~$表.xlsx');
    write('in', '.~表.xlsx');
    write('in', '表.xlsx');
    expect(labels([at('in')])).toEqual(['in/表.xlsx']);
    expect(collect([at('in')]).skipped).toBe(2);
    expect(labels([at('in', '~$表.xlsx')])).toEqual(['in/~$表.xlsx*']);
  });

  it('meets a file once, however it is reached, and knows that it was named', () => {
    write('in', '1.xlsx');
    write('in', '2.xlsx');
    expect(labels([at('in', '2.xlsx'), at('in'), at('in', '2.xlsx'), at('in')])).toEqual(['in/2.xlsx*', 'in/1.xlsx']);
    expect(labels([at('in'), at('in', '2.xlsx')])).toEqual(['in/1.xlsx', 'in/2.xlsx*']);
  });

  it('follows links and survives loops', () => {
    write('in', 'sub', '1.xlsx');
    write('far', '2.xlsx');
    symlinkSync(at('in'), at('in', 'sub', 'loop'));
    symlinkSync(at('far'), at('in', 'zfar'));
    symlinkSync(at('far', '2.xlsx'), at('in', 'zz.xlsx'));
    symlinkSync(at('nowhere'), at('in', 'dangling.xlsx'));
    expect(labels([at('in')])).toEqual(['in/sub/1.xlsx', 'in/zfar/2.xlsx']);
    expect(collect([at('in')]).skipped).toBe(1);
  });

  it('leaves the output file out of the folder it stands in', () => {
    write('in', '1.xlsx');
    write('in', 'result.json');
    expect(labels([at('in')], at('in', 'result.json'))).toEqual(['in/1.xlsx']);
  });

  it('reports what is not there', () => {
    write('in', '1.xlsx');
    expect(collect([at('in'), at('none'), at('in', '1.xlsx', 'x')]).missing).toEqual([at('none'), at('in', '1.xlsx', 'x')]);
  });

  it('reads names that are not UTF-8 as GB18030 and keeps their bytes', () => {
    mkdirSync(at('in'));
    const gbk = Buffer.concat([Buffer.from(`${at('in')}/`), Buffer.from([0xb1, 0xed]), Buffer.from('.xlsx')]);
    try {
      writeFileSync(gbk, 'x');
    } catch {
      console.warn('skipped: this file system takes no names that are not UTF-8');
      return;
    }
    const [entry] = collect([at('in')]).entries;
    expect(entry?.label.endsWith('/表.xlsx')).toBe(true);
    expect(entry !== undefined && 'path' in entry ? entry.path : null).toEqual(gbk);
  });
});

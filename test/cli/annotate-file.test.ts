import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Editor, annotateFile } from '../../src/cli/annotate/annotate';
import { commonFolder, goalsOf } from '../../src/cli/annotate/goals';
import type { AuditedFile } from '../../src/cli/audit/file';
import { auditBook } from '../../src/open-workbook';
import { unrecognisedJson } from '../../src/receipt';
import type { WritePlan } from '../../src/workbook/write-plan';
import { allText } from '../results/reviews';
import { built, fakeJudge } from './fixtures/fake-judge';
import { Place } from './program';

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => {
  place.remove();
});

const BYTES = new Uint8Array([1, 2, 3]);
const text = (bytes: Uint8Array | string): Uint8Array => Buffer.from(bytes);

function audited(): AuditedFile {
  const { scoreTable, book } = built({ total: { weight: 100, score: 97 } });
  return { ...auditBook('送审/a.xlsx', book, fakeJudge([scoreTable])), book, bytes: BYTES };
}

const goals = (): { copy: string; beside: string } => ({ copy: place.at('out/下级/a.xlsx'), beside: place.at('out/下级/a_审核结果.xlsx') });

/** An editor that writes what it is told to, and remembers the plans. */
function fake(edit: Editor['edit'], rest: Partial<Editor> = {}): Editor & { readonly plans: WritePlan[] } {
  const plans: WritePlan[] = [];
  return {
    plans,
    editable: () => true,
    edit: (bytes, plan) => {
      plans.push(plan);
      return edit(bytes, plan);
    },
    create: () => text('beside'),
    ours: (bytes) => Buffer.from(bytes).toString() === 'ours',
    ...rest,
  };
}
const writes =
  (warnings: Extract<ReturnType<Editor['edit']>, { ok: true }>['warnings'] = []): Editor['edit'] =>
  () => ({ ok: true, bytes: text('copy'), warnings });

describe('the marked copy of one file', () => {
  it('is written whole into folders that are made for it', () => {
    expect(annotateFile('a', audited(), goals(), fake(writes()))).toEqual({ is: 'copy', said: [], skipped: false });
    expect(readFileSync(goals().copy, 'utf8')).toBe('copy');
    expect(readdirSync(place.at('out/下级'))).toEqual(['a.xlsx']);
  });

  it('says in its own result sheet, and to the user, that a signature is void', () => {
    const editor = fake(writes([{ kind: 'signature-void' }]));
    expect(annotateFile('a', audited(), goals(), editor).said).toEqual(['「a」已标注；原文件有数字签名，签名在标注副本中不再有效。']);
    const [first, second] = editor.plans.map((plan) => allText(plan.sheets[0]!.content));
    expect([first!.includes('数字签名'), second!.includes('数字签名')]).toEqual([false, true]);
  });

  it('tells of a sheet that got another name, and not of notes that found no place', () => {
    const said = annotateFile(
      'a',
      audited(),
      goals(),
      fake(
        writes([
          { kind: 'sheet-renamed', wanted: '审核结果', given: '审核结果 (2)' },
          { kind: 'note-left-out', at: [] },
        ]),
      ),
    ).said;
    expect(said).toEqual(['「a」已标注；原文件已有「审核结果」工作表，新加的一张名为「审核结果 (2)」。']);
  });

  it.each<[string, Editor['edit'], string]>([
    ['is refused', () => ({ ok: false, why: '工作表有保护' }), '工作表有保护'],
    [
      'cannot be made',
      () => {
        throw new Error('boom');
      },
      'boom',
    ],
  ])('gives way to results beside when it %s', (_, edit, why) => {
    expect(annotateFile('a', audited(), goals(), fake(edit))).toEqual({
      is: 'beside',
      said: [`「a」不能直接标注（${why}），审核结果另存为单独的工作簿。`],
      skipped: false,
    });
    expect(readFileSync(goals().beside, 'utf8')).toBe('beside');
  });

  it('is never thought of for a format that is not edited', () => {
    const editor = fake(writes(), { editable: () => false });
    expect(annotateFile('a', audited(), goals(), editor)).toEqual({ is: 'beside', said: [], skipped: false });
    expect(editor.plans).toEqual([]);
  });

  it('is left out with the reason where nothing was audited', () => {
    const refused: AuditedFile = { entries: [unrecognisedJson('a', '没有找到绩效自评评分表')], review: null, book: null, bytes: BYTES };
    expect(annotateFile('a', refused, goals(), fake(writes()))).toEqual({
      is: 'not-written',
      said: ['「a」没有写出标注副本：没有找到绩效自评评分表。'],
      skipped: true,
    });
  });

  it('replaces ours, and nothing that is not: a file, a folder, a link', () => {
    mkdirSync(place.at('out/下级'), { recursive: true });
    const at = goals().copy;
    writeFileSync(at, 'ours');
    expect(annotateFile('a', audited(), goals(), fake(writes())).is).toBe('copy');
    writeFileSync(at, '别人的');
    expect(annotateFile('a', audited(), goals(), fake(writes())).said[0]).toContain('不是本程序写出的');
    expect(readFileSync(at, 'utf8')).toBe('别人的');
    symlinkSync(place.at('别处'), place.at('out/下级/b.xlsx'));
    mkdirSync(place.at('out/下级/c.xlsx'));
    for (const name of ['b.xlsx', 'c.xlsx'])
      expect(annotateFile('a', audited(), { copy: place.at('out/下级', name), beside: '' }, fake(writes())).said[0]).toContain(
        '同名的文件夹或链接',
      );
  });

  it('says why the system would not take it', () => {
    writeFileSync(place.at('out'), '文件');
    expect(annotateFile('a', audited(), goals(), fake(writes())).said[0]).toMatch(/^「a」没有写出标注副本：/);
    expect(readFileSync(place.at('out'), 'utf8')).toBe('文件');
  });

  it('leaves nothing behind, whatever the editor throws', () => {
    const editor = fake(writes(), {
      editable: () => {
        throw new Error('out of paper');
      },
    });
    expect(annotateFile('a', audited(), goals(), editor)).toEqual({
      is: 'not-written',
      said: ['「a」没有写出标注副本：out of paper。'],
      skipped: false,
    });
  });
});

describe('where copies go', () => {
  const entry = (label: string): { path: string; label: string; named: boolean } => ({ path: label, label, named: false });
  const below = (folder: string, goal: string): string => path.relative(folder, goal);

  it('is as they stood below the one folder named', () => {
    place.put('in/甲/1.xlsx', 'x');
    const files = [entry(place.at('in/甲/1.xlsx'))];
    const [goal] = goalsOf(place.at('out'), [place.at('in')], files).values();
    expect(below(place.at('out'), goal!.copy)).toBe(path.join('甲', '1.xlsx'));
  });

  it('is below what all arguments have in common', () => {
    place.put('in/甲/1.xlsx', 'x');
    place.put('in/乙/1.xlsx', 'x');
    expect(commonFolder([place.at('in/甲'), place.at('in/乙/1.xlsx')])).toBe(place.at('in'));
    expect(commonFolder([place.at('in/甲/1.xlsx')])).toBe(place.at('in/甲'));
  });

  it('is told apart where only capitals differ, and where two formats have one name', () => {
    mkdirSync(place.at('in'));
    const files = ['in/A.xls', 'in/a.xls', 'in/a.et', 'in/b'].map((name) => entry(place.at(name)));
    const goals = [...goalsOf(place.at('out'), [place.at('in')], files).values()];
    const all = goals.flatMap(({ copy, beside }) => [copy, beside]).map((goal) => goal.toLowerCase());
    expect(new Set(all).size).toBe(8);
    expect(below(place.at('out'), goals[3]!.beside)).toBe('b_审核结果.xlsx');
  });
});

import { readFileSync, readdirSync } from 'node:fs';
import { completed, figureTexts, isAllClear, noteLines, paneVerdict } from '../../src/taskpane/audit/verdict-text';
import { recall, remember, FRESH } from '../../src/taskpane/audit/memory';
import { findingCovers, findingAt, inSheetOrder, isRepeated, stepFrom, successor } from '../../src/taskpane/findings/order';
import { countByCheck, filtered } from '../../src/taskpane/findings/search';
import { shownTicks } from '../../src/taskpane/scores/ticks';
import { assumptionsOf } from '../../src/taskpane/summary/assumptions';
import { say, type TextKey } from '../../src/taskpane/texts/say';
import TEXTS from '../../src/taskpane/texts/zh-CN.json';
import type { Shell } from '../../src/taskpane';
import { ALL_CLEAR, FIGURES, FINDINGS, SCORES, addr, ask, audit, cell, finding, score, table } from './support/views';

const counts = (mandatory: number, advisory: number, more = {}) =>
  table({ findings: [], verdict: { mandatory, advisory, info: 0, failed: 0, unfilled: false, ...more } });

describe('the verdict', () => {
  it.each([
    ['blank', counts(1, 0, { unfilled: true }), '尚未填写得分', '填写后再审核', '尚未填写得分'],
    ['both', counts(6, 2), '6 项需更正或补填', '另有 2 项请更正或说明', '6 项需单位更正，建议退回修改'],
    ['强制性 alone', counts(2, 0), '2 项需更正或补填', '57 项检查全部完成，4 项不适用', '2 项需单位更正，建议退回修改'],
    ['提示性 alone', counts(0, 2), '2 项请更正或说明', '没有必须更正的', '2 项需单位说明'],
    ['nothing', counts(0, 0, { info: 3 }), '未发现问题', '57 项检查全部完成，4 项不适用', '未发现问题'],
    ['a crash alone', counts(0, 0, { failed: 1 }), '1 项未能检查', '其余 57 项检查已完成', '1 项未能检查'],
    ['a crash beside', counts(3, 0, { failed: 1 }), '3 项需更正或补填', '其余 57 项检查已完成', '3 项需单位更正，建议退回修改'],
  ])('%s', (_, shown, sentence, second, review) => {
    expect(paneVerdict(shown, 'fill')).toMatchObject({ sentence, second });
    expect(paneVerdict(shown, 'review').sentence).toBe(review);
  });

  it('is all clear only where every check was able to finish and scores are filled in', () => {
    expect(isAllClear(counts(0, 0))).toBe(true);
    expect(isAllClear(counts(0, 0, { failed: 1 }))).toBe(false);
    expect(isAllClear(counts(0, 0, { unfilled: true }))).toBe(false);
    expect(isAllClear(counts(0, 1))).toBe(false);
  });

  it('says nothing of what does not apply where everything does', () => {
    const { entry } = table();
    expect(completed(table({ entry: { ...entry, coverage: { ...entry.coverage, run: 61, notApplicable: [] } } }))).toBe(
      '61 项检查全部完成',
    );
  });
});

describe('figures and note', () => {
  const labels = (mode: 'fill' | 'review', more = {}) =>
    figureTexts({ ...FIGURES, ...more }, mode).map(({ label, grade, value }) => `${label}${grade ?? ''} ${value}`);

  it('three figures, the same decimals as they come', () => {
    expect(labels('fill')).toEqual(['自评分优 89.73', '重算分良 88.40', '差额 −1.33']);
    expect(labels('review')).toEqual(['自评分优 89.73', '重算分良 88.40', '重算－自评 −1.33']);
  });

  it('mostly judged: 核算后, without a grade', () => {
    expect(labels('fill', { mostlyJudged: true })).toEqual(['自评分优 89.73', '核算后 88.40', '差额 −1.33']);
  });

  it('a review column as typed, for the reviewer only; unknown is a dash', () => {
    expect(labels('review', { review: '86.00', reviewCut: '3.73' })).toEqual(['自评分优 89.73', '复核分 86.00', '核减 3.73']);
    expect(labels('fill', { review: '86.00', reviewCut: '3.73', recomputed: null, recomputedGrade: null })[1]).toBe('重算分 —');
  });

  it('the note tells what was computed and what was not; none where all was', () => {
    expect(noteLines(FIGURES)).toEqual(['可计算 72 分，相差 −1.33；', '另 4 项（28 分）须人工评定，暂按自评分计入']);
    expect(noteLines(ALL_CLEAR.figures)).toEqual(['可计算 90 分，核算一致；', '另 1 项（10 分）须人工评定，暂按自评分计入']);
    expect(noteLines({ ...FIGURES, judged: { rows: 0, fullScore: '0' } })).toEqual([]);
    expect(noteLines({ ...FIGURES, computed: { fullScore: '0', agrees: true, difference: '0' } })).toEqual([
      '4 项（28 分）须人工评定，暂按自评分计入',
    ]);
  });
});

describe('walking the findings', () => {
  const one = table({
    findings: [finding('grade', 'I25', '评价等级'), finding('execution-score', 'I6', '资金'), finding('total-score', 'H25', '总分')],
  });
  const two = table({ findings: [finding('grade', 'C3', '评价等级', { id: 'other', cell: cell('C3', 1) })], sheet: 1 });
  const both = audit(two, one);

  it('goes by sheet, row and column, 参考 left out', () => {
    const withInfo = audit(table({ findings: [...one.findings, finding('hidden-content', 'A1', '工作簿', { severity: 'info' })] }), two);
    expect(inSheetOrder(withInfo).map((each) => each.finding.cell.address)).toEqual(['I6', 'H25', 'I25', 'C3']);
  });

  it('goes on from the selected cell, else from the open finding, and begins again at the end', () => {
    const id = (next: ReturnType<typeof stepFrom>) => next?.finding.cell.address;
    expect(id(stepFrom(both, null, null, 1))).toBe('I6');
    expect(id(stepFrom(both, null, null, -1))).toBe('C3');
    expect(id(stepFrom(both, addr('A10'), null, 1))).toBe('H25');
    expect(id(stepFrom(both, addr('A10'), null, -1))).toBe('I6');
    expect(id(stepFrom(both, addr('Z99'), null, 1))).toBe('C3');
    expect(id(stepFrom(both, addr('A9', 1), null, 1))).toBe('I6');
    expect(id(stepFrom(both, addr('A1'), null, -1))).toBe('C3');
    expect(stepFrom(both, addr('I25'), one.findings[0]!.id, 1)).toMatchObject({ table: 0, position: 4, count: 4 });
  });

  it('two findings of one cell are both met', () => {
    const twins = audit(
      table({ findings: [finding('grade', 'I25', 'a'), finding('formula-error', 'I25', 'b'), finding('total-score', 'I26', 'c')] }),
    );
    const met: string[] = [];
    let open: string | null = null;
    for (let i = 0; i < 3; i += 1) {
      const next: ReturnType<typeof stepFrom> = stepFrom(
        twins,
        open === null ? addr('A1') : addr(met.at(-1) === 'c' ? 'I26' : 'I25'),
        open,
        1,
      );
      open = next!.finding.id;
      met.push(next!.finding.subject);
    }
    expect(met).toEqual(['a', 'b', 'c']);
  });

  it('nothing to walk', () => expect(stepFrom(audit(ALL_CLEAR), null, null, 1)).toBeNull());

  it('finds the finding of a cell, the shown table first, repeated cells too, never a 参考', () => {
    const repeated = finding('evidence-missing', 'J5', '佐证', { repeated: [cell('J5'), cell('J6')] });
    const book = audit(table({ findings: [repeated] }), two);
    expect(findingAt(book, 0, addr('J6'))?.finding).toBe(repeated);
    expect(findingAt(book, 0, addr('C3', 1))?.table).toBe(1);
    expect(findingAt(book, 0, addr('A1'))).toBeNull();
    expect(findingAt(audit(table({ findings: [finding('hidden-content', 'A1', '', { severity: 'info' })] })), 0, addr('A1'))).toBeNull();
    expect(findingCovers(repeated, addr('J7'))).toBe(false);
  });

  it('repeated is what stands in several rows', () => {
    expect(isRepeated(finding('evidence-missing', 'J5', '', { repeated: [cell('J5'), cell('J6')] }))).toBe(true);
    expect(isRepeated(finding('score-without-values', 'H19', '', { repeated: [cell('H19'), cell('E19')] }))).toBe(false);
  });

  it('the row after one that is gone: the next that is left, else the one before', () => {
    expect(successor(['a', 'b', 'c', 'd'], ['a', 'd'], 'b')).toBe('d');
    expect(successor(['a', 'b', 'c'], ['a', 'b'], 'c')).toBe('b');
    expect(successor(['a'], [], 'a')).toBeNull();
    expect(successor(['a'], ['x', 'y'], 'a')).toBe('x');
    expect(successor([], ['x'], 'unknown')).toBe('x');
  });
});

describe('search', () => {
  const found = (text: string, code: string | null = null) => filtered(FINDINGS, { text, code }).map(({ cell: at }) => at.address);

  it('finds indicators, headlines and cells, in any width and case', () => {
    expect(found('巡检')).toEqual(['H14']);
    expect(found('ｈ２５')).toEqual(['H25']);
    expect(found('f20')).toEqual(['F16']);
    expect(found(' 等级 ')).toEqual(['I25']);
    expect(found('没有这个')).toEqual([]);
    expect(found('')).toHaveLength(FINDINGS.length);
    expect(found('', 'value-type')).toEqual(['F17']);
    expect(found('巡检', 'value-type')).toEqual([]);
  });

  it('counts by check, the most frequent first', () => {
    const many = [finding('grade', 'A1', ''), finding('score-missing', 'A2', ''), finding('score-missing', 'A3', '')];
    expect(countByCheck(many).map(({ code, count }) => [code, count])).toEqual([
      ['score-missing', 2],
      ['grade', 1],
    ]);
  });
});

describe('tick boxes before an answer', () => {
  const row = (points: string, worth: readonly string[], answers: readonly (boolean | null)[] = []) =>
    score('G5', '指标', points, '9', {
      asks: worth.map((one, i) => ask(String(i), `第${i}条`, { points: one, answer: answers[i] ?? null })),
    });

  it('shows the one choice that makes the self-score', () => {
    expect(shownTicks(row('3', ['1', '1', '1']))).toEqual([true, true, true]);
    expect(shownTicks(row('0', ['1', '1']))).toEqual([false, false]);
    expect(shownTicks(row('2.5', ['2', '1', '0.5']))).toEqual([true, false, true]);
  });

  it('shows nothing where several do, or none does, or there are too many', () => {
    expect(shownTicks(row('1', ['1', '1']))).toEqual([null, null]);
    expect(shownTicks(row('0.7', ['1', '1']))).toEqual([null, null]);
    expect(
      shownTicks(
        row(
          '13',
          Array.from({ length: 13 }, () => '1'),
        ),
      ),
    ).toContain(null);
    expect(shownTicks(score('G5', '指标', '', '9', { score: null, asks: [ask('0', '', { points: '1' })] }))).toEqual([null]);
  });

  it('shows answers once there is one', () => {
    expect(shownTicks(row('2', ['1', '1'], [null, false]))).toEqual([null, false]);
  });
});

it('assumptions are what was answered, with their units', () => {
  const rows = [
    score('G5', '材料', '1', '2', {
      asks: [ask('a', '表格齐全', { answer: true }), ask('b', '数据真实', { answer: false }), ask('c', '无', {})],
    }),
    score('G6', '合规', '1', '2', {
      asks: [ask('d', '违规', { kind: 'count', unit: '例', answer: '0' }), ask('e', '比率', { kind: 'rate', answer: '95' })],
    }),
  ];
  expect(assumptionsOf(table({ scores: [{ name: '组', score: null, weight: null, rows }] }))).toEqual([
    '材料：表格齐全 是',
    '材料：数据真实 否',
    '合规：违规 0例',
    '合规：比率 95%',
  ]);
  expect(assumptionsOf(table({ scores: SCORES }))).toEqual(['财务管理合规性：不符合规定 0例']);
});

describe('memory of the pane', () => {
  const kept = new Map<string, string>();
  const shell = {
    load: (key: string) => kept.get(key) ?? null,
    save: (key: string, text: string) => kept.set(key, text),
  } as unknown as Shell;

  it('comes back for the same workbook; what is damaged is forgotten', () => {
    remember(shell, '甲.xlsx', { ...FRESH, tab: 'scores', scroll: 40 });
    expect(recall(shell, '甲.xlsx')).toEqual({ ...FRESH, tab: 'scores', scroll: 40 });
    expect(recall(shell, '乙.xlsx')).toEqual(FRESH);
    for (const text of ['{', 'null', '1', '{"tab":"x"}']) {
      kept.set('pane:甲.xlsx', text);
      expect(recall(shell, '甲.xlsx')).toEqual(FRESH);
    }
  });
});

describe('words', () => {
  it('every place of a text must be given', () => {
    expect(say('tab.findings', { n: 8 })).toBe('问题 8');
    expect(() => say('tab.findings')).toThrow('tab.findings');
  });

  it.each(Object.entries(TEXTS))('%s is in the words of the field', (_key, text) => {
    expect(text).not.toMatch(/违规(?!定)|虚报|造假|不实|不合格|目标值|确定$|错误(?!信息)/);
  });

  it('no key is there for nothing', () => {
    const source = readdirSync('src/taskpane', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(`src/taskpane/${file}`, 'utf8'))
      .join('\n');
    const stems = [...source.matchAll(/`([a-zA-Z.]+)\$\{/g)].map((match) => match[1]!);
    const unused = (Object.keys(TEXTS) as TextKey[]).filter(
      (key) => !source.includes(`'${key}'`) && !stems.some((stem) => key.startsWith(stem)),
    );
    expect(unused).toEqual([]);
  });
});

import { auditBook } from '../../src/open-workbook';
import { unreadableJson } from '../../src/receipt';
import { jsonText, PLAIN, safeAtTheEdge } from '../../src/cli/text/look';
import { entryText } from '../../src/cli/text/table';
import { textWidth, wrap } from '../../src/words/text-width';
import { documentOf } from '../../src/cli/output/format';
import type { Check } from '../../src/checks/types';
import type { SheetSpec } from '../support/score-table';
import { built, crashingCheck, fakeJudge, infoCheck, lastRowCheck, totalCheck } from './fixtures/fake-judge';

function textOf(spec: Partial<SheetSpec>, checks: readonly Check[], look = PLAIN): string {
  const { scoreTable, book } = built({ unit: '某县水务局', ...spec });
  return auditBook('表.xlsx', book, fakeJudge([scoreTable], checks))
    .entries.map((entry) => entryText(entry, look))
    .join('');
}

const head = (text: string): string => text.split('\n')[0]!;

describe('text of a table', () => {
  it('lists 强制性 and 提示性 with place, message and basis, and folds 参考 away', () => {
    expect(textOf({ total: { weight: 100, score: 97.5 } }, [infoCheck, lastRowCheck, totalCheck])).toBe(
      [
        '表.xlsx › 评分表 · 某县水务局 · 自评 97.5 分（满分 100） · 强制性 1 项、提示性 1 项',
        '  必须更正（请更正或补填后再报送）',
        '     1. G15  总分 G15 为97.5，应为100。',
        '        依据：各项得分之和（total-score，编号 XWG5-RW）',
        '  需要说明（请更正，或书面说明理由）',
        '     2. G14  「群众满意度」（G14）请核实。',
        '        依据：《试验办法》（财预〔2020〕10号）第三条（score-rounded，编号 X28Q-Z3）',
        '  参考 1 项，供了解，不需回复（列在 --annotate 标注副本的「审核结果」里）',
        '',
        '',
      ].join('\n'),
    );
  });

  it('says 未发现问题 only when every check could finish', () => {
    expect(head(textOf({}, [infoCheck]))).toMatch(/ · 未发现问题$/);
    const crashed = textOf({}, [crashingCheck]);
    expect(head(crashed)).toMatch(/ · 1 项未能检查$/);
    expect(crashed).toContain('\n  未能检查：grade（「等级」检查中断，没有结论）\n');
    expect(crashed).not.toContain('参考');
    expect(head(textOf({}, [crashingCheck, totalCheck]))).toMatch(/ · 强制性 1 项、提示性 0 项、1 项未能检查$/);
  });

  it('says what is missing: the unit, the total, all scores', () => {
    expect(head(textOf({ unit: null, total: null }, [infoCheck]))).toBe(
      '表.xlsx › 评分表 · 单位未填 · 得分合计 98 分（满分 100） · 未发现问题',
    );
    expect(head(textOf({ total: null, rows: [{ weight: 100, score: null }], funding: undefined }, [infoCheck]))).toContain(' · 未填得分');
  });

  it('lets no file steer the terminal', () => {
    const evil = entryText(unreadableJson('a\u001b[2J\n\u202eb.xlsx', '坏\u0007了'), PLAIN);

    expect(evil.replace(/\n/g, '')).not.toMatch(/[\u0000-\u001f\u202e]/);
    expect(evil.split('\n')).toEqual(['a [2J b.xlsx · 无法读取', '  坏 了', '', '']);
  });

  it('keeps within the width of a terminal, with further lines under the first', () => {
    const long: Check<null> = { ...lastRowCheck, message: () => '预算编制约束性指标自评得分与其评分标准不一致，'.repeat(6) };
    const lines = textOf({}, [long], { colour: false, width: 60 }).split('\n').slice(1);
    expect(lines.length).toBeGreaterThan(6);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(60);
    expect(
      lines
        .filter((line) => line.includes('不一致'))
        .slice(1)
        .every((line) => line.startsWith('        ')),
    ).toBe(true);
  });

  it('colours the verdict only when asked', () => {
    expect(head(textOf({}, [totalCheck], { colour: true, width: null }))).toContain('\u001b[31m强制性 1 项、提示性 0 项\u001b[0m');
  });
});

describe('wrapping', () => {
  it('begins no line with a closing mark and ends none with an opening one', () => {
    const text = '「总分」（G30）填97.5，各项得分合计为98，相差0.5。请核对（见附注）后更正。'.repeat(5);
    for (let width = 20; width < 60; width += 1) {
      const lines = wrap(text, width);
      expect(lines.join('')).toBe(text);
      for (const line of lines) {
        expect(textWidth(line)).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/^[，。）」]/);
        expect(line).not.toMatch(/[（「]$/);
      }
    }
  });

  it('keeps words and numbers whole', () => {
    expect(wrap('alpha beta 123.45 gamma', 10)).toEqual(['alpha beta', '123.45', 'gamma']);
    expect(wrap('a-word-longer-than-the-line x', 10)).toEqual(['a-word-longer-than-the-line', 'x']);
    expect(wrap('', 10)).toEqual(['']);
  });
});

describe('documents', () => {
  const put = async (format: 'text' | 'json' | 'ndjson', pieces: [string, boolean][]): Promise<string> => {
    const document = await documentOf(format);
    return (
      document.open() +
      pieces.map(([piece, last]) => document.entry(piece, { unrecognised: last, file: 0 })).join('') +
      document.close({ ours: 0, skipped: 0 })
    );
  };

  it('join entries as their format wants', async () => {
    expect(await put('json', [])).toBe('[]\n');
    expect(
      await put('json', [
        ['1', true],
        ['2', false],
      ]),
    ).toBe('[\n1,\n2\n]\n');
    expect(
      await put('ndjson', [
        ['1', true],
        ['2', false],
      ]),
    ).toBe('1\n2\n');
    expect(
      await put('text', [
        ['未识别\n', true],
        ['好\n', false],
      ]),
    ).toBe('好\n未识别\n辅助核对结果，不作为评价结论，以财政部门复核为准\n');
  });
});

describe('the last look before a text leaves the program', () => {
  it('lets through what the program paints with, and nothing else that is obeyed', () => {
    const painted = `${'\u001b[1m'}甲${'\u001b[0m'}\t乙\n`;
    expect(safeAtTheEdge(painted)).toBe(painted);
    expect(safeAtTheEdge('\u001b[8m藏\u001b]0;x\u0007\u202e倒\u{e0041}\r\u009b')).toBe(' [8m藏 ]0;x  倒   ');
    expect(safeAtTheEdge('\u001b[31')).toBe(' [31');
    // Variants of Chinese characters in names are letters like others.
    expect(safeAtTheEdge('葛\u{e0100}飾')).toBe('葛\u{e0100}飾');
  });

  it('JSON writes them as escapes and says the same', () => {
    const evil = '\u202e\u00ad\u061c\u{e0041}甲\u{e0100}';
    expect(jsonText(evil)).toBe('"\\u202e\\u00ad\\u061c\\udb40\\udc41甲\u{e0100}"');
    expect(JSON.parse(jsonText(evil))).toBe(evil);
  });
});

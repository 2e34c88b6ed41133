import { idFrom } from '../../src/answers';
import { basisText } from '../../src/words/basis';
import { NOTICE } from '../../src/words/severity';
import { a1 } from '../../src/workbook/address';
import type { SheetContent, WritePlan } from '../../src/workbook/write-plan';
import { annotation, resultBeside } from '../../src/results/annotate';
import { findingJson } from '../../src/receipt/findings';
import { numberedFindings } from '../../src/results/items';
import type { Review } from '../../src/results/types';
import { SAMPLE_NAMES, allText, builtReview, publishedReviews, sampleReview, textRows } from './reviews';

const ACCUSING = /违规|虚报|造假|不实|不合格|违纪/;
const published = publishedReviews();

const contentOf = (plan: WritePlan): SheetContent => plan.sheets[0]!.content;
const rowWith = (content: SheetContent, text: string): readonly string[] =>
  textRows(content).find((row) => row.some((cell) => cell.includes(text))) ?? [];

/** Every row of the list names its cell, says something and names its basis; every finding has one. */
function expectWhole(review: Review, content: SheetContent): void {
  const items = numberedFindings(review);
  const text = allText(content);
  for (const { sentence } of items) expect(text).toContain(sentence);
  for (const { number, finding, answer } of items) {
    const row = textRows(content).find((cells) => cells[0] === String(number) && cells[1] === answer.id);
    expect(row).toBeDefined();
    expect(row![2]).toContain(a1(finding.cell.row, finding.cell.col));
  }
  expect(text).not.toMatch(ACCUSING);
  expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  expect(text).toContain(`${NOTICE}。`);
}

describe.each(SAMPLE_NAMES)('审核结果 of %s', (name) => {
  it('says everything that was found', async () => {
    const review = await sampleReview(name);
    expectWhole(review, contentOf(annotation(review)));
    expectWhole(review, resultBeside(review)[0]!.content);
  });
});

describe.each(published)('审核结果 of the published table $id', ({ review }) => {
  it('says everything that was found', () => {
    expectWhole(review, contentOf(annotation(review)));
  });

  it('fits the format: rows without overlap, merges inside the columns, heights a row can have', () => {
    const { rows, widths, merges, frozenRows, print } = contentOf(annotation(review));
    for (const { cells, height } of rows) {
      expect(cells.map(({ col }) => col)).toEqual([...new Set(cells.map(({ col }) => col))].sort((a, b) => a - b));
      expect(height).toBeGreaterThan(0);
      expect(height).toBeLessThanOrEqual(409);
    }
    for (const { left, right, top, bottom } of merges)
      expect([left < right, right < widths.length, top === bottom]).toEqual([true, true, true]);
    expect(frozenRows).toBeLessThanOrEqual(rows.length);
    expect(print).toMatchObject({ landscape: true, footer: NOTICE });
    expect(rows[print.repeatRows![0]]!.cells.map(({ value }) => value)).toContain('出错说明');
  });
});

it('says the same 算式 as the receipt', () => {
  const review = builtReview({ funding: { total: { budget: 180, executed: 160, weight: 10, score: 7 } } });
  const [table] = review.tables;
  const told = table!.assessment.findings.map(
    (finding) => findingJson(finding, { id: '', state: 'open', reply: null }, '', table!.assessment, review.book).arithmetic,
  );
  const shown = allText(contentOf(annotation(review)));
  expect(told).toContain('160÷180×10=8.888889≈8.89');
  for (const arithmetic of told) if (arithmetic !== null) expect(shown).toContain(arithmetic);
});

describe('the faulty sample', () => {
  it('has its verdict, totals and findings in order, linked to their cells', async () => {
    const content = contentOf(annotation(await sampleReview('项目自评_有误.xlsx')));
    const rows = textRows(content);
    expect(rows[0]).toEqual(['绩效自评表审核结果']);
    expect(rowWith(content, '示例市政务服务中心').slice(0, 2)).toEqual(['项目支出绩效自评表', '2024年']);
    expect(rowWith(content, '示例市政务服务中心')).toEqual(expect.arrayContaining(['89.73', '优', '良']));
    expect(rowWith(content, '总分与得分合计')).toEqual(expect.arrayContaining(['5', 'H25', '总分与得分合计']));
    const link = content.rows.flatMap(({ cells }) => cells).find(({ value }) => value === 'H25')?.link;
    expect(link).toEqual({ sheet: '项目支出绩效自评表', a1: 'H25' });
    const heads = rows.map((row) => row[0] ?? '').filter((text) => /^(必须更正|需要说明|参考)　/.test(text));
    expect(heads.map((text) => text.slice(0, 4))).toEqual(['必须更正', '需要说明']);
  });

  it('has no links beside, where the table is not in the workbook', async () => {
    const [edit] = resultBeside(await sampleReview('项目自评_有误.xlsx'));
    expect(edit!.content.rows.flatMap(({ cells }) => cells).filter(({ link, style }) => link !== undefined || style === 'link')).toEqual(
      [],
    );
    expect(allText(edit!.content)).toContain('不能直接标注，没有改动');
  });
});

describe('复核分 and 核减', () => {
  const row = { name: '维修面积', weight: 100, target: '≥10', actual: 10 };

  it('stand there only where the form has a 复核 column', () => {
    const without = allText(contentOf(annotation(builtReview({ rows: [{ ...row, score: 100 }], total: { weight: 100, score: 100 } }))));
    expect(without).not.toMatch(/复核分|核减/);
    const content = contentOf(
      annotation(builtReview({ rows: [{ ...row, score: 100, review: 97.5 }], total: { weight: 100, score: 100, review: 97.5 } })),
    );
    expect(rowWith(content, '核减')).toEqual(['评分表', '年度', '单位', '结论', '自评分', '重算分', '差额', '复核分', '核减']);
    expect(rowWith(content, '评分表').length).toBe(9);
    expect(
      textRows(content)
        .find((cells) => cells.includes('97.5'))
        ?.slice(-2),
    ).toEqual(['97.5', '2.5']);
  });

  it('are unknown, not zero, while nobody has filled them in', () => {
    const content = contentOf(
      annotation(builtReview({ rows: [{ ...row, score: 100 }], review: true, total: { weight: 100, score: 100 } })),
    );
    expect(textRows(content).find((cells) => cells[0] === '评分表' && cells.length > 9)).toBeUndefined();
    expect(textRows(content)[6]!.slice(-2)).toEqual(['未填', '—']);
  });
});

describe('what the result is worth', () => {
  it('names every reconstructed rule that was used, once', () => {
    const row = { name: '培训人次', weight: 100, score: 100, target: '100人次', actual: '300人次' };
    const review = builtReview({ rows: [row], total: { weight: 100, score: 100 } });
    const reconstructed = review.tables[0]!.assessment.findings.filter(({ basis }) => basis.status === 'reconstructed');
    expect(reconstructed.map(({ code }) => code)).toContain('over-achievement');
    const line = rowWith(contentOf(annotation(review)), '不是官方文本，只供核对')[0]!;
    expect(line.split('非官方文本')).toHaveLength(1 + new Set(reconstructed.map(({ basis }) => basisText(basis))).size);
  });

  it('says of a signed file that the signature is void in the copy, and of no other', () => {
    const review = builtReview({});
    expect(allText(contentOf(annotation(review, { signed: true })))).toContain('签名在这一份里不再有效');
    expect(allText(contentOf(annotation(review)))).not.toContain('签名');
  });

  it('lists what was not applicable, by reason, and never says that nothing was found when a check failed', () => {
    const review = builtReview({});
    const [table] = review.tables;
    const content = contentOf(annotation(review));
    expect(allText(content)).toContain('未发现需要更正或说明的问题');
    const { coverage } = table!.assessment;
    expect(rowWith(content, '项检查：')[0]).toBe(
      `共 ${coverage.checks} 项检查：已检查 ${coverage.run} 项，不适用 ${coverage.notApplicable.length} 项，未能检查 0 项。`,
    );
    for (const { why } of coverage.notApplicable) expect(allText(content)).toContain(`不适用：${why}`);
    const failed = {
      ...review,
      tables: [{ ...table!, spoken: { ...table!.spoken, failed: [{ code: 'grade' as const, why: '未能写出说明' }] } }],
    };
    const text = allText(contentOf(annotation(failed)));
    expect(text).toContain('1 项未能检查');
    expect(text).not.toContain('未发现需要更正或说明的问题');
  });
});

it('is the same for the same review', async () => {
  const [a, b] = [await sampleReview('项目自评_有误.xlsx'), await sampleReview('项目自评_有误.xlsx')];
  expect(JSON.stringify(annotation(a))).toBe(JSON.stringify(annotation(b)));
});

it('lists several tables of a workbook one after the other, numbered through', () => {
  const one = builtReview({
    rows: [{ name: '甲', weight: 100, score: 101, target: '1', actual: '1' }],
    total: { weight: 100, score: 101 },
  });
  const review: Review = { ...one, tables: [...one.tables, ...one.tables] };
  const content = contentOf(annotation(review));
  expect(
    textRows(content)
      .flat()
      .filter((text) => /^评分表 \d　/.test(text)),
  ).toEqual(['评分表 1　评分表　某某局', '评分表 2　评分表　某某局']);
  const numbers = textRows(content)
    .filter((row) => /^\d+$/.test(row[0]!) && idFrom(row[1]!) !== null)
    .map((row) => Number(row[0]));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(numbers.length).toBeGreaterThan(1);
  expect(allText(content)).toContain('评分表 1、2：共');
});

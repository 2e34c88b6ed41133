/** Written again into a document somebody has worked on: what is his stays as he has it. */
import { mergeDocument, type MergedDocument, readDocument } from '../../src/hosts/file';
import { REPORT_REMARKS, reportContent } from '../../src/papers';
import { MANY, PROJECT, type Rows } from '../narrative/forms';
import { assessed, changedForm, edited, expectWellFormed, paragraphWith, partText, parts, writtenFrom } from './support';

const MAIN = 'word/document.xml';

function onto(old: Uint8Array, rows: Rows): Extract<MergedDocument, { ok: true }> {
  const merged = mergeDocument(old, reportContent(assessed(rows)), REPORT_REMARKS);
  if (!merged.ok) throw new Error(merged.why);
  expectWellFormed(merged.bytes);
  return merged;
}

const textsOf = (bytes: Uint8Array): readonly string[] =>
  readDocument(bytes)!.blocks.flatMap((block) =>
    block.is === 'paragraph' ? [block.text] : block.rows.flat().flatMap(({ paragraphs }) => paragraphs),
  );

const withoutComments = (xml: string): string =>
  xml.replace(/<w:commentRange(?:Start|End) [^>]*>/g, '').replace(/<w:r><w:commentReference [^>]*><\/w:r>/g, '');

/** The cell of the score of 验收合格率 and of the total. */
const WORSE: Rows = changedForm(PROJECT, [
  [11, 7, 6],
  [18, 7, 92.6],
]);

it('the same sheet changes nothing; another sheet gives the text of a new document', () => {
  const old = writtenFrom(PROJECT).bytes;
  const same = onto(old, PROJECT);
  expect(same.counts).toMatchObject({ renewed: 0, added: 0, removed: 0, kept: 0, differs: 0 });
  expect(withoutComments(partText(same.bytes, MAIN))).toBe(withoutComments(partText(old, MAIN)));
  const now = onto(old, WORSE);
  expect(textsOf(now.bytes)).toEqual(textsOf(writtenFrom(WORSE).bytes));
  expect(now.counts.renewed).toBeGreaterThan(3);
  expect(now.pending).toEqual(writtenFrom(WORSE).pending);
  expect(onto(old, WORSE).bytes).toEqual(now.bytes);
  expect(onto(now.bytes, WORSE).counts.renewed).toBe(0);
});

it('another set of deductions: what is new stands in its place, what is over goes', () => {
  const fewer = changedForm(PROJECT, [
    [11, 7, 10],
    [11, 4, '96%'],
    [11, 8, null],
    [18, 7, 96.6],
  ]);
  const there = onto(writtenFrom(PROJECT).bytes, fewer);
  expect(textsOf(there.bytes)).toEqual(textsOf(writtenFrom(fewer).bytes));
  expect(there.counts.removed).toBeGreaterThan(0);
  const back = onto(there.bytes, PROJECT);
  expect(textsOf(back.bytes)).toEqual(textsOf(writtenFrom(PROJECT).bytes));
  expect(back.counts.added).toBeGreaterThan(0);
});

const OWN =
  '<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>我局内设7个科室，</w:t></w:r><w:r><w:t>编制46名。</w:t></w:r></w:p>';

describe('somebody worked on it', () => {
  const old = writtenFrom(PROJECT).bytes;
  const sentence = paragraphWith(partText(old, MAIN), '汛期停工');

  it('his own paragraphs, and ours that he changed, are byte-equal; where the sheet says another thing now, a comment does', () => {
    const his = edited(old, (xml) => {
      const problem = paragraphWith(xml, '“验收合格率”扣2分');
      return xml.replace(problem, problem.replace('“验收合格率”扣', '经核实，“验收合格率”扣') + OWN);
    });
    const changed = paragraphWith(partText(his, MAIN), '经核实');
    const { bytes, counts } = onto(his, WORSE);
    const after = partText(bytes, MAIN);
    expect(after).toContain(OWN);
    expect(withoutComments(after)).toContain(withoutComments(changed));
    expect(counts).toMatchObject({ kept: 1, differs: 1 });
    const comments = partText(bytes, 'word/comments.xml');
    expect(comments).toContain('这一段您改过，没有覆盖。按评分表现在的内容，这里是：');
    expect(comments).toMatch(/“验收合格率”扣4分/);
    // The next time there is one comment again, not two; and none once the sheet says what it said.
    const again = onto(bytes, WORSE);
    expect(partText(again.bytes, 'word/comments.xml').split('这一段您改过')).toHaveLength(2);
    expect(partText(onto(bytes, PROJECT).bytes, 'word/comments.xml')).not.toContain('这一段您改过');
  });

  it('all other parts stay byte for byte', () => {
    const his = edited(old, (xml) => xml.replace(sentence, `${sentence}${OWN}`));
    const [before, after] = [parts(his), parts(onto(his, WORSE).bytes)];
    const differing = Object.keys(after).filter((name) => !Buffer.from(after[name]!).equals(Buffer.from(before[name] ?? [])));
    expect(differing.filter((name) => ![MAIN, 'word/comments.xml', 'docProps/custom.xml'].includes(name))).toEqual([]);
    expect(Object.keys(before).every((name) => after[name] !== undefined)).toBe(true);
  });

  it('what he took out stays out, and is told', () => {
    const gone = paragraphWith(partText(old, MAIN), '“群众投诉”扣');
    const { bytes, leftOut } = onto(
      edited(old, (xml) => xml.replace(gone, '')),
      WORSE,
    );
    expect(textsOf(bytes).some((text) => text.includes('“群众投诉”扣'))).toBe(false);
    expect(leftOut.some((text) => text.includes('“群众投诉”扣2分'))).toBe(true);
    expect(onto(bytes, PROJECT).leftOut).toHaveLength(1);
  });

  it('what he moved stays where he put it and is written anew there; his look of it is kept', () => {
    const his = edited(old, (xml) => {
      const problem = paragraphWith(xml, '“验收合格率”扣2分');
      const bold = problem.replace(/<w:r>/g, '<w:r><w:rPr><w:b/></w:rPr>').replace('<w:p>', '<w:p><w:pPr><w:jc w:val="right"/></w:pPr>');
      const first = paragraphWith(xml, '一、自评结果');
      return xml.replace(problem, '').replace(first, bold + first);
    });
    const { bytes } = onto(his, WORSE);
    const xml = partText(bytes, MAIN);
    const moved = paragraphWith(xml, '“验收合格率”扣4分');
    expect(xml.indexOf(moved)).toBeLessThan(xml.indexOf(paragraphWith(xml, '一、自评结果')));
    expect(moved).toContain('<w:jc w:val="right"/>');
    expect(moved).toContain('<w:r><w:rPr><w:b/></w:rPr><w:t');
  });

  it.each<[string, string]>([
    ['a picture', '<w:r><w:drawing/></w:r>'],
    ['a foot note', '<w:r><w:footnoteReference w:id="2"/></w:r>'],
    ['an insertion', '<w:ins w:id="9" w:author="甲"><w:r><w:t>另</w:t></w:r></w:ins>'],
    ['a comment of his', '<w:commentRangeStart w:id="7"/><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'],
  ])('%s in a paragraph of ours makes it his', (_, inner) => {
    const problem = paragraphWith(partText(old, MAIN), '“验收合格率”扣2分');
    const his = problem.replace('<w:bookmarkEnd', `${inner}<w:bookmarkEnd`);
    const { bytes, counts } = onto(
      edited(old, (xml) => xml.replace(problem, his)),
      WORSE,
    );
    expect(counts.kept).toBe(1);
    expect(partText(bytes, MAIN).replace(/<w:(?:commentRangeStart|commentRangeEnd) w:id="(?!7)\d+"\/>/g, '')).toContain(
      his.slice(0, -'</w:p>'.length),
    );
  });

  it('a line break in the middle, two of ours in one, an empty one: nothing of his is lost', () => {
    const his = edited(old, (xml) => {
      const problem = paragraphWith(xml, '“验收合格率”扣2分');
      const [head, tail] = problem.split('“验收合格率”');
      return xml.replace(problem, `${head}</w:t></w:r></w:p><w:p><w:r><w:t>“验收合格率”${tail}`);
    });
    const { bytes } = onto(his, WORSE);
    expect(textsOf(bytes)).toEqual(expect.arrayContaining([expect.stringMatching(/^“验收合格率”扣2分/)]));
  });

  it('a table of the same shape is written anew cell by cell, his frame kept; one he changed stays', () => {
    const form = changedForm(MANY, [[20, 5, 9]]);
    const first = writtenFrom(MANY).bytes;
    const framed = edited(first, (xml) => xml.replace('<w:tblLayout w:type="fixed"/>', '<w:tblLayout w:type="autofit"/>'));
    const { bytes } = onto(framed, form);
    expect(textsOf(bytes)).toEqual(textsOf(writtenFrom(form).bytes));
    expect(partText(bytes, MAIN)).toContain('<w:tblLayout w:type="autofit"/>');
    const his = edited(first, (xml) => xml.replace('得分率', '得分比例'));
    expect(textsOf(onto(his, form).bytes)).toContain('得分比例');
  });

  it('a document of others is not written into; nor one that is signed or locked', () => {
    const content = reportContent(assessed(PROJECT));
    const bare = edited(old, (xml) => xml.replace(/<w:bookmark(?:Start|End) [^>]*>/g, ''));
    expect(mergeDocument(bare, content, REPORT_REMARKS)).toEqual({ ok: false, why: 'unknown' });
    const locked = edited(
      old,
      (xml) => xml.replace('<w:evenAndOddHeaders/>', '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:evenAndOddHeaders/>'),
      'word/settings.xml',
    );
    expect(mergeDocument(locked, content, REPORT_REMARKS)).toEqual({ ok: false, why: 'protected' });
    const foreign = edited(old, (xml) => xml.replace(/(<\/?)w:/g, '$1x:').replace('xmlns:w=', 'xmlns:x='));
    expect(mergeDocument(foreign, content, REPORT_REMARKS)).toEqual({ ok: false, why: 'foreign' });
  });
});

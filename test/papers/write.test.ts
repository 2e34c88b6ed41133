import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { documentWrittenHere, readDocument } from '../../src/hosts/file';
import { narrate, narrativeText } from '../../src/narrative';
import { reportContent } from '../../src/papers';
import { readReport } from '../../src/report';
import { MANY, OPEN, PROJECT, TRANSFER, type Rows } from '../narrative/forms';
import { sheetOf, bookOf } from '../support/sheets';
import { assessed, changedForm, contentOf, edited, expectWellFormed, partText, writtenFrom } from './support';

const FORMS: readonly (readonly [string, Rows])[] = [
  ['project', PROJECT],
  ['many', MANY],
  ['open', OPEN],
  ['transfer', TRANSFER],
];

const lines = (bytes: Uint8Array): readonly string[] =>
  readDocument(bytes)!.blocks.map((block) =>
    block.is === 'paragraph'
      ? block.text
      : block.rows.map((row) => row.map(({ paragraphs }) => paragraphs.join('\n')).join('\t')).join('\n'),
  );

it.each(FORMS)('%s: the words of the narrative and no others, twice the same bytes, every part well-formed', (name, rows) => {
  const { bytes, pending } = writtenFrom(rows);
  expect(writtenFrom(rows).bytes).toEqual(bytes);
  expectWellFormed(bytes);
  const told = narrate(assessed(rows)[0]!, 'full');
  const text = narrativeText(told)
    .replace(/\n\n/g, '\n')
    .replace(/(^|\n)　　/g, '$1')
    .trim()
    .split('\n')
    .slice(1);
  const own = lines(bytes).join('\n').split('\n');
  const title = own.slice(0, own.indexOf(text[0]!));
  expect(title.join('')).toBe(narrativeText(told).split('\n')[0]!.replace(/小结$/, '报告'));
  const closing = own.slice(title.length + text.length);
  expect(own.slice(title.length, -closing.length)).toEqual(text);
  expect(closing).toHaveLength(2);
  const open = (what: string): number => own.join('').split(`【${what}`).length - 1;
  expect(pending).toEqual({ fill: open('待填'), check: open('待核') });
  expect(documentWrittenHere(bytes)).toBe(true);
  if (process.env['DOCX_TO'] !== undefined) writeFileSync(path.join(process.env['DOCX_TO'], `${name}.docx`), bytes);
});

it('shades what is open, in two colours, and says how much on the title; nothing is said where nothing is', () => {
  const { bytes } = writtenFrom(OPEN);
  const xml = partText(bytes, 'word/document.xml');
  const shaded = [...xml.matchAll(/<w:shd w:val="clear" w:color="auto" w:fill="(\w+)"\/><\/w:rPr><w:t xml:space="preserve">【(待.)/g)];
  expect(new Set(shaded.map(([, fill, what]) => `${what} ${fill}`))).toEqual(new Set(['待填 FFFF00', '待核 FFC000']));
  expect(shaded).toHaveLength(xml.split('【待').length - 1);
  expect(partText(bytes, 'word/comments.xml')).toMatch(/文中还有【待填】\d+处、【待核】\d+处，请补充、核实后再使用。/);
  const calm = writtenFrom(changedForm(MANY, []), { signer: '示例市民政局', date: '2025年3月10日' });
  const title = contentOf(MANY).blocks[0]!;
  expect(title.is).toBe('title');
  expect(partText(calm.bytes, 'word/document.xml').includes('commentReference')).toBe(calm.pending.fill + calm.pending.check > 0);
});

it('puts text of cells as text: markup, control characters, half surrogates', () => {
  const hostile = 'A&B<w:t>"]]>\u0001\u000b\ud800\ufffe';
  const rows = changedForm(PROJECT, [[2, 5, `${hostile}局`]]);
  const { bytes } = writtenFrom(rows, { signer: `${hostile}\n`, date: '\u0000' });
  expectWellFormed(bytes);
  expect(lines(bytes).at(-2)).toContain('A&B<w:t>"]]>');
});

it('several tables are several reports, each on a page of its own; no slot twice', () => {
  const content = reportContent(assessed(PROJECT, MANY, PROJECT));
  expect(content.blocks.filter(({ is }) => is === 'title')).toHaveLength(3);
  expect(new Set(content.blocks.map(({ slot }) => slot)).size).toBe(content.blocks.length);
});

it('a file of ours is known until somebody saves it', () => {
  const { bytes } = writtenFrom(MANY);
  expect(documentWrittenHere(edited(bytes, (xml) => xml.replace('自评结果', '自评结论')))).toBe(false);
  expect(documentWrittenHere(new Uint8Array([1, 2, 3]))).toBe(false);
});

it.each(FORMS)('%s: the report agrees with the sheet it was written from', (_, rows) => {
  const book = bookOf(sheetOf('评分表1', rows));
  const document = readDocument(writtenFrom(rows).bytes)!;
  const { findings } = readReport(document, { book, assessments: assessed(rows) });
  expect(findings.filter(({ severity }) => severity === 'mandatory')).toEqual([]);
});

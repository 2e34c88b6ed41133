import { readXlsx } from '../../../../src/hosts/file';
import { number, text } from '../../../support/edit-plans';
import { cellsPlan, expectSound, partText, writtenBy } from '../../../support/edited';
import { partsOf, rowsXlsx } from '../../../support/ooxml';
import { unzipMembers } from '../../../support/unzip';
import { zipOf, type ZipMember, type ZipOptions } from '../../../support/zip';

const PARTS = [
  ...partsOf({
    sheets: ['<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'],
    parts: { 'xl/media/章.bin': new Uint8Array(500).fill(7) },
  }),
].map(([name, data]): ZipMember => ({ name, data }));

function edit(
  members: readonly ZipMember[],
  options?: ZipOptions,
): { before: ReturnType<typeof unzipMembers>; after: ReturnType<typeof unzipMembers>; bytes: Uint8Array } {
  const original = zipOf(members, options);
  const bytes = writtenBy(original, cellsPlan(original, { A1: number(2) })).bytes;
  expect(readXlsx(bytes).sheets[0]!.valueAt(0, 0)).toBe(2);
  return { before: options?.zip64 === true ? unzipMembers(zipOf(members)) : unzipMembers(original), after: unzipMembers(bytes), bytes };
}

test.each<[string, (members: readonly ZipMember[]) => ReturnType<typeof edit>]>([
  ['plain', (members) => edit(members)],
  ['sizes that follow the data', (members) => edit(members.map((member) => ({ ...member, descriptor: true })))],
  ['stored', (members) => edit(members.map((member) => ({ ...member, stored: true })))],
  ['ZIP64', (members) => edit(members, { zip64: true })],
  ['something in front', (members) => edit(members, { prefix: new Uint8Array(100).fill(1) })],
  ['a comment behind', (members) => edit(members, { comment: '注' })],
  ['backslashes', (members) => edit(members.map((member) => ({ ...member, name: member.name.replace(/\//g, '\\') })))],
])('%s: one member written anew, all others as packed', (_, run) => {
  const { before, after } = run(PARTS);
  expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
  expect(after.filter((member, index) => Buffer.compare(member.packed, before[index]!.packed) !== 0).map(({ name }) => name)).toEqual([
    'xl/worksheets/sheet1.xml',
  ]);
});

test('a doubled member is written once where it changes and copied where it does not', () => {
  const { after } = edit([...PARTS, ...PARTS.filter(({ name }) => /sheet1|media/.test(name))]);
  expect(after.map(({ name }) => name).filter((name) => /sheet1\.xml$|media/.test(name))).toEqual([
    'xl/media/章.bin',
    'xl/worksheets/sheet1.xml',
    'xl/media/章.bin',
  ]);
});

test('names in other cases than they are spoken of', () => {
  const { after } = edit(PARTS.map((member) => ({ ...member, name: member.name.replace('sheet1.xml', 'Sheet1.XML') })));
  expect(after.map(({ name }) => name)).toContain('xl/worksheets/Sheet1.XML');
});

test('the same input gives the same bytes; no time of today stands in them', () => {
  const original = zipOf(PARTS);
  const plan = {
    ...cellsPlan(original, { A1: text('甲') }),
    marks: [{ severity: 'mandatory' as const, cells: [{ sheet: 0, row: 0, col: 0 }] }],
  };
  const first = writtenBy(original, plan).bytes;
  expect(Buffer.compare(first, writtenBy(original, plan).bytes)).toBe(0);
  expect(new Set(unzipMembers(first).map(({ time }) => time))).toEqual(new Set([0, 0x00210000]));
});

test('a mark before the first character of a part stays', () => {
  const marked = PARTS.map((member) =>
    member.name.endsWith('sheet1.xml') ? { ...member, data: `\ufeff${member.data as string}` } : member,
  );
  expect(partText(edit(marked).bytes, 'xl/worksheets/sheet1.xml')).toMatch(/^<\?xml|^<worksheet/);
  expect(
    edit(marked)
      .after.find(({ name }) => name.endsWith('sheet1.xml'))!
      .data.slice(0, 3),
  ).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
});

test('a password, a cut archive, no workbook: the reader’s own reasons', () => {
  const encrypted = zipOf(PARTS.map((member) => ({ ...member, encrypted: true })));
  expect(() => writtenBy(encrypted, { marks: [] })).toThrow('encrypted');
  expect(() => writtenBy(zipOf(PARTS).subarray(0, 200), { marks: [] })).toThrow('truncated');
  expect(() => writtenBy(zipOf([{ name: 'a.txt', data: 'x' }]), { marks: [] })).toThrow('not-spreadsheet');
});

test('a content type list without the type of relationship lists', () => {
  const book = rowsXlsx('<row r="1"><c r="A1"><v>1</v></c></row>');
  const edited = writtenBy(book, { notes: [{ at: { sheet: 0, row: 0, col: 0 }, text: '注' }] });
  expectSound(book, edited.bytes);
  expect(partText(edited.bytes, '[Content_Types].xml')).toContain(
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  );
});

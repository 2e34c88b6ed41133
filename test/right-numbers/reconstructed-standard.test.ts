/** A standard put together from public sources, and only recognised, says one line about a unit's own 分值, and nothing in the narrative. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { narrate, narrativeText } from '../../src/narrative';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { contentOf } from '../../src/workbook/contents';
import { editedBook } from '../../src/workbook/edited-book';
import { Dec } from '../../src/workbook/decimal';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { assessAll, sentences } from './support';

const SAMPLE = path.join(__dirname, '../../samples/部门整体自评_湛江2024.xlsx');

/** The sample with the 分值 of some rows exchanged, and their scores with them. */
async function exchanged(pairs: readonly (readonly [number, number])[]): Promise<WorkbookSnapshot> {
  const book = await readWorkbook(readFileSync(SAMPLE));
  const [one] = assessAll(book);
  const rows = one!.scoreTable.rows.filter((row) => row.weight?.value != null);
  const edits = pairs.flatMap(([a, b]) =>
    [
      [rows[a]!, rows[b]!],
      [rows[b]!, rows[a]!],
    ].flatMap(([to, from]) =>
      [[to!.weight!, from!.weight!] as const, [to!.scores[0]!, from!.scores[0]!] as const].map(([here, there]) => ({
        at: here.at,
        before: contentOf(book, here.at),
        after: { kind: 'value' as const, value: new Dec(there.value!) },
        reason: '',
      })),
    ),
  );
  return editedBook(book, edits);
}

test('one line, and no 【待核】', async () => {
  const book = await exchanged([
    [0, 4],
    [7, 11],
  ]);
  const all = assessAll(book)
    .flatMap((one) => one.findings)
    .filter((one) => one.code === 'weight-vs-standard');
  expect(all.map((one) => one.severity)).toEqual(['info']);
  expect(all[0]!.related.length).toBeGreaterThan(1);
  expect(sentences(book).filter((one) => one.includes('非官方文本'))).toHaveLength(1);
  const [one] = assessAll(book);
  expect(narrativeText(narrate(one!))).not.toContain('与标准的分值');
});

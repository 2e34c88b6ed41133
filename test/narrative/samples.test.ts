import { readFileSync } from 'node:fs';
import path from 'node:path';
import { assess } from '../../src/assessment/assess';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { narrate, narrativeText, type Length } from '../../src/narrative';
import { recognise } from '../../src/recognition';
import { untraced } from './trace';

const SAMPLES = path.join(__dirname, '..', '..', 'samples');
const LENGTHS: readonly Length[] = ['box', 'short', 'full'];

async function told(file: string) {
  const book = await readWorkbook(new Uint8Array(readFileSync(path.join(SAMPLES, file))));
  return recognise(book).tables.map((table) => {
    const assessment = assess(table, book, { first: table.table.number === 1 });
    return { book, table, assessment, text: (length: Length) => narrativeText(narrate(assessment, length)) };
  });
}

describe.each(['部门整体自评_湛江2024.xlsx', '项目自评_正确.xlsx', '项目自评_有误.xlsx'])('%s', (file) => {
  test.each(LENGTHS)('%s: every number traces to its cells', async (length) => {
    for (const { book, table, assessment } of await told(file)) {
      const narrative = narrate(assessment, length);
      if (process.env['SHOW']) process.stdout.write(narrativeText(narrative) + '\n');
      expect(untraced(narrative, table, book)).toEqual([]);
    }
  });
});

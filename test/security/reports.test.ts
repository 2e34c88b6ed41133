/** Reports in Word made to hang or to fill the memory: each is read, or refused for a reason of the file's. */
import { annotateDocument, readDocument } from '../../src/hosts/file';
import { UnreadableError } from '../../src/workbook';
import { docx, REPORTS } from './attacks/reports';

function answerOf(bytes: Uint8Array): 'read' | 'refused' {
  try {
    readDocument(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof UnreadableError) return 'refused';
    throw error;
  }
}

test.each(REPORTS.map((attack) => [`${attack.kind}: ${attack.variant}`, attack] as const))('%s', (...row) => {
  const { answer, bytes } = row[1];
  const got = answerOf(bytes());
  expect(got).toBe(answer === 'any' ? got : answer);
});

test('a note finds its paragraph among many that say the same', () => {
  const bytes = docx('<w:p><w:r><w:t>同样的话</w:t></w:r></w:p>'.repeat(30_000));
  const started = Date.now();
  expect(annotateDocument(bytes, [{ paragraph: 20_000, from: 0, to: 2, text: '批注' }])).toMatchObject({
    ok: true,
    placed: 1,
    notPlaced: 0,
  });
  expect(Date.now() - started).toBeLessThan(5_000);
});

/** A full form with merged cells, as it is and with one cell otherwise: what is read. `npm run pin` renews it. */
import path from 'node:path';
import { expectPinned } from '../support/pinned';
import { recognisedLines } from '../support/recognised-lines';
import { RICH } from '../support/rich-forms';
import { linesOfVaried } from '../support/variations';

test('rich project', () => {
  const all = RICH['rich project']!(1, 0);
  expectPinned(path.join(__dirname, 'pins'), 'rich-project', [...recognisedLines(all.base), ...linesOfVaried(all, recognisedLines)]);
});

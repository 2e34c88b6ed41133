/** Full forms as they are and with one cell otherwise: every finding that comes or goes by it, with its sentence. `npm run pin` renews it. */
import path from 'node:path';
import { assessedLines } from '../support/assessed-lines';
import { expectPinned } from '../support/pinned';
import { RICH } from '../support/rich-forms';
import { linesOfVaried } from '../support/variations';

test.each(Object.entries(RICH))('%s', (name, form) => {
  const all = form(1, 0);
  expectPinned(path.join(__dirname, 'pins'), name.replace(' ', '-'), [...assessedLines(all.base), ...linesOfVaried(all, assessedLines)]);
});

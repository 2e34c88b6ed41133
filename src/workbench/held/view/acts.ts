import type { Shell } from '../../../taskpane';
import type { Holdings } from '../held';
import { sayHeld } from '../say';
import type { HeldActs } from './parts';

/** What the panels do with a result. */
export const heldActs = (held: Holdings, shell: Pick<Shell, 'download'>): Omit<HeldActs, 'desk'> => ({
  async reportCopy(report) {
    const { file, said } = await held.reportCopy(report);
    if (file !== null) shell.download(file);
    return said;
  },
  async comparisonBook(comparison) {
    const file = await held.comparisonBook(comparison);
    if (file !== null) shell.download(file);
    return file === null ? sayHeld('noBook') : '';
  },
});

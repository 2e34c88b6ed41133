import type { Shell } from '../../../taskpane';
import type { Holdings } from '../held';
import type { HeldActs } from './parts';

/** What the panels do with a result. */
export const heldActs = (held: Holdings, shell: Pick<Shell, 'download'>): HeldActs => ({
  async reportCopy(report) {
    const { file, said } = await held.reportCopy(report);
    if (file !== null) shell.download(file);
    return said;
  },
});

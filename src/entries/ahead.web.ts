/** Runs before the rest of the page is there: the core's thread starts now, and gets ready while the page's own script is being read. */
import { CORE_WORKER, startAhead } from '../workbench';

startAhead(CORE_WORKER);

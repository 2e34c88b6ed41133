/** The core as a page asks it: in a thread of its own, started with the page, so that no sheet can freeze what people see. */
import { laterEngine, lateLocalEngine, remoteEngine, type Engine } from '../../open-workbook';
import { CORE_WORKER } from './core-worker';
import { pageThread } from './page-thread';
import { warmWorker } from './worker';

/** Milliseconds for one request to the core; only ends a hang. */
const BUDGET = 60_000;

/** Starts the thread that the first engine will take; each call of what is returned gives an engine for one workbook. Without threads the core runs here. */
export function pageEngines(): () => Engine {
  const workers = warmWorker(CORE_WORKER);
  return () =>
    laterEngine(async () => ((await workers) ? remoteEngine(() => pageThread(CORE_WORKER), { budget: BUDGET }) : lateLocalEngine()));
}

import { CHECKS } from '../checks/index';
import { internalError } from './texts/usage';
import { couldBeSpreadsheet } from './files/probe';
import { endOnSignals } from './files/temporary';
import { processIo } from './io';
import { EXIT } from './exit';
import { run } from './run';

/** The status is set, never forced: the process ends by itself once everything is written. */
async function main(): Promise<void> {
  endOnSignals();
  const io = processIo(couldBeSpreadsheet);
  try {
    process.exitCode = await run(process.argv.slice(2), CHECKS, io);
  } catch (error) {
    await io.complain(internalError(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    process.exitCode = EXIT.nothing;
  }
}

void main();

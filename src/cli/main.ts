import { isSystemError, unwrittenText } from './error-text';
import { internalError, outputFailed } from './texts/usage';
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
    process.exitCode = await run(process.argv.slice(2), io);
  } catch (error) {
    // A full disk behind `>` is no fault of the program.
    const full = isSystemError(error) && error.syscall === 'write';
    await io.complain(
      full ? outputFailed(unwrittenText(error)) : internalError(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    process.exitCode = EXIT.nothing;
  }
}

void main();

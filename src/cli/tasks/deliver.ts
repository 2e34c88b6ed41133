import { unwrittenReason } from '../../words';
import { unwrittenText } from '../error-text';
import { EXIT, type Exit } from '../exit';
import type { Io } from '../io';
import { FileOutput } from '../output/file';
import { StreamOutput } from '../output/stream';
import { outFailed, outputFailed } from '../texts/usage';
import type { Report } from './task';

/** Says and writes what a task came to; the exit status. */
export async function deliver(report: Report, io: Io): Promise<Exit> {
  for (const line of report.before) await io.complain(line);
  for (const file of report.files) {
    const refused = await save(file);
    if (refused === null) continue;
    await io.complain(refused);
    return EXIT.nothing;
  }
  await new StreamOutput(io.stdout).write(report.text);
  for (const line of report.after) await io.complain(line);
  return report.exit;
}

/** Writes a file whole or not at all; why it was not, or null. */
async function save({ path, bytes }: Report['files'][number]): Promise<string | null> {
  let output: FileOutput;
  try {
    output = await FileOutput.open(path);
  } catch (error) {
    return outFailed(path, unwrittenReason((error as NodeJS.ErrnoException).code ?? ''));
  }
  try {
    await output.write(bytes);
    await output.finish();
    return null;
  } catch (error) {
    await output.abandon();
    return outputFailed(unwrittenText(error));
  }
}

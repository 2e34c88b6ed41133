import { unwrittenReason } from '../../words';
import type { Io } from '../io';
import { outFailed } from '../texts/usage';
import { FileOutput } from './file';
import { outRefused } from './guard';
import type { Output } from './output';
import { StreamOutput } from './stream';

interface Wanted {
  readonly paths: readonly string[];
  /** null: the screen. */
  readonly out: string | null;
  readonly overwrite: boolean;
}

/** Where results go; a sentence where they may or can not. */
export async function openOutput({ paths, out, overwrite }: Wanted, io: Io): Promise<Output | string> {
  if (out === null) return new StreamOutput(io.stdout);
  const refused = outRefused({ out, overwrite }, paths, io.maybeSpreadsheet);
  if (refused !== null) return refused;
  try {
    return await FileOutput.open(out);
  } catch (error) {
    return outFailed(out, unwrittenReason((error as NodeJS.ErrnoException).code ?? ''));
  }
}

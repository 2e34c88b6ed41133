import path from 'node:path';
import { StreamOutput } from './output/stream';
import { type TextLook, PLAIN, safeLines } from './text/look';

/** The world outside, as the commands see it. */
export interface Io {
  readonly stdout: NodeJS.WritableStream;
  /** Where progress may be shown; null when stderr is no terminal. */
  readonly progress: NodeJS.WritableStream | null;
  readonly look: TextLook;
  readonly workerScript: string;
  readonly maybeSpreadsheet: (head: Uint8Array) => boolean;
  /** One line for the user on stderr. A stderr that nobody reads is no error. */
  readonly complain: (message: string) => Promise<void>;
}

const WIDEST = 110;
const NARROWEST = 40;

/** FORCE_COLOR and NO_COLOR as other programs know them. */
function lookOf(env: NodeJS.ProcessEnv): TextLook {
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '' && env['FORCE_COLOR'] !== '0';
  if (!process.stdout.isTTY && !forced) return PLAIN;
  const columns = process.stdout.isTTY ? process.stdout.columns : Number(env['COLUMNS']);
  const colour = forced || ((env['NO_COLOR'] === undefined || env['NO_COLOR'] === '') && env['TERM'] !== 'dumb');
  return { colour, width: columns >= NARROWEST ? Math.min(columns, WIDEST) : null };
}

/** The streams and settings of this process. The worker's script stands beside the program. */
export function processIo(maybeSpreadsheet: Io['maybeSpreadsheet']): Io {
  const errors = new StreamOutput(process.stderr);
  return {
    stdout: process.stdout,
    progress: process.stderr.isTTY ? process.stderr : null,
    look: lookOf(process.env),
    workerScript: path.join(__dirname, 'worker.js'),
    maybeSpreadsheet,
    complain: (message) => errors.write(`${safeLines(message)}\n`).catch(() => undefined),
  };
}

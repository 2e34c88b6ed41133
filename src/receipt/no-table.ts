/** Entries of files without an audited table; apart from table.ts, so that who writes only these needs none of the core. */
import { CONTRACT, type FailureJson, type UnreadableJson, type UnrecognisedJson } from './types';

/** A file that could not be read; `failure` where that is our doing. */
export function unreadableJson(file: string, reason: string, failure: FailureJson | null = null): UnreadableJson {
  return { contract: CONTRACT, file, status: 'unreadable', reason, failure };
}

/** A file without a score table. */
export function unrecognisedJson(file: string, reason: string): UnrecognisedJson {
  return { contract: CONTRACT, file, status: 'unrecognised', reason };
}

/** The JSON of 公开前检查, key for key in the contract's order. */
import { confirmText, type Remark, type RemarkCode, type RemarkPlace } from '../publishing';
import { CONTRACT } from './types';

export interface RemarkJson {
  readonly code: RemarkCode;
  readonly severity: 'advisory';
  readonly place: RemarkPlace;
  readonly shown: string;
  readonly message: string;
}

export interface PublishingJson {
  readonly contract: typeof CONTRACT;
  readonly is: 'publishing';
  readonly file: string;
  readonly status: 'ok' | 'unreadable';
  readonly reason: string | null;
  /** Whether comments, authors and what else stands beside the content could be looked at. */
  readonly whole: boolean;
  readonly findings: readonly RemarkJson[];
}

/** `whole`: false for formats of which only the content is read. */
export function publishingJson(file: string, remarks: readonly Remark[], whole: boolean): PublishingJson {
  const findings = remarks.map(({ code, place, shown }): RemarkJson => ({
    code,
    severity: 'advisory',
    place,
    shown,
    message: confirmText(code, shown),
  }));
  return { contract: CONTRACT, is: 'publishing', file, status: 'ok', reason: null, whole, findings };
}

export const unreadPublishingJson = (file: string, reason: string): PublishingJson => ({
  contract: CONTRACT,
  is: 'publishing',
  file,
  status: 'unreadable',
  reason,
  whole: false,
  findings: [],
});

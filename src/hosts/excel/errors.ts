/** What Excel reports, in the words of the port. */
import { HostError, type HostTrouble } from '../port';

/** Codes of the library by what they mean for us; what is not here is `unsupported` with the host's own words as detail. */
const TROUBLES: Readonly<Record<string, HostTrouble>> = {
  InvalidOperationInCellEditMode: 'editing',
  AccessDenied: 'protected',
  ItemNotFound: 'gone',
  InvalidReference: 'gone',
  InvalidObjectPath: 'gone',
  HostRestartNeeded: 'busy',
  ActivityLimitReached: 'busy',
  RequestAborted: 'busy',
  ServerBusy: 'busy',
  TooManyRequests: 'busy',
  ServiceNotAvailable: 'busy',
  Conflict: 'busy',
  RefreshWorkbookLinksBlocked: 'busy',
  ReadOnly: 'read-only',
};

const SENTENCES: Readonly<Partial<Record<HostTrouble, string>>> = {
  editing: 'Excel 正在编辑单元格，请先按回车键（或 Esc）结束输入，再试一次。',
  busy: 'Excel 正忙（可能在计算、保存，或开着对话框），请稍候再试一次。',
  gone: '工作表已被删除或工作簿已关闭，请重新审核。',
};

const TOO_MUCH = new Set(['ResponsePayloadSizeLimitExceeded', 'RequestPayloadSizeLimitExceeded']);

interface OfficeError {
  readonly code?: unknown;
  readonly message?: unknown;
}

/** The library's code of an error; null where it is none of the library's. */
export function codeOf(error: unknown): string | null {
  const { code } = (error ?? {}) as OfficeError;
  return typeof code === 'string' ? code : null;
}

export const isTooMuch = (error: unknown): boolean => TOO_MUCH.has(codeOf(error) ?? '');

export function excelTrouble(error: unknown): HostTrouble {
  return TROUBLES[codeOf(error) ?? ''] ?? 'unsupported';
}

/** A sentence for people; undefined where the reason alone says it all. */
export function sentenceOf(error: unknown): string | undefined {
  const why = excelTrouble(error);
  const known = SENTENCES[why];
  if (known !== undefined || why !== 'unsupported') return known;
  const { message } = (error ?? {}) as OfficeError;
  return `Excel 没有执行这一步：${typeof message === 'string' ? message : String(error)}`;
}

/** Errors of the library as errors of the port; others pass. */
export function hostErrorOf(error: unknown): unknown {
  if (codeOf(error) === null || error instanceof HostError) return error;
  return new HostError(excelTrouble(error), sentenceOf(error));
}

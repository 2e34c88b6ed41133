import { unwrittenReason } from '../words';

/** An error that the operating system answered with; it knows Node's code (ENOSPC) and the call. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';

/** What an error says, also one that comes from another thread or realm. */
export function thrownText(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string') return error.message;
  return String(error);
}

/** Why something could not be written: the system's reason in Chinese, else what the error says. */
export function unwrittenText(error: unknown): string {
  return isSystemError(error) ? unwrittenReason(error.code ?? '') : thrownText(error);
}

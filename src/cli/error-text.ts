/** What an error says, also one that comes from another thread or realm. */
export function thrownText(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string') return error.message;
  return String(error);
}

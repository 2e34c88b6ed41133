/** What goes wrong in this program, in the words of the port. Its own errors tell nothing reliable. */
import { refused } from '../live';
import { HostError, type HostTrouble, type WriteOutcome } from '../port';

export const GONE = '工作簿已关闭，请重新打开后再审核。';
export const BUSY = 'WPS 正忙（可能开着对话框，或正在输入单元格），请稍候再试一次。';

export function wpsTrouble(error: unknown): { readonly why: HostTrouble; readonly say: string } {
  if (error instanceof HostError) return { why: error.why, say: error.message };
  return { why: 'busy', say: BUSY };
}

/** Answers of this program as errors of the port. @throws HostError */
export function told<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw error instanceof HostError ? error : new HostError('busy', BUSY);
  }
}

export function answered(work: () => WriteOutcome): WriteOutcome {
  try {
    return work();
  } catch (error) {
    const { why, say } = wpsTrouble(error);
    return refused(why, [], say);
  }
}

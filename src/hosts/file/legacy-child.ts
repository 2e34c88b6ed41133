/** The process that reads old files: one request in, one answer out, until nobody asks any more. */
import { Script } from 'node:vm';
import { UnreadableError } from '../../workbook';
import { readLegacyData } from './legacy';
import type { LegacyAnswer, LegacyRequest } from './legacy-messages';

const EXPIRED = 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/** The engine ends a script that takes too long, whatever loop it is in. */
function within<T>(timeoutMs: number, work: () => T): T {
  const holder = globalThis as { jiheWork?: () => T };
  holder.jiheWork = work;
  return new Script('jiheWork()').runInThisContext({ timeout: timeoutMs }) as T;
}

function answer({ old, timeoutMs }: LegacyRequest): LegacyAnswer {
  try {
    return { ok: true, data: within(timeoutMs, () => readLegacyData(old)) };
  } catch (error) {
    if (error instanceof UnreadableError)
      return { ok: false, why: error.why, ...(error.detail === undefined ? {} : { detail: error.detail }) };
    if ((error as { code?: unknown }).code === EXPIRED) return { ok: false, why: 'timeout' };
    return { ok: false, why: 'legacy-unreadable' };
  }
}

process.on('message', (request: LegacyRequest) => {
  process.send?.(answer(request));
});
process.on('disconnect', () => {
  process.exit();
});

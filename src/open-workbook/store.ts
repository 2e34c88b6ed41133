/** The observable state: one object at a time, replaced whole by every change. */
import { HostError } from '../hosts/port';
import { UnreadableError } from '../workbook';
import { unreadableReason } from '../words';
import type { Doing, OpenState } from './state';
import { CRASHED, TROUBLES } from './texts';

export class Store {
  private readonly listeners = new Set<() => void>();
  /** Work of ours under way: what the host reports meanwhile is no one else's. */
  private underWay = 0;

  constructor(public state: OpenState) {}

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  set(change: Partial<OpenState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  say(sentence: string): void {
    this.set({ trouble: { sentence, detail: null } });
  }

  /** Whatever was thrown, as a sentence. */
  fail(error: unknown): void {
    this.set({ trouble: troubleOf(error) });
  }

  get working(): boolean {
    return this.underWay > 0;
  }

  /** Runs with `busy` shown; answers false where something was thrown, which is then said. */
  async doing(doing: Doing['doing'], run: () => Promise<boolean>): Promise<boolean> {
    const own: Doing = { doing, share: null };
    this.set({ busy: own, trouble: null });
    this.underWay += 1;
    try {
      return await run();
    } catch (error) {
      this.fail(error);
      return false;
    } finally {
      this.underWay -= 1;
      if (this.state.busy === own) this.set({ busy: null });
    }
  }

  async trying(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.fail(error);
    }
  }
}

export function troubleOf(error: unknown): NonNullable<OpenState['trouble']> {
  if (error instanceof UnreadableError)
    return { sentence: `${unreadableReason(error.why, error.detail).replace(/。$/, '')}。`, detail: null };
  if (error instanceof HostError)
    return { sentence: error.say ?? TROUBLES[error.why], detail: null, ...(error.lasting ? { program: true } : {}) };
  const detail = error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);
  return { sentence: CRASHED, detail };
}

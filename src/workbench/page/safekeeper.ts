import type { WorkbenchHost } from '../../hosts/workbench';
import { forgetState, keepState, keptState, type SafeCopy } from './safekeeping';

const SETTLE_MS = 800;
const SWITCH = 'jihe:safekeeping';

/** Keeps what is typed while it is typed, unless somebody has switched that off. */
export class Safekeeping {
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** Switched on until somebody switches it off. */
  get on(): boolean {
    try {
      return localStorage.getItem(SWITCH) !== 'off';
    } catch {
      return false;
    }
  }

  turn(on: boolean): void {
    try {
      localStorage.setItem(SWITCH, on ? 'on' : 'off');
    } catch {
      // Nothing can be kept anyway.
    }
    if (!on) void this.forget();
  }

  /** Soon, once for many changes. */
  keep(name: string, host: WorkbenchHost): void {
    if (!this.on) return;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      const { bytes, edits } = host.state;
      void (edits.length === 0 ? forgetState() : keepState({ name, bytes, edits, when: Date.now() }));
    }, SETTLE_MS);
  }

  last(): Promise<SafeCopy | null> {
    return this.on ? keptState() : Promise.resolve(null);
  }

  async forget(): Promise<void> {
    clearTimeout(this.waiting);
    await forgetState();
  }
}

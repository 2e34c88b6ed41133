/** An engine that is still on its way: its script is loaded, or a thread is tried, when something is first asked of it. */
import type { Engine } from './types';

/** `get` is called again where it failed. */
export function laterEngine(get: () => Promise<Engine>): Engine {
  let got: Promise<Engine> | null = null;
  let closed = false;
  const own = (): Promise<Engine> => {
    if (got !== null) return got;
    const asked = get();
    got = asked;
    asked.catch(() => {
      if (got === asked) got = null;
    });
    return asked;
  };
  return {
    async audit(...args) {
      return (await own()).audit(...args);
    },
    async plan(...args) {
      return (await own()).plan(...args);
    },
    async narrative(...args) {
      return (await own()).narrative(...args);
    },
    async summary() {
      return (await own()).summary();
    },
    async result() {
      return (await own()).result();
    },
    async report() {
      return (await own()).report();
    },
    close() {
      if (closed) return;
      closed = true;
      got?.then(
        (engine) => engine.close(),
        () => undefined,
      );
    },
  };
}

/** The core in this thread, its script loaded when it is first asked: pages with threads never need it. */
export function lateLocalEngine(): Engine {
  return laterEngine(async () => (await import(/* webpackChunkName: "core" */ './local')).localEngine());
}

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';

interface Store<T> {
  readonly state: T;
  subscribe(listener: () => void): () => void;
}

/** The state of an open workbook or a shell, followed. */
export function useStore<T>(store: Store<T>): T {
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store]);
  return useSyncExternalStore(subscribe, () => store.state);
}

/** True once `on` has lasted `ms`: nothing flickers for what is done at once. */
export function useLasting(on: boolean, ms = 300): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    setLasted(false);
    if (!on) return undefined;
    const timer = setTimeout(() => setLasted(true), ms);
    return () => clearTimeout(timer);
  }, [on, ms]);
  return on && lasted;
}

/** A function that stays the same object and always does the newest. */
export function useLatest<A extends readonly unknown[], R>(run: (...given: A) => R): (...given: A) => R {
  const latest = useRef(run);
  latest.current = run;
  return useCallback((...given: A) => latest.current(...given), []);
}

/** A word that stands for a moment (「已复制」), then goes. */
export function useMoment<T>(ms = 2000): readonly [T | null, (value: T) => void] {
  const [value, setValue] = useState<{ readonly is: T } | null>(null);
  useEffect(() => {
    if (value === null) return undefined;
    const timer = setTimeout(() => setValue(null), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return [value === null ? null : value.is, useCallback((is: T) => setValue({ is }), [])];
}

/** How many of `total` entries are drawn: some at once, the rest in idle moments, so that a long list never blocks the page. */
export function useGradual(total: number, first = 60, step = 120): number {
  const [drawn, setDrawn] = useState(first);
  useEffect(() => {
    if (drawn >= total) return undefined;
    const timer = setTimeout(() => setDrawn((now) => now + step), 16);
    return () => clearTimeout(timer);
  }, [drawn, total, step]);
  return Math.min(drawn, total);
}

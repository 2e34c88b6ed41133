import { useLayoutEffect, useState, type RefObject } from 'react';

export interface PaneSize {
  /** Below 220 px (200 % zoom of a usual pane): everything in one column. */
  readonly narrow: boolean;
  /** Below 620 px: less above the list. */
  readonly low: boolean;
}

const NARROW = 220;
const LOW = 620;

/** How much room the pane itself has; the window's size says nothing of it beside a sheet. */
export function useSize(of: RefObject<HTMLElement>): PaneSize {
  const [size, setSize] = useState<PaneSize>({ narrow: false, low: false });
  useLayoutEffect(() => {
    const element = of.current;
    if (element === null) return undefined;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const next = { narrow: width > 0 && width < NARROW, low: height > 0 && height < LOW };
      setSize((last) => (last.narrow === next.narrow && last.low === next.low ? last : next));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return size;
}

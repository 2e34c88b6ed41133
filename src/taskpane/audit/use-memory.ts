import { useEffect, useRef, useState, type RefObject } from 'react';
import { usePane } from '../parts/context';
import { recall, remember, type PaneMemory } from './memory';

/** The pane's own state of this workbook, kept where the page keeps it. */
export function useMemory(): readonly [PaneMemory, (change: Partial<PaneMemory>) => void] {
  const { shell, state } = usePane();
  const [memory, setMemory] = useState<PaneMemory>(() => recall(shell, state.name));
  const { name } = state;
  useEffect(() => remember(shell, name, memory), [shell, name, memory]);
  return [memory, (change) => setMemory((last) => ({ ...last, ...change }))];
}

const SETTLE_MS = 200;

/** Scroll of the list: restored once, then kept. */
export function useKeptScroll(of: RefObject<HTMLElement>, scroll: number, keep: (scroll: number) => void): void {
  const first = useRef(scroll);
  const keeping = useRef(keep);
  keeping.current = keep;
  useEffect(() => {
    const element = of.current;
    if (element === null) return undefined;
    if (first.current > 0) element.scrollTop = first.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(() => keeping.current(element.scrollTop), SETTLE_MS);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', onScroll);
    };
  }, [of]);
}

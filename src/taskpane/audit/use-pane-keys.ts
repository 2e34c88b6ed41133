import type { KeyboardEvent } from 'react';
import { isTyping } from '../parts/typing';

/** What the keys of the whole pane do; undefined: nothing, and the host gets the key. */
export interface PaneKeys {
  readonly step: (by: 1 | -1) => void;
  readonly search?: () => void;
  readonly change?: () => void;
  readonly undo?: () => void;
  /** Closes what is open; false: nothing was. */
  readonly escape: () => boolean;
}

/** F8 ⇧F8, Ctrl+F, Ctrl+Enter, Ctrl+Z, Esc; keys within an open menu are the menu's. */
export function paneKeyDown(event: KeyboardEvent<HTMLElement>, keys: PaneKeys): void {
  if (event.defaultPrevented || !(event.target instanceof Element) || event.target.closest('[role=menu]') !== null) return;
  if (act(event, keys)) event.preventDefault();
}

function act(event: KeyboardEvent, keys: PaneKeys): boolean {
  if (event.altKey) return false;
  if (event.key === 'F8') return done(() => keys.step(event.shiftKey ? -1 : 1));
  if (event.key === 'Escape') return keys.escape();
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey) return false;
  if (event.key === 'f' || event.key === 'F') return done(keys.search);
  if (isTyping(event.target)) return false;
  if (event.key === 'Enter') return done(keys.change);
  if (event.key === 'z' || event.key === 'Z') return done(keys.undo);
  return false;
}

function done(run: (() => void) | undefined): boolean {
  run?.();
  return run !== undefined;
}

/** What the keys mean in the sheet. */
import type { InputMode } from './cell-input';
import type { MoveDirection } from './moves';

export type SheetCommand =
  | { readonly is: 'move'; readonly direction: MoveDirection; readonly leap: boolean; readonly extend: boolean }
  | { readonly is: 'end'; readonly end: 'first' | 'last'; readonly whole: boolean; readonly extend: boolean }
  | { readonly is: 'page'; readonly direction: 'up' | 'down'; readonly extend: boolean }
  | { readonly is: 'tab' | 'enter'; readonly back: boolean }
  | { readonly is: 'mark'; readonly back: boolean }
  /** Ctrl+Enter: what is typed goes into every selected cell. */
  | { readonly is: 'edit' | 'clear' | 'undo' | 'redo' | 'all' | 'cancel' | 'newline' | 'everywhere' };

export interface Stroke {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  readonly ctrl: boolean;
  readonly alt: boolean;
}

const ARROWS: Readonly<Record<string, MoveDirection>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** null: the key is the text field's own, or nobody's. */
export function commandOf(stroke: Stroke, mode: InputMode): SheetCommand | null {
  return mode === 'idle' ? waiting(stroke) : typing(stroke, mode);
}

function typing({ key, shift, ctrl, alt }: Stroke, mode: InputMode): SheetCommand | null {
  if (key === 'Escape') return { is: 'cancel' };
  if (key === 'Enter' && alt) return { is: 'newline' };
  if (key === 'Enter' && ctrl) return { is: 'everywhere' };
  if (key === 'Enter') return { is: 'enter', back: shift };
  if (key === 'Tab') return { is: 'tab', back: shift };
  const direction = ARROWS[key];
  return direction !== undefined && mode === 'enter' && !ctrl && !shift && !alt
    ? { is: 'move', direction, leap: false, extend: false }
    : null;
}

function waiting(stroke: Stroke): SheetCommand | null {
  const { key, shift, ctrl, alt } = stroke;
  const direction = ARROWS[key];
  if (direction !== undefined && !alt) return { is: 'move', direction, leap: ctrl, extend: shift };
  return ctrl ? withCtrl(stroke) : alt ? null : plain(key, shift);
}

function plain(key: string, shift: boolean): SheetCommand | null {
  switch (key) {
    case 'Enter':
      return { is: 'enter', back: shift };
    case 'Tab':
      return { is: 'tab', back: shift };
    case 'F2':
      return { is: 'edit' };
    case 'F8':
      return { is: 'mark', back: shift };
    case 'Delete':
    case 'Backspace':
      return { is: 'clear' };
    case 'Home':
    case 'End':
      return { is: 'end', end: key === 'Home' ? 'first' : 'last', whole: false, extend: shift };
    case 'PageUp':
    case 'PageDown':
      return { is: 'page', direction: key === 'PageUp' ? 'up' : 'down', extend: shift };
    default:
      return null;
  }
}

function withCtrl({ key, shift }: Stroke): SheetCommand | null {
  switch (key.toLowerCase()) {
    case 'home':
    case 'end':
      return { is: 'end', end: key === 'Home' ? 'first' : 'last', whole: true, extend: shift };
    case 'z':
      return { is: shift ? 'redo' : 'undo' };
    case 'y':
      return { is: 'redo' };
    case 'a':
      return { is: 'all' };
    default:
      return null;
  }
}

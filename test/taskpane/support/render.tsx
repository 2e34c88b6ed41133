import { TextDecoder, TextEncoder } from 'node:util';
import { act } from 'react';
import type { OpenWorkbook } from '../../../src/open-workbook/state';
import { browserShell, mountPane, type PaneHandle, type ShellParts } from '../../../src/taskpane';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, TextEncoder, TextDecoder });

export interface Rendered {
  readonly root: HTMLElement;
  readonly pane: PaneHandle;
  readonly shell: ReturnType<typeof browserShell>;
  text(): string;
  /** Elements of a role or selector whose accessible name holds the text. */
  button(name: string): HTMLElement;
  all(selector: string): HTMLElement[];
  click(what: string | HTMLElement): Promise<void>;
  /** A key at the focused element; 「Ctrl+Enter」 「Shift+F8」. */
  press(key: string): Promise<void>;
  type(field: Element, text: string): Promise<void>;
  wait(ms?: number): Promise<void>;
  destroy(): void;
}

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent ?? '';

/** Mounts the pane into the document of jsdom. */
export async function render(open: OpenWorkbook | null, parts: Partial<ShellParts> = {}): Promise<Rendered> {
  window.localStorage.clear();
  const root = document.createElement('div');
  document.body.append(root);
  const shell = browserShell({ version: '0.1.0', ...parts });
  let pane!: PaneHandle;
  await act(async () => {
    pane = mountPane(root, open, shell);
  });
  const rendered: Rendered = {
    root,
    pane,
    shell,
    text: () => root.textContent ?? '',
    button(name) {
      const found = [...document.querySelectorAll<HTMLElement>('button, [role^=menuitem], [role=tab], a')].filter((one) =>
        nameOf(one).includes(name),
      );
      if (found.length === 0) throw new Error(`no button ${name}`);
      return found[0]!;
    },
    all: (selector) => [...document.querySelectorAll<HTMLElement>(selector)],
    async click(what) {
      const element = typeof what === 'string' ? rendered.button(what) : what;
      await act(async () => element.click());
    },
    async press(key) {
      const parts = key.split('+');
      const name = parts.at(-1)!;
      const target = document.activeElement ?? document.body;
      await act(async () => {
        const event = new KeyboardEvent('keydown', {
          key: name === 'Space' ? ' ' : name,
          ctrlKey: parts.includes('Ctrl'),
          shiftKey: parts.includes('Shift'),
          bubbles: true,
          cancelable: true,
        });
        target.dispatchEvent(event);
      });
    },
    async type(field, text) {
      await act(async () => {
        const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')!.set!;
        setter.call(field, text);
        field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
      });
    },
    async wait(ms = 0) {
      await act(async () => {
        await new Promise((resolve) => setTimeout(resolve, ms));
      });
    },
    destroy() {
      act(() => pane.destroy());
      root.remove();
    },
  };
  return rendered;
}

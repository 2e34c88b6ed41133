/**
 * Where typing goes: a text field over the active cell, unseen until something is typed. Whatever writes Chinese, or dictates, finds an
 * ordinary text field there.
 */

/** enter: typing has begun, arrows finish it · edit: F2 or a double click, arrows move within the text. */
export type InputMode = 'idle' | 'enter' | 'edit';

export interface InputBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const SPARE = 4;

export class CellInput {
  readonly element: HTMLTextAreaElement;
  private now: InputMode = 'idle';
  private initial = '';
  private composing = false;
  private box: InputBox = { left: 0, top: 0, width: 0, height: 0 };
  private room = 0;

  constructor(
    document: Document,
    /** Asked before anything can be typed: what would be edited, or null where nothing may be. */
    private readonly begins: () => boolean,
    private readonly changed: (mode: InputMode) => void,
  ) {
    this.element = document.createElement('textarea');
    this.element.className = 'sheet-input idle';
    this.element.rows = 1;
    this.element.spellcheck = false;
    this.element.setAttribute('autocomplete', 'off');
    this.element.setAttribute('autocapitalize', 'off');
    this.element.setAttribute('wrap', 'soft');
    this.element.addEventListener('input', () => this.typed());
    this.element.addEventListener('compositionstart', () => {
      this.composing = true;
      this.typed();
    });
    this.element.addEventListener('compositionend', () => {
      this.composing = false;
      this.grow();
    });
  }

  get mode(): InputMode {
    return this.now;
  }

  get isComposing(): boolean {
    return this.composing;
  }

  get text(): string {
    return this.element.value;
  }

  /** The text is another one than what the cell held. */
  get isChanged(): boolean {
    return this.element.value !== this.initial;
  }

  /** Stands over a cell; `room`: pixels to the right edge of what is in sight. */
  place(box: InputBox, room: number): void {
    this.box = box;
    this.room = room;
    const { style } = this.element;
    style.left = `${box.left}px`;
    style.top = `${box.top}px`;
    style.width = `${box.width}px`;
    style.height = `${box.height}px`;
    if (this.now !== 'idle') this.grow();
  }

  /** Dresses it as the cell below. */
  dress(cell: HTMLElement | null): void {
    const { style } = this.element;
    const from = cell === null ? null : getComputedStyle(cell);
    style.fontFamily = from?.fontFamily ?? '';
    style.fontSize = from?.fontSize ?? '';
    style.fontWeight = from?.fontWeight ?? '';
    style.textAlign = from?.textAlign === 'center' || from?.textAlign === 'right' ? from.textAlign : 'left';
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  /** Begins with what the cell holds, the caret at its end. */
  edit(text: string): void {
    if (!this.begins()) return;
    this.initial = text;
    this.element.value = text;
    this.become('edit');
    this.element.setSelectionRange(text.length, text.length);
    this.grow();
  }

  /** Puts a sign where the caret is. */
  insert(sign: string): void {
    const { selectionStart, selectionEnd } = this.element;
    this.element.setRangeText(sign, selectionStart, selectionEnd, 'end');
    this.grow();
  }

  /** Back to waiting, unseen and empty. */
  rest(): void {
    this.composing = false;
    this.element.value = '';
    this.initial = '';
    this.become('idle');
    this.place(this.box, this.room);
  }

  private typed(): void {
    if (this.now === 'idle') {
      if (!this.begins()) {
        this.element.value = '';
        return;
      }
      // Nothing of what stood in the cell is kept: an emptied field is an emptied cell.
      this.initial = '\0';
      this.become('enter');
    }
    this.grow();
  }

  private become(mode: InputMode): void {
    if (this.now === mode) return;
    this.now = mode;
    this.element.classList.toggle('idle', mode === 'idle');
    this.changed(mode);
  }

  /** As wide and high as its text needs: to the right edge of what is in sight, then downwards. */
  private grow(): void {
    if (this.now === 'idle') return;
    const { style } = this.element;
    style.whiteSpace = 'pre';
    style.width = `${this.box.width}px`;
    style.height = `${this.box.height}px`;
    const width = Math.max(this.box.width, Math.min(this.element.scrollWidth + SPARE, Math.max(this.room, this.box.width)));
    style.whiteSpace = '';
    style.width = `${width}px`;
    style.height = `${Math.max(this.box.height, this.element.scrollHeight + SPARE)}px`;
  }
}

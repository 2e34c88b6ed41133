import { button, make } from './dom';

export interface NoteAction {
  readonly text: string;
  readonly act: () => void;
}

/** The line below the head in which the page says what has to be decided, or what did not work. One at a time; it covers nothing. */
export class PageNote {
  readonly element = make('div', 'page-note', [], { role: 'status' });

  constructor() {
    this.hide();
  }

  show(sentence: string, actions: readonly NoteAction[]): void {
    const buttons = actions.map(({ text, act }) =>
      button(
        text,
        () => {
          this.hide();
          act();
        },
        'outlined',
      ),
    );
    this.element.replaceChildren(make('p', '', [sentence]), ...buttons);
    this.element.hidden = false;
    this.element.style.display = '';
  }

  hide(): void {
    this.element.hidden = true;
    this.element.style.display = 'none';
  }
}

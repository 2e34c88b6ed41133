/** The line below the sheet: its tabs, a word about what just happened, how large it is drawn. */

export interface SheetTab {
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
}

export interface FootActions {
  readonly show: (index: number) => void;
  readonly zoom: (step: 1 | -1) => void;
  readonly fit: () => void;
}

export class SheetFoot {
  readonly element: HTMLElement;
  private readonly tabs: HTMLElement;
  private readonly said: HTMLElement;
  private readonly percent: HTMLElement;
  private readonly fitting: HTMLButtonElement;

  constructor(
    private readonly document: Document,
    private readonly actions: FootActions,
  ) {
    this.element = document.createElement('div');
    this.element.className = 'sheet-foot';
    this.tabs = document.createElement('div');
    this.tabs.className = 'sheet-tabs';
    this.tabs.setAttribute('role', 'tablist');
    this.tabs.setAttribute('aria-label', '工作表');
    this.tabs.addEventListener('keydown', (event) => this.walk(event));
    this.said = document.createElement('div');
    this.said.className = 'sheet-said';
    this.said.setAttribute('role', 'status');
    this.percent = document.createElement('span');
    this.percent.className = 'sheet-percent';
    this.fitting = this.button('适合宽度', () => actions.fit());
    const zoom = document.createElement('div');
    zoom.className = 'sheet-zoom';
    zoom.append(
      this.button('−', () => actions.zoom(-1), '缩小'),
      this.percent,
      this.button('＋', () => actions.zoom(1), '放大'),
      this.fitting,
    );
    this.element.append(this.tabs, this.said, zoom);
  }

  show(tabs: readonly SheetTab[], shown: number): void {
    this.tabs.replaceChildren(
      ...tabs.map(({ index, name, hidden }) => {
        const tab = this.button(hidden ? `${name}（隐藏）` : name, () => this.actions.show(index));
        tab.setAttribute('role', 'tab');
        tab.setAttribute('aria-selected', String(index === shown));
        tab.tabIndex = index === shown ? 0 : -1;
        return tab;
      }),
    );
    this.tabs.querySelector<HTMLElement>('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  say(sentence: string): void {
    if (this.said.textContent !== sentence) this.said.textContent = sentence;
    this.said.title = sentence;
  }

  scaled(scale: number, fits: boolean): void {
    this.percent.textContent = `${Math.round(scale * 100)}%`;
    this.fitting.setAttribute('aria-pressed', String(fits));
  }

  private button(text: string, act: () => void, name?: string): HTMLButtonElement {
    const button = this.document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    if (name !== undefined) button.setAttribute('aria-label', name);
    button.addEventListener('click', act);
    return button;
  }

  private walk(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const tabs = [...this.tabs.children] as HTMLElement[];
    const next = tabs[(tabs.indexOf(event.target as HTMLElement) + step + tabs.length) % tabs.length];
    next?.click();
    // The tabs were made anew by showing the sheet.
    this.tabs.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    event.preventDefault();
  }
}

import { make } from './dom';

const LEAST = 270;
const MOST = 450;
const USUAL = 320;
const STEP = 10;
const KEY = 'jihe:pane-width';

/** The line between sheet and pane: drawn with the mouse, or moved by arrow keys; the width is remembered on this machine. */
export function splitter(pane: HTMLElement): HTMLElement {
  const line = make('div', 'page-split', [], {
    role: 'separator',
    'aria-orientation': 'vertical',
    'aria-label': '审核窗格的宽度',
    tabindex: '0',
    'aria-valuemin': String(LEAST),
    'aria-valuemax': String(MOST),
  });
  let width = USUAL;
  const set = (wanted: number): void => {
    width = Math.round(Math.max(LEAST, Math.min(MOST, wanted)));
    pane.style.width = `${width}px`;
    line.setAttribute('aria-valuenow', String(width));
  };
  set(remembered());
  line.addEventListener('pointerdown', (event) => {
    line.setPointerCapture(event.pointerId);
    line.classList.add('moving');
    event.preventDefault();
  });
  line.addEventListener('pointermove', (event) => {
    if (line.hasPointerCapture(event.pointerId)) set(pane.getBoundingClientRect().right - event.clientX);
  });
  line.addEventListener('pointerup', () => {
    line.classList.remove('moving');
    remember(width);
  });
  line.addEventListener('keydown', ({ key }) => {
    const step = key === 'ArrowLeft' ? STEP : key === 'ArrowRight' ? -STEP : 0;
    if (step === 0) return;
    set(width + step);
    remember(width);
  });
  return line;
}

function remembered(): number {
  try {
    return Number(localStorage.getItem(KEY)) || USUAL;
  } catch {
    return USUAL;
  }
}

function remember(width: number): void {
  try {
    localStorage.setItem(KEY, String(width));
  } catch {
    // Nothing is kept: the next page is as wide as usual.
  }
}

import { commandOf, type Stroke } from '../../../src/workbench/sheet/keys';
import { SheetMarks } from '../../../src/workbench/sheet/marks';

const stroke = (keys: string): Stroke => {
  const parts = keys.split('+');
  return { key: parts[parts.length - 1]!, shift: parts.includes('Shift'), ctrl: parts.includes('Ctrl'), alt: parts.includes('Alt') };
};

describe('keys', () => {
  it.each<[string, unknown]>([
    ['ArrowDown', { is: 'move', direction: 'down', leap: false, extend: false }],
    ['Ctrl+Shift+ArrowRight', { is: 'move', direction: 'right', leap: true, extend: true }],
    ['Shift+Tab', { is: 'tab', back: true }],
    ['Enter', { is: 'enter', back: false }],
    ['F2', { is: 'edit' }],
    ['Shift+F8', { is: 'mark', back: true }],
    ['Backspace', { is: 'clear' }],
    ['Ctrl+End', { is: 'end', end: 'last', whole: true, extend: false }],
    ['Ctrl+Z', { is: 'undo' }],
    ['Ctrl+Shift+Z', { is: 'redo' }],
    ['Ctrl+y', { is: 'redo' }],
    ['Ctrl+s', null],
    ['Alt+ArrowDown', null],
    ['F6', null],
    ['7', null],
  ])('%s while waiting', (keys, command) => {
    expect(commandOf(stroke(keys), 'idle')).toEqual(command);
  });

  it('arrows end what was just typed, and move within what is edited', () => {
    expect(commandOf(stroke('ArrowLeft'), 'enter')).toMatchObject({ is: 'move' });
    for (const keys of ['ArrowLeft', 'Home', 'Ctrl+z', 'Delete', 'F8']) expect(commandOf(stroke(keys), 'edit')).toBeNull();
    expect(commandOf(stroke('Alt+Enter'), 'edit')).toEqual({ is: 'newline' });
    expect(commandOf(stroke('Ctrl+Enter'), 'enter')).toEqual({ is: 'everywhere' });
    expect(commandOf(stroke('Escape'), 'enter')).toEqual({ is: 'cancel' });
  });
});

describe('marks', () => {
  const at = (sheet: number, row: number): { sheet: number; row: number; col: number } => ({ sheet, row, col: 0 });
  const all = (): boolean => true;

  it('are walked in order of sheet and row, round and round', () => {
    const marks = new SheetMarks();
    marks.replace([at(1, 2), at(0, 5), at(0, 1)].map((place) => ({ at: place, severity: 'advisory' as const, name: '提示性' })));
    expect(marks.next(at(0, 1), false, all)).toEqual(at(0, 5));
    expect(marks.next(at(0, 5), false, all)).toEqual(at(1, 2));
    expect(marks.next(at(1, 2), false, all)).toEqual(at(0, 1));
    expect(marks.next(at(0, 1), true, all)).toEqual(at(1, 2));
    expect(marks.next(at(0, 3), true, all)).toEqual(at(0, 1));
  });

  it('of several in one cell the graver shows; only what changed is drawn anew', () => {
    const marks = new SheetMarks();
    const mark = (severity: 'mandatory' | 'advisory'): { at: ReturnType<typeof at>; severity: typeof severity; name: string } => ({
      at: at(0, 1),
      severity,
      name: severity,
    });
    marks.replace([mark('mandatory'), mark('advisory')]);
    expect(marks.at(at(0, 1))?.severity).toBe('mandatory');
    expect(marks.replace([mark('mandatory')])).toEqual([]);
    expect(marks.replace([])).toEqual([at(0, 1)]);
  });
});

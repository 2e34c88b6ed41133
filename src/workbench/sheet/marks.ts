import { type Addr, addrKey, compareAddr } from '../../workbook';

/** A cell to be seen: a pale wash and a bar at its left edge, over whatever it looks like. */
export interface ViewMark {
  readonly at: Addr;
  readonly severity: 'mandatory' | 'advisory';
  /** What the cell's name ends with, for those who hear it: 「强制性，得分与标准不符」. */
  readonly name: string;
}

/** The marks of a whole workbook. They are drawn and never become part of it. */
export class SheetMarks {
  private readonly byPlace = new Map<string, ViewMark>();
  private ordered: readonly ViewMark[] = [];

  /** Of several marks of one cell the graver is drawn. Answers the places whose mark is another one now. */
  replace(marks: readonly ViewMark[]): readonly Addr[] {
    const before = new Map(this.byPlace);
    this.byPlace.clear();
    for (const mark of marks) {
      const key = addrKey(mark.at);
      if (this.byPlace.get(key)?.severity !== 'mandatory') this.byPlace.set(key, mark);
    }
    this.ordered = [...this.byPlace.values()].sort((a, b) => compareAddr(a.at, b.at));
    const places = new Map([...before, ...this.byPlace].map(([key, mark]) => [key, mark.at]));
    return [...places].filter(([key]) => !alike(before.get(key), this.byPlace.get(key))).map(([, at]) => at);
  }

  at(at: Addr): ViewMark | undefined {
    return this.byPlace.get(addrKey(at));
  }

  /** The next marked cell after this one, in order of sheet, row and column; goes round. */
  next(from: Addr, back: boolean, sees: (at: Addr) => boolean): Addr | null {
    const seen = this.ordered.map(({ at }) => at).filter(sees);
    if (seen.length === 0) return null;
    if (back) return [...seen].reverse().find((at) => compareAddr(at, from) < 0) ?? seen[seen.length - 1]!;
    return seen.find((at) => compareAddr(at, from) > 0) ?? seen[0]!;
  }

  /** Marks of one sheet; drawn by `dress`. */
  on(sheet: number): (row: number, col: number) => ViewMark | undefined {
    return (row, col) => this.byPlace.get(addrKey({ sheet, row, col }));
  }
}

function alike(a: ViewMark | undefined, b: ViewMark | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.severity === b.severity && a.name === b.name);
}

export function dressCell(cell: HTMLElement, mark: ViewMark | undefined, text: string): void {
  if (mark === undefined) {
    cell.removeAttribute('data-mark');
    cell.removeAttribute('aria-label');
    return;
  }
  cell.dataset['mark'] = mark.severity;
  cell.setAttribute('aria-label', text === '' ? mark.name : `${text}，${mark.name}`);
}

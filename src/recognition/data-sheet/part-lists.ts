/** Which figures are listed as parts of which: by 「其中」, by numbering, by indentation. Nothing is said where a list's end cannot be seen. */
import { type Addr, addrKey } from '../../workbook';
import type { Figure } from '../../score-table';
import type { Grid, GridCell } from '../grid';
import { numberingOf } from '../names';

interface Line {
  readonly row: number;
  readonly depth: readonly number[];
  readonly among: boolean;
  readonly cells: Map<number, Addr>;
}

const RANKS = { none: 0, chinese: 1, bracketed: 2, arabic: 3 } as const;

export class PartLists {
  private readonly lines: Line[] = [];

  constructor(private readonly grid: Grid) {}

  /** A line of the list with a figure in one more column. */
  line(row: number, label: GridCell, figure: Addr): void {
    const last = this.lines[this.lines.length - 1];
    if (last?.row === row) {
      last.cells.set(figure.col, figure);
      return;
    }
    this.lines.push({
      row,
      depth: this.depthOf(label),
      among: /^(?:\([一二三四五六七八九十\d]+\)|[\d一二三四五六七八九十]+[、.])?其中/.test(label.text),
      cells: new Map([[figure.col, figure]]),
    });
  }

  /** Column of the label, blanks in front of it, rank of its numbering. */
  private depthOf(label: GridCell): readonly number[] {
    const raw = this.grid.own(label.row, label.col);
    const indent = typeof raw === 'string' ? [.../^[\s\u3000]*/.exec(raw)![0]].reduce((sum, ch) => sum + (ch === '\u3000' ? 2 : 1), 0) : 0;
    return [label.col, indent, RANKS[numberingOf(label.text.replace(/^其中:?/, ''))]];
  }

  /** The figures with the cell of the whole each is listed under. */
  applied(figures: readonly Figure[]): readonly Figure[] {
    const wholes = new Map<string, Addr>();
    for (const [at, line] of this.lines.entries()) {
      const whole = this.wholeOf(at);
      if (whole === null) continue;
      for (const [col, cell] of line.cells) {
        const above = whole.cells.get(col);
        if (above !== undefined) wholes.set(addrKey(cell), above);
      }
    }
    return figures.map((figure) => {
      const partOf = wholes.get(addrKey(figure.value.at));
      return partOf === undefined ? figure : { ...figure, partOf };
    });
  }

  /** The nearest line above that stands less deep: every line between has to stand deeper than it. */
  private wholeOf(at: number): Line | null {
    const line = this.lines[at]!;
    for (let above = at - 1; above >= 0; above--) {
      const other = this.lines[above]!;
      if (line.row - other.row > 30) return null;
      if (deeper(line, other)) return other;
      if (!same(line, other)) return null;
    }
    return null;
  }
}

function same(one: Line, other: Line): boolean {
  return one.depth.every((part, index) => part === other.depth[index]);
}

function deeper(line: Line, other: Line): boolean {
  for (const [index, part] of line.depth.entries()) {
    const above = other.depth[index]!;
    if (part !== above) return index === 2 ? above !== 0 && (part === 0 || part > above) : part > above;
  }
  return false;
}

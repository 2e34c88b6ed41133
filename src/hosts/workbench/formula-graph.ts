import {
  type Addr,
  addrKey,
  type Formula,
  inRect,
  parseFormula,
  referencesOf,
  type SheetRect,
  type WorkbookSnapshot,
} from '../../workbook';
import { readsAnything } from '../file';

export interface GraphNode {
  readonly at: Addr;
  readonly formula: Formula;
  readonly references: readonly SheetRect[];
  /** It may read cells that it does not name (INDIRECT, or what we cannot parse). */
  readonly anything: boolean;
}

/** Which formulas read which cells. Kept while people type; told of formulas that come and go. */
export class FormulaGraph {
  private readonly nodes = new Map<string, GraphNode>();
  private readonly sheetNames: readonly string[];

  constructor(book: WorkbookSnapshot) {
    this.sheetNames = book.sheets.map((sheet) => sheet.name.toLowerCase());
    book.sheets.forEach((sheet, index) => {
      for (let row = 0; row < sheet.rows; row += 1) {
        for (const [col, cell] of sheet.cellsOfRow(row)) if (cell.formula !== undefined) this.put({ sheet: index, row, col }, cell.formula);
      }
    });
  }

  /** undefined: no formula stands there now. */
  put(at: Addr, text: string | undefined): void {
    if (text === undefined) {
      this.nodes.delete(addrKey(at));
      return;
    }
    const formula = parseFormula(text);
    this.nodes.set(addrKey(at), { at, formula, references: referencesOf(formula), anything: readsAnything(formula) });
  }

  /**
   * The formulas that read one of these places, directly or through others, each after those it reads; `circular` read themselves.
   * A changed cell that is itself a formula is not among them unless it reads another one.
   */
  affectedBy(changed: readonly Addr[]): { readonly ordered: readonly GraphNode[]; readonly circular: readonly GraphNode[] } {
    const found = new Map<string, GraphNode>();
    const readers = new Map<string, GraphNode[]>();
    let news: readonly Addr[] = changed;
    while (news.length > 0) {
      const next: Addr[] = [];
      for (const place of news) {
        const here = this.readersOf(place);
        readers.set(addrKey(place), here);
        for (const node of here) {
          if (found.has(addrKey(node.at))) continue;
          found.set(addrKey(node.at), node);
          if (!readers.has(addrKey(node.at))) next.push(node.at);
        }
      }
      news = next;
    }
    return inOrder(found, readers);
  }

  private readersOf(place: Addr): GraphNode[] {
    const name = this.sheetNames[place.sheet];
    return [...this.nodes.values()].filter((node) => node.anything || node.references.some((one) => reads(one, node.at, place, name)));
  }
}

function reads({ sheet, rect }: SheetRect, home: Addr, place: Addr, name: string | undefined): boolean {
  return inRect(rect, place.row, place.col) && (sheet === null ? home.sheet === place.sheet : sheet.toLowerCase() === name);
}

/** Kahn's order over the formulas found. */
function inOrder(
  found: ReadonlyMap<string, GraphNode>,
  readers: ReadonlyMap<string, readonly GraphNode[]>,
): { ordered: GraphNode[]; circular: GraphNode[] } {
  const waits = new Map<string, number>([...found.keys()].map((key) => [key, 0]));
  for (const key of found.keys())
    for (const reader of readers.get(key) ?? []) waits.set(addrKey(reader.at), waits.get(addrKey(reader.at))! + 1);
  const ready = [...found.values()].filter((node) => waits.get(addrKey(node.at)) === 0);
  const ordered: GraphNode[] = [];
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    ordered.push(node);
    for (const reader of readers.get(addrKey(node.at)) ?? []) {
      const left = waits.get(addrKey(reader.at))! - 1;
      waits.set(addrKey(reader.at), left);
      if (left === 0) ready.push(reader);
    }
  }
  const done = new Set(ordered);
  return { ordered, circular: [...found.values()].filter((node) => !done.has(node)) };
}

/** Is a formula of a sheet the form's own, seen through the lines that were added, moved or went? */
import { asPlainSum, type Formula, type FormulaNode, parseFormula, printFormula, type Rect } from '../../workbook';
import type { FormPlaces } from './places';

export function sameFormula(form: string, sheet: string, places: FormPlaces): boolean {
  const [wanted, there] = [parseFormula(form), parseFormula(sheet)];
  if (same(wanted.root, there.root, places)) return true;
  return sameSum(wanted, there, places);
}

/** The form's formula as it should read in the sheet; null where one of its lines went. */
export function formulaInSheet(form: string, places: FormPlaces): string | null {
  const moved = movedNode(parseFormula(form).root, places);
  return moved === null ? null : printFormula({ text: '', root: moved });
}

function fits(form: Rect, sheet: Rect, places: FormPlaces): boolean {
  if (places.col(form.left) !== sheet.left || places.col(form.right) !== sheet.right) return false;
  const rows = places.rows(form);
  return (
    rows !== null &&
    sheet.top <= rows.top &&
    sheet.top >= rows.topAtLeast &&
    sheet.bottom >= rows.bottom &&
    sheet.bottom <= rows.bottomAtMost
  );
}

function all(a: readonly FormulaNode[], b: readonly FormulaNode[], places: FormPlaces): boolean {
  return a.length === b.length && a.every((one, index) => same(one, b[index]!, places));
}

function same(a: FormulaNode, b: FormulaNode, places: FormPlaces): boolean {
  if (a.kind === 'reference') {
    if (b.kind !== 'reference' || a.sheet !== b.sheet) return false;
    // Other sheets are not held against the form: their cells stay where they are.
    return a.sheet === null ? fits(a.rect, b.rect, places) : JSON.stringify(a.rect) === JSON.stringify(b.rect);
  }
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'chain':
      return (
        b.kind === 'chain' &&
        a.level === b.level &&
        same(a.first, b.first, places) &&
        a.rest.length === b.rest.length &&
        a.rest.every((link, index) => link.operator === b.rest[index]!.operator && same(link.operand, b.rest[index]!.operand, places))
      );
    case 'call':
      return b.kind === 'call' && a.name === b.name && all(a.args, b.args, places);
    case 'sign':
      return b.kind === 'sign' && a.sign === b.sign && same(a.operand, b.operand, places);
    case 'percent':
      return b.kind === 'percent' && same(a.operand, b.operand, places);
    case 'unknown':
      return b.kind === 'unknown' && a.text === b.text;
    default:
      return printFormula({ text: '', root: a }) === printFormula({ text: '', root: b });
  }
}

/** Sums written otherwise over the same cells. */
function sameSum(a: Formula, b: Formula, places: FormPlaces): boolean {
  const [wanted, there] = [asPlainSum(a), asPlainSum(b)];
  if (wanted === null || there === null || [...wanted, ...there].some((term) => term.sheet !== null)) return false;
  const cells = (terms: NonNullable<typeof wanted>, move: boolean): string | null => {
    const list: string[] = [];
    for (const { rect, sign } of terms) {
      for (let row = rect.top; row <= rect.bottom; row += 1) {
        const at = move ? places.row(row) : row;
        if (list.length > 5000) return null;
        for (let col = rect.left; col <= rect.right; col += 1) if (at !== null) list.push(`${sign} ${at},${move ? places.col(col) : col}`);
      }
    }
    return list.sort().join(';');
  };
  const moved = cells(wanted, true);
  return moved !== null && moved === cells(there, false);
}

function movedNode(node: FormulaNode, places: FormPlaces): FormulaNode | null {
  switch (node.kind) {
    case 'reference': {
      if (node.sheet !== null) return node;
      const rows = places.rows(node.rect);
      return rows === null
        ? null
        : {
            ...node,
            rect: { top: rows.top, bottom: rows.bottomAtMost, left: places.col(node.rect.left), right: places.col(node.rect.right) },
          };
    }
    case 'chain': {
      const first = movedNode(node.first, places);
      const rest = node.rest.map(({ operator, operand }) => ({ operator, operand: movedNode(operand, places) }));
      return first === null || rest.some((link) => link.operand === null) ? null : { ...node, first, rest: rest as typeof node.rest };
    }
    case 'call': {
      const args = node.args.map((arg) => movedNode(arg, places));
      return args.some((arg) => arg === null) ? null : { ...node, args: args as FormulaNode[] };
    }
    case 'sign':
    case 'percent': {
      const operand = movedNode(node.operand, places);
      return operand === null ? null : { ...node, operand };
    }
    case 'unknown':
      return null;
    default:
      return node;
  }
}

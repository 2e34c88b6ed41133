/** The looks of a workbook as rules of one style sheet. Values are set through the browser's own objects: a name from a file stays a name. */
import type { CellLook, DrawnFont, LineLook } from '../../hosts/workbench';

const LINES: Readonly<Record<LineLook['style'], string>> = {
  thin: '1px solid',
  medium: '2px solid',
  thick: '3px solid',
  double: '3px double',
  hair: '1px dotted',
  dotted: '1px dotted',
  dashed: '1px dashed',
  mediumDashed: '2px dashed',
};
const INK = '#000000';
const INDENT_PX = 9;
const PADDING_PX = 3;
const POINTS_TO_PIXELS = 96 / 72;
/** Faces with serifs, brush and imitation Song fall back to a face of their kind where they are not installed. */
const SERIF = /宋|仿|楷|song|simsun|fang|kai|times|ming/i;
const FALLBACK = { serif: '"SimSun", "Songti SC", "Noto Serif CJK SC"', sans: '"Microsoft YaHei", "PingFang SC"' };

/** A face by name with what stands in for it. */
export function fontStack(name: string): string {
  const bare = name.replace(/["\\]/g, '');
  return `"${bare}", ${SERIF.test(bare) ? FALLBACK.serif : FALLBACK.sans}, "Noto Sans CJK SC", sans-serif`;
}

export function applyFont(style: CSSStyleDeclaration, font: DrawnFont, scale: number): void {
  style.fontFamily = fontStack(font.name);
  style.fontSize = `${Math.round(font.size * POINTS_TO_PIXELS * scale * 100) / 100}px`;
  style.fontWeight = font.bold ? '700' : '400';
  style.fontStyle = font.italic ? 'italic' : 'normal';
  style.textDecoration = [font.underline ? 'underline' : '', font.strike ? 'line-through' : ''].join(' ').trim() || 'none';
  if (font.color !== null) style.color = font.color;
  if (font.raised !== 'none') style.verticalAlign = font.raised === 'superscript' ? 'super' : 'sub';
}

/** Rules made when a cell first needs them. */
export class StyleRules {
  readonly element: HTMLStyleElement;
  private readonly lines = new Map<string, string>();
  private readonly looks = new Map<number, string>();

  constructor(
    document: Document,
    private readonly styles: readonly CellLook[],
    readonly scale: number,
  ) {
    this.element = document.createElement('style');
  }

  /** Class of a cell style: type, colours, alignment. `turned`: its text lies on its side and is laid out by the cell. */
  look(index: number): string {
    const known = this.looks.get(index);
    if (known !== undefined) return known;
    const name = `bx${index}`;
    this.looks.set(index, name);
    const look = this.styles[index];
    const rule = look === undefined ? null : this.rule(`.sheet-canvas td.${name}`);
    if (rule !== null && look !== undefined) dress(rule, look, this.scale);
    return name;
  }

  /** Class of the lines right of and below a cell; null: the grid's. */
  line(right: LineLook | null, bottom: LineLook | null): string | null {
    if (right === null && bottom === null) return null;
    const key = `${keyOf(right)}/${keyOf(bottom)}`;
    const known = this.lines.get(key);
    if (known !== undefined) return known;
    const name = `bl${this.lines.size}`;
    this.lines.set(key, name);
    const rule = this.rule(`.sheet-canvas td.${name}`);
    if (rule !== null) {
      if (right !== null) rule.borderRight = lineText(right);
      if (bottom !== null) rule.borderBottom = lineText(bottom);
    }
    return name;
  }

  private rule(selector: string): CSSStyleDeclaration | null {
    const { sheet } = this.element;
    if (sheet === null) return null;
    const at = sheet.insertRule(`${selector} {}`, sheet.cssRules.length);
    return (sheet.cssRules[at] as CSSStyleRule).style;
  }
}

function keyOf(line: LineLook | null): string {
  return line === null ? '' : `${line.style}${line.color ?? ''}`;
}

export function lineText({ style, color }: LineLook): string {
  return `${LINES[style]} ${color ?? INK}`;
}

const ALIGN: Readonly<Partial<Record<CellLook['horizontal'], string>>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'justify',
  fill: 'left',
  centerContinuous: 'center',
  distributed: 'center',
};

function dress(style: CSSStyleDeclaration, look: CellLook, scale: number): void {
  applyFont(style, look.font, scale);
  // Raised text is a matter of runs; in a whole cell it would fight the cell's own vertical alignment.
  style.verticalAlign = look.vertical === 'top' ? 'top' : look.vertical === 'bottom' ? 'bottom' : 'middle';
  if (look.fill !== null) style.backgroundColor = look.fill;
  const align = ALIGN[look.horizontal];
  if (align !== undefined) style.textAlign = align;
  if (look.wrap || look.horizontal === 'justify' || look.horizontal === 'distributed') style.whiteSpace = 'pre-wrap';
  if (look.indent > 0)
    style.setProperty(
      look.horizontal === 'right' ? 'padding-right' : 'padding-left',
      `${Math.round((PADDING_PX + look.indent * INDENT_PX) * scale)}px`,
    );
  const diagonals = [diagonal(look.border.diagonalDown, 'to top right'), diagonal(look.border.diagonalUp, 'to bottom right')].filter(
    (one) => one !== '',
  );
  if (diagonals.length > 0) style.setProperty('--diagonal', diagonals.join(', '));
}

function diagonal(line: LineLook | null, towards: string): string {
  if (line === null) return '';
  const color = line.color ?? INK;
  return `linear-gradient(${towards}, transparent calc(50% - 0.6px), ${color} calc(50% - 0.5px), ${color} calc(50% + 0.5px), transparent calc(50% + 0.6px))`;
}

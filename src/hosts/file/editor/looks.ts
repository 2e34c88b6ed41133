import type { CellStyle } from '../../../workbook/write-plan';

/** What a look is made of, each as the inner XML of the part's own element. Colours tell, and so do weight and lines. */
export interface Look {
  readonly font: FontLook;
  readonly fill: string | null;
  readonly border: boolean;
  readonly format: number;
  readonly horizontal: 'general' | 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center';
  readonly wrap: boolean;
}

export interface FontLook {
  readonly size: number;
  readonly bold: boolean;
  readonly underline: boolean;
  /** RGB; null for the window's own text colour. */
  readonly color: string | null;
}

const RED = '9C0006';
const AMBER = '7F6000';
const BLUE = '0563C1';
const GREY = '595959';
const HEADING_FILL = 'DDEBF7';
const GENERAL = 0;
const PERCENT = 10;

const font = (size: number, bold = false, color: string | null = null, underline = false): FontLook => ({ size, bold, color, underline });
const plain = font(11);

const boxed = { fill: null, border: true, format: GENERAL, horizontal: 'left', vertical: 'top', wrap: true } as const;
const bare = { ...boxed, border: false } as const;

export const LOOKS: Readonly<Record<CellStyle, Look>> = {
  title: { ...bare, font: font(16, true), horizontal: 'center', vertical: 'center' },
  heading: { ...boxed, font: font(11, true), fill: HEADING_FILL, horizontal: 'center', vertical: 'center' },
  subheading: { ...bare, font: font(12, true), vertical: 'center' },
  label: { ...boxed, font: font(11, true), vertical: 'center' },
  text: { ...boxed, font: plain },
  number: { ...boxed, font: plain, horizontal: 'right', wrap: false },
  percent: { ...boxed, font: plain, format: PERCENT, horizontal: 'right', wrap: false },
  link: { ...boxed, font: font(11, false, BLUE, true) },
  mandatory: { ...boxed, font: font(11, true, RED) },
  advisory: { ...boxed, font: font(11, false, AMBER) },
  info: { ...boxed, font: font(11, false, GREY) },
  paragraph: { ...bare, font: plain },
  note: { ...bare, font: font(9, false, GREY) },
};

/** What comes behind `<font>`, with the part's prefix. 宋体 is on every machine that opens these files. */
export function fontXml(look: FontLook, p: string): string {
  const bold = look.bold ? `<${p}b/>` : '';
  const underline = look.underline ? `<${p}u/>` : '';
  const color = look.color === null ? '' : `<${p}color rgb="FF${look.color}"/>`;
  return `<${p}font>${bold}${underline}<${p}sz val="${look.size}"/>${color}<${p}name val="宋体"/><${p}family val="3"/><${p}charset val="134"/></${p}font>`;
}

export function fillXml(color: string, p: string): string {
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${color}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

export function borderXml(p: string): string {
  const side = (name: string): string => `<${p}${name} style="thin"><${p}color rgb="FF808080"/></${p}${name}>`;
  return `<${p}border>${side('left')}${side('right')}${side('top')}${side('bottom')}<${p}diagonal/></${p}border>`;
}

export function formatXml(
  look: Look,
  ids: { readonly font: number; readonly fill: number; readonly border: number; readonly base: boolean },
  quoted: boolean,
  p: string,
): string {
  const apply = `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"`;
  const base = `numFmtId="${look.format}" fontId="${ids.font}" fillId="${ids.fill}" borderId="${ids.border}"${ids.base ? ' xfId="0"' : ''}${quoted ? ' quotePrefix="1"' : ''} ${apply}`;
  const wrap = look.wrap ? ' wrapText="1"' : '';
  return `<${p}xf ${base}><${p}alignment horizontal="${look.horizontal}" vertical="${look.vertical}"${wrap}/></${p}xf>`;
}

/**
 * What a marked cell looks like. Colour alone would not reach everybody: 强制性 is bold in a solid frame, 提示性 is
 * italic in a dashed one.
 */
export function markXml(severity: 'mandatory' | 'advisory', p: string): string {
  const [text, fill, line, weight] = severity === 'mandatory' ? ['9C0006', 'FFC7CE', 'thin', 'b'] : ['7F6000', 'FFEB9C', 'dashed', 'i'];
  const side = (name: string): string => `<${p}${name} style="${line}"><${p}color rgb="FF${text}"/></${p}${name}>`;
  return (
    `<${p}dxf><${p}font><${p}${weight}/><${p}color rgb="FF${text}"/></${p}font>` +
    `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${fill}"/><${p}bgColor rgb="FF${fill}"/></${p}patternFill></${p}fill>` +
    `<${p}border>${side('left')}${side('right')}${side('top')}${side('bottom')}</${p}border></${p}dxf>`
  );
}

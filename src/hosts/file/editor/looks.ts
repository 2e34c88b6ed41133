/** The looks of our own sheets and marks, as the inner XML of the part's own elements. */
import { BORDER_COLOR, FONT_NAME, type FontLook, type Look, MARK_LOOKS } from '../../../workbook';

/** Built-in number formats. */
const GENERAL = 0;
const PERCENT = 10;

/** What comes behind `<font>`, with the part's prefix. */
export function fontXml(look: FontLook, p: string): string {
  const bold = look.bold ? `<${p}b/>` : '';
  const underline = look.underline ? `<${p}u/>` : '';
  const color = look.color === null ? '' : `<${p}color rgb="FF${look.color}"/>`;
  return `<${p}font>${bold}${underline}<${p}sz val="${look.size}"/>${color}<${p}name val="${FONT_NAME}"/><${p}family val="3"/><${p}charset val="134"/></${p}font>`;
}

export function fillXml(color: string, p: string): string {
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${color}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

export function borderXml(p: string): string {
  const side = (name: string): string => `<${p}${name} style="thin"><${p}color rgb="FF${BORDER_COLOR}"/></${p}${name}>`;
  return `<${p}border>${side('left')}${side('right')}${side('top')}${side('bottom')}<${p}diagonal/></${p}border>`;
}

export function formatXml(
  look: Look,
  ids: { readonly font: number; readonly fill: number; readonly border: number; readonly base: boolean },
  quoted: boolean,
  p: string,
): string {
  const apply = `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"`;
  const base = `numFmtId="${look.percent ? PERCENT : GENERAL}" fontId="${ids.font}" fillId="${ids.fill}" borderId="${ids.border}"${ids.base ? ' xfId="0"' : ''}${quoted ? ' quotePrefix="1"' : ''} ${apply}`;
  const wrap = look.wrap ? ' wrapText="1"' : '';
  const free = look.unlocked === true;
  const inside = `<${p}alignment horizontal="${look.horizontal}" vertical="${look.vertical}"${wrap}/>${free ? `<${p}protection locked="0"/>` : ''}`;
  return `<${p}xf ${base}${free ? ' applyProtection="1"' : ''}>${inside}</${p}xf>`;
}

export function markXml(severity: 'mandatory' | 'advisory', p: string): string {
  const { text, fill, bold, italic, dashed } = MARK_LOOKS[severity];
  const side = (name: string): string => `<${p}${name} style="${dashed ? 'dashed' : 'thin'}"><${p}color rgb="FF${text}"/></${p}${name}>`;
  return (
    `<${p}dxf><${p}font>${bold ? `<${p}b/>` : ''}${italic ? `<${p}i/>` : ''}<${p}color rgb="FF${text}"/></${p}font>` +
    `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${fill}"/><${p}bgColor rgb="FF${fill}"/></${p}patternFill></${p}fill>` +
    `<${p}border>${side('left')}${side('right')}${side('top')}${side('bottom')}</${p}border></${p}dxf>`
  );
}

/** What the looks of our own sheets and marks are made of, the same in every host. Colours are RRGGBB. */
import type { CellStyle } from './write-plan';

/** Colours tell, and so do weight and lines. */
export interface Look {
  readonly font: FontLook;
  readonly fill: string | null;
  readonly border: boolean;
  readonly percent: boolean;
  readonly horizontal: 'general' | 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center';
  readonly wrap: boolean;
  /** May be written into on a protected sheet. */
  readonly unlocked?: true;
}

export interface FontLook {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly underline: boolean;
  /** null for the window's own text colour. */
  readonly color: string | null;
}

/** On every machine that opens these files. */
export const FONT_NAME = '宋体';
export const BORDER_COLOR = '808080';

const RED = '9C0006';
const AMBER = '7F6000';
const BLUE = '0563C1';
const GREY = '595959';
const HEADING_FILL = 'DDEBF7';
const REPLY_FILL = 'FFFDEB';

const font = (size: number, bold = false, color: string | null = null, underline = false): FontLook => ({ size, bold, color, underline });
const plain = font(11);

const boxed = { fill: null, border: true, percent: false, horizontal: 'left', vertical: 'top', wrap: true } as const;
const bare = { ...boxed, border: false } as const;

export const LOOKS: Readonly<Record<CellStyle, Look>> = {
  title: { ...bare, font: font(16, true), horizontal: 'center', vertical: 'center' },
  heading: { ...boxed, font: font(11, true), fill: HEADING_FILL, horizontal: 'center', vertical: 'center' },
  subheading: { ...bare, font: font(12, true), vertical: 'center' },
  label: { ...boxed, font: font(11, true), vertical: 'center' },
  text: { ...boxed, font: plain },
  number: { ...boxed, font: plain, horizontal: 'right', wrap: false },
  percent: { ...boxed, font: plain, percent: true, horizontal: 'right', wrap: false },
  link: { ...boxed, font: font(11, false, BLUE, true) },
  mandatory: { ...boxed, font: font(11, true, RED) },
  advisory: { ...boxed, font: font(11, false, AMBER) },
  info: { ...boxed, font: font(11, false, GREY) },
  paragraph: { ...bare, font: plain },
  reply: { ...boxed, font: plain, fill: REPLY_FILL, unlocked: true },
  note: { ...bare, font: font(9, false, GREY) },
};

/** What a marked cell looks like. Colour alone would not reach everybody: 强制性 is bold in a solid frame, 提示性 is italic in a dashed one. */
export interface MarkLook {
  readonly text: string;
  readonly fill: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly dashed: boolean;
}

export const MARK_LOOKS: Readonly<Record<'mandatory' | 'advisory', MarkLook>> = {
  mandatory: { text: RED, fill: 'FFC7CE', bold: true, italic: false, dashed: false },
  advisory: { text: AMBER, fill: 'FFEB9C', bold: false, italic: true, dashed: true },
};

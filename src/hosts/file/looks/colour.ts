import { numberIn } from '../numbers';
import type { XmlScanner } from '../xml-scanner';
import { INDEXED } from './palette';

/** What colours of one workbook refer to. */
export interface Colours {
  /** By the `theme` attribute. */
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

const AUTOMATIC_FROM = 64;

/** The colour that the current element's attributes name; null: automatic, or none that we know. */
export function colourOf(xml: XmlScanner, colours: Colours): string | null {
  const base = baseColour(xml, colours);
  if (base === null) return null;
  const tint = numberIn(xml.attr('tint') ?? '0');
  return Number.isFinite(tint) && tint !== 0 ? tinted(base, tint) : base;
}

function baseColour(xml: XmlScanner, colours: Colours): string | null {
  if (xml.flag('auto')) return null;
  const rgb = xml.attr('rgb');
  if (rgb !== undefined) return hexColour(rgb);
  const theme = numberIn(xml.attr('theme') ?? '');
  if (theme === theme) return colours.theme[theme] ?? null;
  const index = numberIn(xml.attr('indexed') ?? '');
  return index !== index || index >= AUTOMATIC_FROM ? null : (colours.indexed[index] ?? INDEXED[index] ?? null);
}

/** "FF1F4E79" or "1F4E79" → "#1f4e79"; null for anything else. */
export function hexColour(written: string): string | null {
  const match = /^(?:[0-9a-fA-F]{2})?([0-9a-fA-F]{6})$/.exec(written.trim());
  return match === null ? null : `#${match[1]!.toLowerCase()}`;
}

/** Lighter (tint > 0, 1 is white) or darker (tint < 0, −1 is black), by luminance as ECMA-376 part 1, 18.8.19 says. */
export function tinted(colour: string, tint: number): string {
  const share = Math.max(-1, Math.min(1, tint));
  const { hue, saturation, light } = toHsl(colour);
  return fromHsl(hue, saturation, share < 0 ? light * (1 + share) : light * (1 - share) + share);
}

function channels(colour: string): [number, number, number] {
  const value = parseInt(colour.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function toHsl(colour: string): { hue: number; saturation: number; light: number } {
  const [red, green, blue] = channels(colour);
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const light = (most + least) / 2;
  const span = most - least;
  if (span === 0) return { hue: 0, saturation: 0, light };
  const saturation = span / (1 - Math.abs(2 * light - 1));
  if (most === red) return { hue: ((green - blue) / span + 6) % 6, saturation, light };
  return { hue: most === green ? (blue - red) / span + 2 : (red - green) / span + 4, saturation, light };
}

/** `hue` in sixths of the circle. */
function fromHsl(hue: number, saturation: number, light: number): string {
  const chroma = (1 - Math.abs(2 * light - 1)) * saturation;
  const second = chroma * (1 - Math.abs((hue % 2) - 1));
  const base = light - chroma / 2;
  const sixths: readonly (readonly [number, number, number])[] = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ];
  const [red, green, blue] = sixths[Math.floor(hue) % 6]!;
  return `#${[red, green, blue].map((one) => byte(one + base)).join('')}`;
}

function byte(share: number): string {
  return Math.round(Math.max(0, Math.min(1, share)) * 255)
    .toString(16)
    .padStart(2, '0');
}

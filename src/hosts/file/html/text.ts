import NAMES from './entities.json';

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,8}));?/gi;
const WINDOWS_1252: Readonly<Partial<Record<number, string>>> = {
  0x80: '€',
  0x85: '…',
  0x91: '‘',
  0x92: '’',
  0x93: '“',
  0x94: '”',
  0x95: '•',
  0x96: '–',
  0x97: '—',
};

const named: Readonly<Partial<Record<string, string>>> = NAMES;

/** The text of character references; those nobody knows stay as they are written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return named[name] ?? named[name.toLowerCase()] ?? whole;
    return character(decimal === undefined ? parseInt(hex!, 16) : Number(decimal)) ?? whole;
  });
}

function character(code: number): string | undefined {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return WINDOWS_1252[code] ?? String.fromCodePoint(code);
}

/** Running blanks are one, as a browser shows them; a no-break space is none of them. */
export function withSingleBlanks(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ');
}

/** The lines of a cell without blanks at their ends, empty ones at the top and the bottom left out. */
export function tidyLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  while (lines.length > 0 && lines[0] === '') lines.shift();
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  return lines.join('\n');
}

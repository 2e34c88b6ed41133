const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** A plain array: what String.fromCharCode takes fastest. */
const scratch = new Array<number>(96).fill(0);

/** Text of UTF-8 bytes as they stand: no entities, no escapes. */
export function rawText(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > scratch.length) return decoder.decode(bytes.subarray(from, to));
  let length = 0;
  for (let at = from; at < to;) {
    const a = bytes[at]!;
    if (a < 0x80) {
      scratch[length++] = a;
      at += 1;
    } else if (a >= 0xe1 && a !== 0xed && a <= 0xef && at + 2 < to && isTail(bytes[at + 1]!) && isTail(bytes[at + 2]!)) {
      // Chinese characters and punctuation, all three bytes; what else there is goes to the decoder.
      scratch[length++] = ((a & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
      at += 3;
    } else {
      return decoder.decode(bytes.subarray(from, to));
    }
  }
  return String.fromCharCode.apply(null, scratch.slice(0, length));
}

function isTail(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** Text between tags: line ends made one, entities resolved. Unknown entities stay as they are. */
export function xmlText(bytes: Uint8Array, from: number, to: number): string {
  const text = rawText(bytes, from, to);
  const joined = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return joined.includes('&') ? resolveEntities(joined) : joined;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function resolveEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name]!;
      const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
      return code === 0 || code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
}

/** `_x000D_`: characters that XML cannot hold, as the file format writes them inside texts. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

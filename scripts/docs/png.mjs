/** A printed page (PPM, as pdftoppm gives it) as a small PNG: few colours, looked up in a palette. */
import { deflateSync } from 'node:zlib';
import { crc32 } from './crc32.mjs';

/** Steps of each colour: text on white with a few fills needs no more. */
const STEP = 17;
const MOST_COLOURS = 256;
const INDEXED = 3;

function header(ppm) {
  const match = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'));
  if (match === null) throw new Error('not a PPM picture');
  return { width: Number(match[1]), height: Number(match[2]), from: match[0].length };
}

const coarse = (value) => Math.min(255, Math.round(value / STEP) * STEP);

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** Every pixel's place in the palette, one line at a time behind its filter byte (none), and the palette. */
function indexed(ppm, { width, height, from }) {
  const palette = new Map();
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = from + (y * width + x) * 3;
      const colour = (coarse(ppm[at]) << 16) | (coarse(ppm[at + 1]) << 8) | coarse(ppm[at + 2]);
      let place = palette.get(colour);
      if (place === undefined) {
        place = palette.size;
        if (place >= MOST_COLOURS) throw new Error('more colours than a palette holds');
        palette.set(colour, place);
      }
      lines[y * (width + 1) + 1 + x] = place;
    }
  }
  const colours = Buffer.from([...palette.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return { lines, colours };
}

export function smallPng(ppm) {
  const { width, height, from } = header(ppm);
  const { lines, colours } = indexed(ppm, { width, height, from });
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, INDEXED, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

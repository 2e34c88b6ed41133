/** OLE containers whose sectors lie in a drawn order, with small streams in the mini stream ([MS-CFB]). */
import { Random } from '../conformance/random';

const END = 0xfffffffe;
const FAT = 0xfffffffd;
const DIFAT = 0xfffffffc;
const FREE = 0xffffffff;
const MINI = 64;
const IN_HEADER = 109;

export interface Scattered {
  readonly seed: number;
  readonly sectorSize: 512 | 4096;
  /** Name of an empty storage beside the streams. */
  readonly storage?: string;
}

const shuffled = (length: number, r: Random): number[] => r.shuffled(Array.from({ length }, (_, n) => n));
const piecesOf = (bytes: Uint8Array, size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size));

function uint32s(values: readonly number[]): Uint8Array {
  const out = new Uint8Array(values.length * 4);
  const view = new DataView(out.buffer);
  values.forEach((value, n) => view.setUint32(n * 4, value, true));
  return out;
}

/** Puts pieces into the places drawn and notes the chain; answers where it begins. */
function chained(pieces: readonly Uint8Array[], places: number[], store: Map<number, Uint8Array>, table: Map<number, number>): number {
  const own = pieces.map(() => places.pop()!);
  own.forEach((place, n) => {
    store.set(place, pieces[n]!);
    table.set(place, own[n + 1] ?? END);
  });
  return own[0] ?? END;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

function directoryOf(entries: readonly Entry[], sectorSize: number): Uint8Array {
  const out = new Uint8Array(Math.ceil((entries.length * 128) / sectorSize) * sectorSize);
  const view = new DataView(out.buffer);
  entries.forEach(({ name, type, start, size }, n) => {
    const at = n * 128;
    [...name].forEach((letter, i) => view.setUint16(at + i * 2, letter.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    out[at + 66] = type;
    view.setUint32(at + 116, start, true);
    view.setUint32(at + 120, size, true);
  });
  return out;
}

export function fragmented(streams: Readonly<Record<string, Uint8Array>>, { seed, sectorSize, storage }: Scattered): Uint8Array {
  const r = new Random(seed);
  const small = Object.entries(streams).filter(([, content]) => content.length < 4096);
  const minis = small.reduce((sum, [, content]) => sum + Math.ceil(content.length / MINI), 0);
  const miniStore = new Map<number, Uint8Array>();
  const miniTable = new Map<number, number>();
  const miniPlaces = shuffled(minis, r);
  const starts = new Map(small.map(([name, content]) => [name, chained(piecesOf(content, MINI), miniPlaces, miniStore, miniTable)]));
  const miniStream = new Uint8Array(minis * MINI);
  for (const [place, piece] of miniStore) miniStream.set(piece, place * MINI);
  const miniFat = uint32s(Array.from({ length: minis }, (_, n) => miniTable.get(n) ?? FREE));

  const large = Object.entries(streams).filter(([, content]) => content.length >= 4096);
  const sectorsOf = (bytes: number): number => Math.ceil(bytes / sectorSize);
  const entries = Object.keys(streams).length + 1 + (storage === undefined ? 0 : 1);
  const used =
    large.reduce((sum, [, content]) => sum + sectorsOf(content.length), 0) +
    sectorsOf(miniStream.length) +
    sectorsOf(miniFat.length) +
    sectorsOf(entries * 128);
  const perFat = sectorSize / 4;
  let fats = 1;
  let lists = 0;
  for (;;) {
    lists = Math.ceil(Math.max(0, fats - IN_HEADER) / (perFat - 1));
    const due = Math.ceil((used + fats + lists) / perFat);
    if (due <= fats) break;
    fats = due;
  }
  const total = used + fats + lists;
  const places = shuffled(total, r);
  const store = new Map<number, Uint8Array>();
  const table = new Map<number, number>();
  for (const [name, content] of large) starts.set(name, chained(piecesOf(content, sectorSize), places, store, table));
  const rootStart = chained(piecesOf(miniStream, sectorSize), places, store, table);
  const miniFatStart = chained(piecesOf(miniFat, sectorSize), places, store, table);
  const directory = directoryOf(
    [
      { name: 'Root Entry', type: 5, start: rootStart, size: miniStream.length },
      ...(storage === undefined ? [] : [{ name: storage, type: 1, start: 0, size: 0 }]),
      ...Object.entries(streams).map(([name, content]) => ({ name, type: 2, start: starts.get(name)!, size: content.length })),
    ],
    sectorSize,
  );
  const directoryStart = chained(piecesOf(directory, sectorSize), places, store, table);
  const fatPlaces = places.splice(0, fats);
  const listPlaces = places.splice(0, lists);
  for (const place of fatPlaces) table.set(place, FAT);
  for (const place of listPlaces) table.set(place, DIFAT);
  const fat = uint32s(Array.from({ length: fats * perFat }, (_, n) => table.get(n) ?? FREE));
  fatPlaces.forEach((place, n) => store.set(place, fat.subarray(n * sectorSize, (n + 1) * sectorSize)));
  listPlaces.forEach((place, n) => {
    const own = fatPlaces.slice(IN_HEADER + n * (perFat - 1), IN_HEADER + (n + 1) * (perFat - 1));
    const filled = [...own, ...new Array<number>(perFat - 1 - own.length).fill(FREE)];
    store.set(place, uint32s([...filled, listPlaces[n + 1] ?? END]));
  });

  const out = new Uint8Array((total + 1) * sectorSize);
  const view = new DataView(out.buffer);
  out.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, sectorSize === 512 ? 3 : 4, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, sectorSize === 512 ? 9 : 12, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, fats, true);
  view.setUint32(48, directoryStart, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, miniFatStart, true);
  view.setUint32(64, sectorsOf(miniFat.length), true);
  view.setUint32(68, listPlaces[0] ?? END, true);
  view.setUint32(72, lists, true);
  Array.from({ length: IN_HEADER }, (_, n) => view.setUint32(76 + n * 4, fatPlaces[n] ?? FREE, true));
  for (const [place, piece] of store) out.set(piece, (place + 1) * sectorSize);
  return out;
}

/** Bytes that count how often one of them is looked at, by index or through a method. */
export interface CountingBytes {
  readonly bytes: Uint8Array;
  readonly reads: () => number;
}

const SCANNING = new Set([
  'indexOf',
  'lastIndexOf',
  'includes',
  'find',
  'findIndex',
  'every',
  'some',
  'forEach',
  'map',
  'filter',
  'reduce',
  'join',
  'slice',
  'set',
  'copyWithin',
]);

/** Wraps bytes so that all work on them is seen, whoever does it and however. */
export function countingBytes(raw: Uint8Array): CountingBytes {
  let reads = 0;
  const bytes = new Proxy(raw, {
    get(target, key) {
      if (typeof key === 'string' && key >= '0' && key < ':') {
        reads += 1;
        return target[Number(key)];
      }
      if (key === 'subarray') {
        return (from: number, to: number): Uint8Array => {
          // What is handed out is decoded or copied whole.
          reads += Math.max(0, to - from);
          return target.subarray(from, to);
        };
      }
      if (typeof key === 'string' && SCANNING.has(key)) throw new Error(`${key} scans without being counted`);
      const value: unknown = Reflect.get(target, key, target);
      return value;
    },
  });
  return { bytes, reads: () => reads };
}

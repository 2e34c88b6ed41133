/** Decimals do not cross between threads by themselves: each stands as its own text on the way. */
import { Dec } from '../../workbook';

const MARK = '\u0000dec';

/** Plain data with every decimal packed; sets and maps stay as they are, for threads know them. */
export function packed(value: unknown): unknown {
  if (value instanceof Dec) return { [MARK]: value.toFixed() };
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, packed(one)]));
}

export function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  const text = (value as Record<string, unknown>)[MARK];
  if (typeof text === 'string') return new Dec(text);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unpacked(one)]));
}

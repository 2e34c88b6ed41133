/** Reads a plain tree piece by piece and collects what is wrong with it; what is wrong is null and the reading goes on. */
import { Dec } from '../workbook';
import type { KeyWords } from './keys';
import type { LineOf, Path, Problem, ProblemCode } from './problems';

/** A node of the tree with the way to it. */
export interface TreePlace {
  readonly node: unknown;
  readonly path: Path;
}

export const LIMITS = { words: 2000, list: 2000, depth: 6, rows: 1000 } as const;

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const WIDE_DIGITS = /[\uff0b\uff0d-\uff0e\uff10-\uff19\uff05]/g;
const SHOWN = 40;

function shown(node: unknown): string {
  const text =
    typeof node === 'string'
      ? node
      : node === undefined || node === null
        ? ''
        : Array.isArray(node)
          ? '（列表）'
          : typeof node === 'object'
            ? '（下级内容）'
            : String(node);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** A map whose keys were recognised. */
export class Entries {
  constructor(
    readonly path: Path,
    private readonly places: ReadonlyMap<string, TreePlace>,
  ) {}

  get(key: string): TreePlace | null {
    return this.places.get(key) ?? null;
  }
}

export class Reader {
  readonly problems: Problem[] = [];

  constructor(private readonly lineOf: LineOf) {}

  report(code: ProblemCode, path: Path, found = '', expected: readonly string[] = []): null {
    this.problems.push({ code, path, line: this.line(path), found, expected });
    return null;
  }

  /** The line of the place, or of the nearest thing around it that has one. */
  private line(path: Path): number | null {
    for (let length = path.length; length >= 0; length -= 1) {
      const line = this.lineOf(path.slice(0, length));
      if (line !== null) return line;
    }
    return null;
  }

  map(place: TreePlace, keys: Readonly<Record<string, string>>): Entries | null {
    const { node, path } = place;
    if (!isMap(node))
      return this.report(node === null || node === undefined ? 'empty' : 'not-a-map', path, shown(node), Object.values(keys));
    const places = new Map<string, TreePlace>();
    for (const [written, value] of Object.entries(node)) {
      const key = Object.keys(keys).find((one) => one === written.trim() || keys[one] === written.trim());
      const at = [...path, written];
      if (key === undefined) this.report('unknown-key', at, written, nearest(written, Object.values(keys)));
      else if (places.has(key)) this.report('key-twice', at, written, [keys[key]!]);
      else places.set(key, { node: value, path: at });
    }
    return new Entries(path, places);
  }

  /** The entries of a map with keys of the writer's own (等级: {优: 90%}). */
  pairs(place: TreePlace): readonly (readonly [string, TreePlace])[] {
    const { node, path } = place;
    if (!isMap(node)) {
      this.report('not-a-map', path, shown(node));
      return [];
    }
    return Object.entries(node).map(([key, value]) => [key.trim(), { node: value, path: [...path, key] }] as const);
  }

  list(place: TreePlace | null): readonly TreePlace[] {
    if (place === null) return [];
    const { node, path } = place;
    if (!Array.isArray(node)) {
      this.report('not-a-list', path, shown(node));
      return [];
    }
    if (node.length === 0) this.report('empty-list', path);
    if (node.length > LIMITS.list) this.report('too-many', path, String(node.length), [String(LIMITS.list)]);
    return (node as unknown[]).slice(0, LIMITS.list).map((one, index) => ({ node: one, path: [...path, index] }));
  }

  required(entries: Entries, key: string, name: string): TreePlace | null {
    const place = entries.get(key);
    if (place === null || place.node === null || place.node === undefined || place.node === '')
      return this.report('missing-key', place?.path ?? entries.path, '', [name]);
    return place;
  }

  /** A number is words too: 文号 and names may be figures. */
  words(place: TreePlace | null): string | null {
    if (place === null || place.node === null || place.node === undefined) return null;
    const { node, path } = place;
    if (typeof node !== 'string' && typeof node !== 'number') return this.report('not-words', path, shown(node));
    const text = String(node).trim();
    if (text.length > LIMITS.words) return this.report('too-long', path, String(text.length), [String(LIMITS.words)]);
    return text === '' ? null : text;
  }

  /** A list of words; a single one may stand by itself. */
  wordList(place: TreePlace | null): readonly string[] {
    if (place === null || place.node === null) return [];
    const places = Array.isArray(place.node) ? this.list(place) : [place];
    return places.map((one) => this.words(one)).filter((one) => one !== null);
  }

  number(place: TreePlace | null): Dec | null {
    if (place === null) return null;
    const { node, path } = place;
    if (typeof node === 'number' && Number.isFinite(node)) return new Dec(node);
    if (typeof node !== 'string') return this.report('not-a-number', path, shown(node));
    const text = narrow(node);
    if (NUMBER.test(text)) return new Dec(text);
    const figure = /^[+-]?\d+(?:\.\d+)?/.exec(text);
    return this.report(figure === null ? 'not-a-number' : 'number-with-unit', path, shown(node), figure === null ? [] : [figure[0]]);
  }

  points(place: TreePlace | null): Dec | null {
    const value = this.number(place);
    if (value === null || place === null) return null;
    return value.lt(0) ? this.report('negative', place.path, shown(place.node)) : value;
  }

  /** 「80%」 → 0.8; a bare number above 1 is taken for a slip, not for a percentage. */
  share(place: TreePlace | null, most = 1): Dec | null {
    if (place === null) return null;
    const { node, path } = place;
    const text = typeof node === 'string' ? narrow(node) : String(node);
    const percent = /^(\d+(?:\.\d+)?)%$/.exec(text);
    const value = percent !== null ? new Dec(percent[1]!).div(100) : NUMBER.test(text) ? new Dec(text) : null;
    if (value === null || value.lt(0) || value.gt(most)) return this.report('not-a-share', path, shown(node), [`${most * 100}%`]);
    return value;
  }

  yes(place: TreePlace | null): boolean {
    if (place === null || place.node === null) return false;
    const { node, path } = place;
    if (node === true || node === '是') return true;
    if (node !== false && node !== '否') this.report('not-yes-no', path, shown(node), ['是', '否']);
    return false;
  }

  word<V extends string>(place: TreePlace | null, words: KeyWords<V>): V | null {
    if (place === null || place.node === null || place.node === undefined) return null;
    const text = typeof place.node === 'string' ? place.node.trim() : String(place.node);
    const found = (Object.keys(words) as V[]).find((one) => one === text || words[one] === text);
    return found ?? this.report('unknown-word', place.path, shown(place.node), Object.values(words));
  }
}

export function isMap(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function narrow(text: string): string {
  return text.trim().replace(WIDE_DIGITS, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** Keys that look like what was written, the likeliest first; all of them where none does. */
function nearest(written: string, known: readonly string[]): readonly string[] {
  const near = known.filter((one) => [...one].filter((char) => written.includes(char)).length * 2 >= Math.max(one.length, 2));
  return near.length > 0 ? near.slice(0, 3) : known;
}

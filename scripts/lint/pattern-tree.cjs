/** A regular expression as a tree, as far as is needed to tell whether it can be slow. */

const ALL = [[0, 0xffff]];
const DIGIT = [[0x30, 0x39]];
const WORD = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const BLANK = [
  [9, 13],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const CONTROLS = { n: 10, r: 13, t: 9, v: 11, f: 12, 0: 0 };

/** What a set of ranges leaves out. */
function inverse(ranges) {
  const out = [];
  let from = 0;
  for (const [a, b] of [...ranges].sort((x, y) => x[0] - y[0])) {
    if (a > from) out.push([from, a - 1]);
    from = Math.max(from, b + 1);
  }
  if (from <= 0xffff) out.push([from, 0xffff]);
  return out;
}

const overlap = (one, other) => one.some(([a, b]) => other.some(([c, d]) => a <= d && c <= b));

const SETS = { d: DIGIT, D: inverse(DIGIT), w: WORD, W: inverse(WORD), s: BLANK, S: inverse(BLANK) };

/** Nodes: set {ranges} · seq {of} · alt {of} · repeat {of, min, max} · edge (^ and $) · look (matches no letter). */
class Parser {
  constructor(source) {
    this.source = source;
    this.at = 0;
  }

  alternatives() {
    const of = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at += 1;
      of.push(this.sequence());
    }
    return of.length === 1 ? of[0] : { is: 'alt', of };
  }

  sequence() {
    const of = [];
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') of.push(this.quantified());
    return { is: 'seq', of };
  }

  quantified() {
    const of = this.atom();
    const found = /^(?:([*+?])|\{(\d+)(,)?(\d+)?\})\??/.exec(this.source.slice(this.at, this.at + 24));
    if (found === null) return of;
    this.at += found[0].length;
    const [, sign, from, comma, to] = found;
    if (sign !== undefined) return { is: 'repeat', of, min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Infinity };
    return { is: 'repeat', of, min: Number(from), max: comma === undefined ? Number(from) : to === undefined ? Infinity : Number(to) };
  }

  atom() {
    const letter = this.source[this.at];
    this.at += 1;
    if (letter === '(') return this.group();
    if (letter === '[') return { is: 'set', ranges: this.letterClass() };
    if (letter === '.')
      return {
        is: 'set',
        ranges: inverse([
          [10, 10],
          [13, 13],
        ]),
      };
    if (letter === '^' || letter === '$') return { is: 'edge' };
    if (letter === '\\') return this.escaped();
    return this.one(letter.charCodeAt(0));
  }

  one(code) {
    return { is: 'set', ranges: [[code, code]] };
  }

  group() {
    const kind = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.source.slice(this.at, this.at + 40))?.[0] ?? '';
    this.at += kind.length;
    const inside = this.alternatives();
    this.at += 1;
    return /[=!]/.test(kind) ? { is: 'look', of: inside } : inside;
  }

  escaped() {
    const letter = this.source[this.at];
    if (letter === 'b' || letter === 'B') {
      this.at += 1;
      return { is: 'look', of: null };
    }
    if (letter === 'k' || (letter >= '1' && letter <= '9')) {
      this.at += letter === 'k' ? this.source.slice(this.at).indexOf('>') + 1 : 1;
      return { is: 'set', ranges: ALL };
    }
    return { is: 'set', ranges: this.escapedSet() };
  }

  /** Behind a backslash, outside a class or in one. */
  escapedSet() {
    const letter = this.source[this.at];
    this.at += 1;
    if (SETS[letter] !== undefined) return SETS[letter];
    if (letter === 'p' || letter === 'P') {
      this.at = this.source.indexOf('}', this.at) + 1;
      return ALL;
    }
    const hex = /^(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/i.exec(this.source.slice(this.at - 1, this.at + 9));
    if (hex !== null) {
      this.at += hex[0].length - 1;
      const code = Math.min(0xffff, parseInt(hex[1] ?? hex[2] ?? hex[3], 16));
      return [[code, code]];
    }
    const code = CONTROLS[letter] ?? letter.charCodeAt(0);
    return [[code, code]];
  }

  letterClass() {
    const not = this.source[this.at] === '^';
    if (not) this.at += 1;
    const ranges = [];
    while (this.at < this.source.length && this.source[this.at] !== ']') {
      const from = this.classLetter();
      if (this.source[this.at] === '-' && this.source[this.at + 1] !== ']' && from.length === 1 && from[0][0] === from[0][1]) {
        this.at += 1;
        ranges.push([from[0][0], this.classLetter()[0][1]]);
      } else ranges.push(...from);
    }
    this.at += 1;
    return not ? inverse(ranges) : ranges;
  }

  classLetter() {
    const letter = this.source[this.at];
    this.at += 1;
    if (letter !== '\\') return [[letter.charCodeAt(0), letter.charCodeAt(0)]];
    if (this.source[this.at] === 'b') {
      this.at += 1;
      return [[8, 8]];
    }
    return this.escapedSet();
  }
}

module.exports = { overlap, patternTree: (source) => new Parser(source).alternatives() };

/**
 * Whether a regular expression can take more than its text is long: an unbounded repeat inside another, or two after one another, that
 * can share out the same letters in several ways. Conservative where it is cheap to be; a bound (`{0,60}`) is always the way out.
 */
const { overlap, patternTree } = require('./pattern-tree.cjs');

const isUnbounded = (node) => node.is === 'repeat' && node.max === Infinity;

/** The letters of a node that is one letter, or a choice of such; null for anything longer. */
function lettersOf(node) {
  if (node.is === 'set') return node.ranges;
  if (node.is === 'seq') return node.of.length === 1 ? lettersOf(node.of[0]) : null;
  if (node.is !== 'alt') return null;
  const all = node.of.map(lettersOf);
  return all.includes(null) ? null : all.flat();
}

/** Whether letters of a repeat beside it can stand for all of a node. */
function passes(node, letters) {
  if (node === null || node.is === 'look') return true;
  if (node.is === 'edge') return false;
  if (node.is === 'set') return overlap(node.ranges, letters);
  if (node.is === 'seq') return node.of.every((one) => passes(one, letters));
  if (node.is === 'alt') return node.of.some((one) => passes(one, letters));
  return node.min === 0 || passes(node.of, letters);
}

/** Letters of the unbounded repeats that may lie at one end: `from` the end of what follows, or the beginning of what goes before. */
function atEnd(node, last) {
  if (node === null || node.is === 'set' || node.is === 'edge' || node.is === 'look') return [];
  if (node.is === 'alt') return node.of.flatMap((one) => atEnd(one, last));
  if (node.is === 'repeat') {
    const own = isUnbounded(node) ? lettersOf(node.of) : null;
    return own === null ? atEnd(node.of, last) : [own];
  }
  const order = last ? [...node.of].reverse() : node.of;
  return order.flatMap((one, at) => atEnd(one, last).filter((letters) => order.slice(0, at).every((before) => passes(before, letters))));
}

const meet = (ends, starts, between) =>
  ends.some((one) => starts.some((other) => overlap(one, other) && between.every((node) => passes(node, one) && passes(node, other))));

function inSequence(parts) {
  for (let from = 0; from < parts.length; from += 1) {
    const ends = atEnd(parts[from], true);
    if (ends.length === 0) continue;
    for (let to = from + 1; to < parts.length; to += 1) if (meet(ends, atEnd(parts[to], false), parts.slice(from + 1, to))) return true;
  }
  return false;
}

/** Two single letters of a choice that is repeated without end, and both could stand. */
function sharesLetters(node) {
  const branches = node.is === 'alt' ? node.of.map(lettersOf).filter((one) => one !== null) : [];
  return branches.some((one, at) => branches.slice(at + 1).some((other) => overlap(one, other)));
}

function faults(node) {
  if (node === null || node.is === 'set' || node.is === 'edge') return [];
  if (node.is === 'look') return faults(node.of);
  if (node.is === 'repeat') {
    const nested = isUnbounded(node) && (sharesLetters(node.of) || meet(atEnd(node.of, true), atEnd(node.of, false), []));
    return [...(nested ? ['nested'] : []), ...faults(node.of)];
  }
  return [...(node.is === 'seq' && inSequence(node.of) ? ['adjacent'] : []), ...node.of.flatMap(faults)];
}

/** `nested`: its time may double with each letter · `adjacent`: it may grow with the square of the text · null: neither. */
function slowness(source) {
  const found = faults(patternTree(source));
  return found.includes('nested') ? 'nested' : (found[0] ?? null);
}

module.exports = { slowness };

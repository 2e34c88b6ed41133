/**
 * The trial itself. First every fault is shown to the tests of its own room, room by room, and there only to the cases that reach its place;
 * what survives all of them is then shown to all other tests at once, and its own room's once more, whole files.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lint/sources.mjs';
import { Court } from './court.mjs';
import { switched } from './mutants.mjs';
import { shown } from './report.mjs';
import { isOwn, ordered, reaches, roomOf, testFiles } from './tests-of.mjs';

/** No test is taken for endless before this, and before it has taken so many times what it took without a fault. */
const ENDLESS = { milliseconds: 20_000, times: 10 };
/** Test files that take so long together, nearest and cheapest first, are asked about one survivor (of other rooms' only the cases that reach it). */
const MOST_ASKED = 25_000;

const groupsOf = (all, keyOf) => {
  const groups = new Map();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
};

const courtOf = (mutants) =>
  new Court(
    [...groupsOf(mutants, ({ file }) => file)].map(([file, ones]) => [file, switched(readFileSync(path.join(ROOT, file), 'utf8'), ones)]),
  );

/** Every test once without a fault: test → what it takes, whether it passes, and by which cases it reaches which place. */
async function control(court, tests, until) {
  const heard = new Map();
  const limit = () => Math.max(1000, Math.min(until - Date.now(), 300_000));
  const files = await court.hear(
    null,
    tests.map((test) => ({ test, only: null })),
    { bail: false, limit },
  );
  for (const one of files) {
    heard.set(one.test, { ...one, reached: new Map(one.reached) });
    if (one.milliseconds > 10_000) console.log(`mutate: ${one.test} takes ${Math.round(one.milliseconds / 1000)} s`);
    if (one.failure !== null)
      console.log(`mutate: not asked, fails without a fault: ${one.test} (${one.failure.name}) ${one.failure.why.slice(0, 200)}`);
  }
  return heard;
}

async function judged(court, mutant, asked, known, until) {
  const began = Date.now();
  const own = (test) => Math.max(ENDLESS.milliseconds, ENDLESS.times * known.get(test).milliseconds);
  let isCut = false;
  const limit = (test) => {
    isCut = until - Date.now() < own(test);
    return Math.max(100, Math.min(own(test), until - Date.now()));
  };
  const files = await court.hear(mutant.id, asked, { limit });
  const failed = files.find(({ failure }) => failure !== null);
  const result = { ...mutant, seconds: (Date.now() - began) / 1000 };
  if (failed === undefined) return { ...result, fate: 'survived', asked: asked.length };
  if (isCut && failed.failure.name === 'does not end') return { ...result, fate: 'undecided' };
  return { ...result, fate: 'killed', by: `${failed.test} «${failed.failure.name}»` };
}

const passing = (known) => [...known.values()].filter(({ failure }) => failure === null);

/** One after the other, each result told to `done` at once. */
async function tried(mutants, askedAbout, { court, known, until, done }) {
  for (const mutant of mutants) {
    if (until - Date.now() < 2000) return;
    const result = await judged(court, mutant, askedAbout(mutant), known, until);
    if (result.fate === 'undecided') return;
    console.log(shown(result));
    done(result);
  }
}

/** Each room's faults before its own tests. */
export async function ownTrial(mutants, until, done) {
  const all = testFiles();
  const loads = reaches(all);
  for (const [room, ones] of groupsOf(mutants, ({ file }) => roomOf(file))) {
    if (until - Date.now() < 5000) return;
    const began = Date.now();
    const tests = all.filter((test) => isOwn(test, room) && ones.some(({ file }) => loads.get(test).has(file)));
    const court = courtOf(ones);
    try {
      const known = await control(court, tests, until);
      console.log(`mutate: ${room}: ${tests.length} test files without a fault, ${Math.round((Date.now() - began) / 1000)} s`);
      const askedAbout = ({ id, file }) => {
        const asked = passing(known).filter(({ reached }) => reached.has(id));
        return ordered(
          asked.map(({ test }) => test),
          file,
          (test) => known.get(test).milliseconds,
        ).map((test) => ({ test, only: known.get(test).reached.get(id) }));
      };
      await tried(ones, askedAbout, { court, known, until, done });
    } finally {
      court.close();
    }
  }
}

/** The faults whose place no test of their own room reaches at all. */
export async function unreached(mutants, until) {
  const all = testFiles();
  const loads = reaches(all);
  const found = [];
  for (const [room, ones] of groupsOf(mutants, ({ file }) => roomOf(file))) {
    const court = courtOf(ones);
    const tests = all.filter((test) => isOwn(test, room) && ones.some(({ file }) => loads.get(test).has(file)));
    const known = await control(court, tests, until);
    court.close();
    const seen = new Set(passing(known).flatMap(({ reached }) => [...reached.keys()]));
    found.push(...ones.filter(({ id }) => !seen.has(id)));
  }
  return found;
}

/** What survived its own room's tests, before all. `kept` holds what the tests reach, for the next part of the same trial. */
export async function wholeTrial(survivors, until, done, kept) {
  const all = testFiles();
  const loads = reaches(all);
  const court = courtOf(survivors);
  try {
    const isNeeded = (test) => survivors.some(({ file }) => loads.get(test).has(file));
    const left = all.filter((test) => isNeeded(test) && !kept.has(test));
    // In pieces, so that what is known stays known where the clock ends it.
    while (left.length > 0 && until - Date.now() > 10_000) {
      const piece = await control(court, left.splice(0, 8), until);
      for (const [test, one] of piece) if (until > Date.now()) kept.set(test, one);
    }
    if (left.length > 0) return console.log(`mutate: ${left.length} test files are still to be heard without a fault`);
    const askedAbout = ({ id, file }) => {
      const asked = passing(kept).filter(({ test, reached }) => reached.has(id) || isOwn(test, roomOf(file)));
      let sum = 0;
      return ordered(
        asked.map(({ test }) => test),
        file,
        (test) => kept.get(test).milliseconds,
      )
        .filter((test) => (sum += kept.get(test).milliseconds) <= MOST_ASKED)
        .map((test) => ({ test, only: isOwn(test, roomOf(file)) ? null : kept.get(test).reached.get(id) }));
    };
    await tried(survivors, askedAbout, { court, known: kept, until, done });
  } finally {
    court.close();
  }
}

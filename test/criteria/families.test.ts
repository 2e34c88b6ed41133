/**
 * Every family of phrasings, in the manner of different provinces: never a score that is right ruled out, and as many read as before.
 * `FAMILIES=write npx jest test/criteria/families.test.ts` raises the floor and strikes out what is no longer wrong; it never lowers
 * one nor adds to the other.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { countsOf, readFamilies, readJson, readOutOf, readText, wrongIn, type Counts, type Family, type Read } from './families/family';

const FOLDER = path.join(__dirname, 'families');
const FLOOR = path.join(FOLDER, 'floor.json');
const KNOWN = path.join(FOLDER, 'known-wrong.json');

type Floor = Readonly<Record<string, Pick<Counts, 'whole' | 'right'>>>;

const families = readFamilies();
const reads = new Map<string, readonly Read[]>(families.map((one) => [one.name, one.texts.map(readText)]));
const counts = new Map<string, Counts>([...reads].map(([name, all]) => [name, countsOf(all)]));

/** All texts that are misread today: a right score ruled out, or a rule read out of a text that says none. */
const misread = (family: Family): readonly string[] => [
  ...reads
    .get(family.name)!
    .filter((one) => wrongIn(one).length > 0)
    .map((one) => one.text),
  ...readOutOf(family),
];
const wrongNow = new Set(families.flatMap(misread));

function raised(floor: Floor): Floor {
  const entries = families.map(({ name }) => {
    const now = counts.get(name)!;
    return [name, { whole: Math.max(now.whole, floor[name]?.whole ?? 0), right: Math.max(now.right, floor[name]?.right ?? 0) }] as const;
  });
  return Object.fromEntries(entries);
}

if (process.env['FAMILIES'] === 'write') {
  writeFileSync(FLOOR, `${JSON.stringify(raised(readJson<Floor>(FLOOR)), null, 2)}\n`);
  const left = readJson<readonly string[]>(KNOWN).filter((text) => wrongNow.has(text));
  writeFileSync(KNOWN, `${JSON.stringify(left, null, 2)}\n`);
}
const floor = readJson<Floor>(FLOOR);
const known = new Set(readJson<readonly string[]>(KNOWN));

const shown = (one: Read): readonly string[] =>
  wrongIn(one).map(({ example, outcome }) => `${one.text} ${JSON.stringify(example)} → ${outcome}`);

test('what was read, in numbers', () => {
  const line = (name: string, one: Counts): string =>
    `${name}: ${one.texts} texts, whole ${one.whole}, part ${one.part}, none ${one.none}, guarded ${one.guarded}, wrong ${one.wrong};` +
    ` examples right ${one.right}, blunt ${one.blunt}, unfit ${one.unfit}`;
  console.info(
    [...counts]
      .map(([name, one]) => line(name, one))
      .concat(line('all', countsOf([...reads.values()].flat())))
      .join('\n'),
  );
  expect(families.length).toBeGreaterThan(0);
});

describe.each(families.map((one) => [one.name, one] as const))('%s', (name, family) => {
  test('rules out no score that is right', () => {
    const wrong = reads.get(name)!.filter((one) => !known.has(one.text));
    expect(wrong.flatMap(shown)).toEqual([]);
  });

  test('what only looks like it is read as nothing', () => {
    expect(readOutOf(family).filter((text) => !known.has(text))).toEqual([]);
  });

  test('reads as many as before', () => {
    const now = counts.get(name)!;
    const least = floor[name] ?? { whole: 0, right: 0 };
    expect({ whole: Math.max(now.whole, least.whole), right: Math.max(now.right, least.right) }).toEqual({
      whole: now.whole,
      right: now.right,
    });
  });

  test('its texts are well formed', () => {
    for (const one of family.texts) {
      const scores = one.examples.flatMap((example) => [...(example.scores ?? []), ...(example.may ?? [])]);
      expect(scores.length + one.examples.filter(({ treatment }) => treatment !== undefined).length).toBeGreaterThanOrEqual(2);
      for (const score of scores) expect(Number(score) >= 0 && Number(score) <= Number(one.weight)).toBe(true);
    }
  });
});

describe('the list of what is misread today', () => {
  test('holds nothing that is read right by now: strike it out (FAMILIES=write)', () => {
    expect([...known].filter((text) => !wrongNow.has(text))).toEqual([]);
  });

  test('no text stands in two families or twice in one', () => {
    const texts = families.flatMap((one) => [...one.texts, ...one.lookAlikes].map(({ text }) => text));
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  });
});

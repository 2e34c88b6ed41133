import type { Criterion } from '../../../src/criteria';
import type { NoCriterion, PublicText, Wording } from './format';
import { compare, constrains, parsed, type Compared, type Verdict } from './measure';
import noCriteria from './not-criteria.json';
import publicTexts from './public-texts.json';
import publicLater from './public-texts-later.json';
import { LATER, ROW_RULES } from './row-rules';

const PUBLIC = publicTexts as unknown as readonly PublicText[];
const PUBLIC_LATER = publicLater as unknown as readonly PublicText[];
const NONE = noCriteria as readonly NoCriterion[];

const compareAll = (texts: readonly (Wording | PublicText)[]): readonly Compared[] =>
  texts.flatMap((one) => one.examples.map((example) => compare(one.text, one.weight, parsed(one.text), example)));

const shown = (all: readonly Compared[], verdict: Verdict): readonly string[] =>
  all.filter((one) => one.verdict === verdict).map((one) => `${one.text} ${JSON.stringify(one.example)} → ${one.outcome}`);

const percent = (part: number, of: number): string => `${((part / of) * 100).toFixed(1)}%`;

function readOf(texts: readonly { readonly text: string }[]): Readonly<Record<'whole' | 'part' | 'none', readonly string[]>> {
  const by = (level: string): readonly string[] => texts.filter((one) => parsed(one.text).understood === level).map((one) => one.text);
  return { whole: by('whole'), part: by('part'), none: by('none') };
}

function told(what: string, texts: readonly { readonly text: string }[], all: readonly Compared[]): string {
  const read = readOf(texts);
  const levels = (['whole', 'part', 'none'] as const).map(
    (level) => `${level} ${read[level].length} (${percent(read[level].length, texts.length)})`,
  );
  const verdicts = (['right', 'blunt', 'unfit', 'wrong'] as const).map(
    (verdict) => `${verdict} ${all.filter((one) => one.verdict === verdict).length}`,
  );
  return `${what}: ${texts.length} texts, ${levels.join(', ')}; ${all.length} examples, ${verdicts.join(', ')}`;
}

/** The kinds on the way down to the first node that is not a mere wrapper. */
function topKinds(criterion: Criterion): readonly string[] {
  switch (criterion.kind) {
    case 'limit':
    case 'veto':
    case 'exempt':
      return [criterion.kind, ...topKinds(criterion.rule)];
    case 'readings':
      return [criterion.kind, ...criterion.of.flatMap((one) => topKinds(one.rule))];
    case 'deductions':
      return criterion.rules.length === 1 ? [criterion.kind, ...topKinds(criterion.rules[0]!)] : [criterion.kind];
    case 'cases':
      return [criterion.kind, 'choose'];
    // A sum of one item only says how many points the rule is worth.
    case 'sum':
      return criterion.items.length === 1 ? [criterion.kind, ...topKinds(criterion.items[0]!.rule)] : [criterion.kind];
    default:
      return [criterion.kind];
  }
}

describe('wordings of the row rules', () => {
  const all = compareAll(ROW_RULES);
  const read = readOf(ROW_RULES);

  test('are read whole', () => {
    console.info(told('row rules', ROW_RULES, all));
    expect([...read.part, ...read.none]).toEqual([]);
  });

  test('no wrong constraint', () => {
    expect(shown(all, 'wrong')).toEqual([]);
  });

  test('the rule is of the kind it says', () => {
    const other = ROW_RULES.filter((one) => !topKinds(parsed(one.text).criterion).some((kind) => one.kind.some((right) => right === kind)));
    expect(other.map((one) => `${one.text} ${topKinds(parsed(one.text).criterion).join('>')} for ${one.kind.join('|')}`)).toEqual([]);
  });
});

describe.each<[string, readonly (Wording | PublicText)[]]>([
  ['wordings', LATER],
  ['texts of public tables', PUBLIC_LATER],
])('%s written when the grammar was there', (what, texts) => {
  test('no wrong constraint', () => {
    const all = compareAll(texts);
    console.info(told(`later ${what}`, texts, all));
    expect(shown(all, 'wrong')).toEqual([]);
  });
});

describe('texts of public tables', () => {
  const all = compareAll(PUBLIC);

  test('no wrong constraint', () => {
    console.info(told('public tables', PUBLIC, all));
    expect(shown(all, 'wrong')).toEqual([]);
  });
});

describe('texts that are no criterion', () => {
  test.each(NONE.map((one) => [one.is, one.text] as const))('%s: %s', (_is, text) => {
    expect(constrains(text, '10')).toBe(false);
  });
});

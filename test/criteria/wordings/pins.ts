/**
 * What the reader makes of every wording, one line each: level, names of the facts, outcome and verdict at each example, text.
 * What is right today cannot be lost unseen; what is read better tomorrow shows as a changed line in the file.
 */
import { parseCriterion, type FactRef } from '../../../src/criteria';
import type { PublicText, Wording } from './format';
import { compare, type Compared } from './measure';
import publicTexts from './public-texts.json';
import publicLater from './public-texts-later.json';
import { LATER, ROW_RULES } from './row-rules';

type Text = Wording | PublicText;

const SETS: Readonly<Record<string, readonly Text[]>> = {
  row: ROW_RULES,
  later: LATER,
  public: publicTexts as unknown as readonly PublicText[],
  'public-later': publicLater as unknown as readonly PublicText[],
};

const SIGNS = { right: '=', blunt: '≈', unfit: '?', wrong: '✗' } as const;

const factName = (ref: FactRef): string => `${ref.kind}:${ref.name === '' ? ref.role : ref.name}${ref.unit === '' ? '' : `/${ref.unit}`}`;

// Facts that were counted otherwise are named before; there is no outcome to pin.
const outcomeText = ({ verdict, outcome }: Compared): string => (verdict === 'unfit' ? '?' : `${outcome}${SIGNS[verdict]}`);

function pinned(set: string, one: Text): string {
  const reading = parseCriterion(one.text);
  const facts = reading.facts.map(factName).join(', ');
  const outcomes = one.examples.map((example) => outcomeText(compare(one.text, one.weight, reading, example))).join(' ');
  const text = one.text.replace(/\s*\n\s*/g, '⏎');
  return [set, reading.understood, `[${facts}]`, `${one.weight}: ${outcomes}`, text].join(' │ ');
}

/** The lines of the file: every wording in the order of its set. */
export function pins(): readonly string[] {
  return Object.entries(SETS).flatMap(([set, texts]) => texts.map((one) => pinned(set, one)));
}

/** Reads the family files, holds each text against the reader's door, and counts. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fitsWeight, type FactRef, type Parsed } from '../../../src/criteria';
import { Dec } from '../../../src/workbook/decimal';
import type { Example, FactList, NoCriterion } from '../wordings/format';
import { compare, constrains, parsed, type Compared, type Verdict } from '../wordings/measure';

/** A text and what is right at given facts; the form of an example is that of the wordings. */
export interface FamilyText {
  readonly text: string;
  /** 分值. */
  readonly weight: string;
  readonly examples: readonly Example[];
}

export interface Family {
  readonly name: string;
  /** What the family is, in Chinese. */
  readonly what: string;
  readonly texts: readonly FamilyText[];
  /** Texts that look like it and say no rule: nothing may be ruled out by them. */
  readonly lookAlikes: readonly Omit<NoCriterion, 'source'>[];
}

export interface Read {
  readonly text: string;
  /** guarded: read, but its best is not the 分值, so that the program holds no score against it. */
  readonly level: 'whole' | 'part' | 'none' | 'guarded';
  /** No score is held against it. */
  readonly distrusted: boolean;
  readonly compared: readonly Compared[];
}

const NOT_FAMILIES = new Set(['floor.json', 'known-wrong.json']);

/** All family files of the folder, by name. */
export function readFamilies(folder: string = __dirname): readonly Family[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !NOT_FAMILIES.has(name))
    .sort()
    .map((name) => ({ name: path.basename(name, '.json'), ...readJson<Omit<Family, 'name'>>(path.join(folder, name)) }));
}

export const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** One text through the door. A guarded rule is compared with nothing: no score is held against it. */
export function readText(one: FamilyText): Read {
  const whole = parsed(one.text);
  const guarded = whole.understood !== 'none' && !fitsWeight(whole.criterion, new Dec(one.weight));
  return {
    text: one.text,
    level: guarded ? 'guarded' : whole.understood,
    // What has a flaw is held against nobody either (scoring/derive.ts).
    distrusted: guarded || whole.flaws !== undefined,
    compared: guarded ? [] : one.examples.map((example) => held(one, whole, example)),
  };
}

function held(one: FamilyText, whole: Parsed, example: Example): Compared {
  const first = compare(one.text, one.weight, whole, example);
  if (first.verdict === 'unfit') return { ...first, verdict: falseWithLess(one, whole, example) ? 'wrong' : 'unfit' };
  return first.verdict === 'wrong' && allowsAnother(one, whole, example) ? { ...first, verdict: 'right' } : first;
}

/** `may` beside `scores`: readers differ, and a reading that allows one of them is not wrong. */
const allowsAnother = (one: FamilyText, whole: Parsed, example: Example): boolean =>
  (example.may ?? []).some((score) => verdictOf(one, whole, { ...example, scores: [score], may: example.scores! }) !== 'wrong');

/**
 * The reading asks for other facts than the example gives. What it says of nothing, and of the example's one figure put into the first
 * place that takes it (as the program does with a row's own), may still not rule out what is right.
 */
function falseWithLess(one: FamilyText, whole: Parsed, { facts: given, scores, may = [] }: Example): boolean {
  if (scores === undefined) return false;
  const figure = isList(given) && given.length === 1 && typeof given[0] === 'string' ? given[0] : null;
  const place = figure === null ? -1 : whole.facts.findIndex((ref) => takes(ref, figure));
  const lists = place < 0 ? [[]] : [[], whole.facts.map((_ref, i) => (i === place ? figure : null))];
  const all = [...scores, ...may];
  return lists.some((facts) => all.every((score) => verdictOf(one, whole, { facts, scores: [score] }) === 'wrong'));
}

const verdictOf = (one: FamilyText, whole: Parsed, example: Example): Verdict => compare(one.text, one.weight, whole, example).verdict;

const isList = (facts: Example['facts']): facts is FactList => Array.isArray(facts);

function takes(ref: FactRef, figure: string): boolean {
  if (ref.role === 'target') return false;
  if (figure.endsWith('%')) return ref.kind === 'rate' || ref.kind === 'number';
  return Number.isFinite(Number(figure)) && (ref.kind === 'count' || ref.kind === 'number');
}

/** The places where a right score is ruled out. */
export const wrongIn = (read: Read): readonly Compared[] => (read.distrusted ? [] : read.compared.filter((one) => one.verdict === 'wrong'));

/** Look-alikes out of which some rule is read. */
export const readOutOf = (family: Family): readonly string[] =>
  family.lookAlikes.filter((one) => constrains(one.text, '10')).map((one) => one.text);

export interface Counts {
  readonly texts: number;
  readonly whole: number;
  readonly part: number;
  readonly none: number;
  readonly guarded: number;
  /** Texts with an example at which a right score is ruled out. */
  readonly wrong: number;
  /** Examples at which exactly the right scores are left. */
  readonly right: number;
  readonly blunt: number;
  readonly unfit: number;
}

export function countsOf(reads: readonly Read[]): Counts {
  const at = (level: Read['level']): number => reads.filter((one) => one.level === level).length;
  const all = reads.flatMap((one) => one.compared);
  const verdicts = (verdict: Compared['verdict']): number => all.filter((one) => one.verdict === verdict).length;
  return {
    texts: reads.length,
    whole: at('whole'),
    part: at('part'),
    none: at('none'),
    guarded: at('guarded'),
    wrong: reads.filter((one) => wrongIn(one).length > 0).length,
    right: verdicts('right'),
    blunt: verdicts('blunt'),
    unfit: verdicts('unfit'),
  };
}

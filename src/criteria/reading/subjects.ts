/** From the subjects of clauses to conditions and measured figures: what they speak of, and between which ends. */
import type { Condition, Span } from '../types';
import { conditionOf, oneMeasure, type Measured } from '../former/measures';
import { plainName, spanOf, type Places } from '../former/naming';
import type { Between, Bound, Conditions, Name, StatedValue, Term } from '../former/syntax/tree';
import type { End, MentionSaid, TextPlace, Subject, Within } from './clause';
import type { FigureSaid } from './figures';

/** What stands around a clause while its meaning is worked out. */
export interface RuleSetting {
  readonly places: Places & { readonly text: string };
  readonly span: Span;
  /** The figure spoken of last. */
  readonly operand: Name | null;
  /** «…应达到90%»: said to be required before any points are. */
  readonly required: Measured | null;
  /** 「以100%为标准」. */
  readonly standard: FigureSaid | null;
}

export const spanAt = ({ places }: RuleSetting, [from, to]: TextPlace): Span => spanOf(places, from, to);

/** 「可持续影响:强」: what stands before a colon is a heading. */
export function nameOfMention({ words, place: [from, to] }: MentionSaid): Name {
  const text = words.slice(words.lastIndexOf(':') + 1);
  return text === '' ? { text: words, from, to, counted: null } : { text, from: to - text.length, to, counted: null };
}

const AND_ALSO = /[^而]且/;
const AND_OR_COMMA = /,(?:并且|同时|且|并)?|并且|且/;
const EITHER = /或者?/;
const ONE_THING = /[、,]|之一|或有/;
const SHORTEST_STATE = 4;
const STATED: Readonly<Record<FigureSaid['as'], StatedValue['as']>> = {
  percent: 'percent',
  point: 'pp',
  plain: 'plain',
  quantity: 'quantity',
  score: 'points',
};

export function statedValue({ value, as, unit, both }: FigureSaid): StatedValue {
  return { value, as: STATED[as], unit: both ? '±' : as === 'quantity' ? unit : '' };
}

const boundOf = (end: End | null): Bound | null => (end === null ? null : { value: statedValue(end.figure), end: end.end });
const betweenOf = ({ from, to, bare }: Within): Between => ({ from: boundOf(from), to: boundOf(to), bare });

function termsOf(subject: Subject): readonly Term[] {
  switch (subject.is) {
    case 'holds':
      return [{ name: nameOfMention(subject.of), between: null, against: null }];
    case 'within':
      return [{ name: subject.of === null ? null : nameOfMention(subject.of), between: betweenOf(subject), against: null }];
    case 'against':
      return [
        {
          name: subject.of === null ? null : nameOfMention(subject.of),
          between: null,
          against: { sign: subject.comparator, name: nameOfMention(subject.other) },
        },
      ];
    default:
      return subject.of.flatMap(termsOf);
  }
}

/** 「独立设置,且有全科病房,并有效运行」: each has to hold. */
function parts(of: MentionSaid): readonly Term[] {
  const { text, from } = nameOfMention(of);
  if (!AND_ALSO.test(text)) return [];
  const all = text.split(AND_OR_COMMA).filter((part) => plainName(part) !== '');
  return all.map((part) => ({ name: { text: part, from, to: from + text.length, counted: null }, between: null, against: null }));
}

/** 「有工作计划或上级文件」: two states, each long enough to be one. */
function alternatives({ words, place }: MentionSaid): readonly Term[] {
  const parts = words.split(EITHER);
  if (parts.length === 1 || ONE_THING.test(words) || parts.some((part) => plainName(part).length < SHORTEST_STATE)) return [];
  return parts.map((text) => ({ name: { text, from: place[0], to: place[1], counted: null }, between: null, against: null }));
}

export function conditionsOf(subject: Subject): Conditions {
  const all = subject.is === 'holds' ? parts(subject.of) : [];
  if (all.length > 1) return { terms: all, joins: all.slice(1).map(() => 'and') };
  const either = subject.is === 'holds' ? alternatives(subject.of) : [];
  if (either.length > 0) return { terms: either, joins: either.slice(1).map(() => 'or') };
  const terms = termsOf(subject);
  return { terms, joins: terms.slice(1).map(() => (subject.is === 'either' ? 'or' : 'and')) };
}

export function subjectCondition(setting: RuleSetting, subject: Subject): Condition | null {
  return conditionOf(setting.places, conditionsOf(subject), setting.operand, false);
}

export function subjectMeasure(setting: RuleSetting, subject: Subject): Measured | null {
  return oneMeasure(setting.places, conditionsOf(subject), setting.operand, false);
}

/** The words of a subject that has no figures; '' else. */
export function subjectWords(subject: Subject): string {
  return subject.is === 'holds' ? plainName(nameOfMention(subject.of).text) : '';
}

/** The figure a subject names, for the clauses behind it. */
export function operandAfter(subject: Subject, before: Name | null): Name | null {
  const named = [...termsOf(subject)]
    .reverse()
    .find(({ name, between, against }) => name !== null && (between !== null || against !== null));
  return named?.name ?? before;
}

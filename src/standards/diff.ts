/** What changed between two standards, or between two years of one. As data; the words are in messages/standard-diff.ts. */
import type { Dec } from '../workbook';
import { align } from './align';
import { holdsIn, valueIn } from './dates';
import { SWITCH_KEYS } from './keys';
import { pathOf } from './lines';
import { textKey } from './names';
import type { ExpectedLine, ResolvedStandard } from './resolve';
import type { SwitchName, SwitchValues } from './types';

export type StandardChange =
  | { readonly kind: 'title' | 'status' | 'force' | 'reference'; readonly was: string; readonly is: string }
  | {
      readonly kind: 'added' | 'removed';
      readonly path: readonly string[];
      readonly weight: Dec | null;
      readonly rule: string;
      readonly isClass: boolean;
    }
  | { readonly kind: 'renamed'; readonly path: readonly string[]; readonly was: string; readonly is: string }
  | { readonly kind: 'moved'; readonly path: readonly string[]; readonly was: readonly string[]; readonly is: readonly string[] }
  | { readonly kind: 'order'; readonly path: readonly string[] }
  | { readonly kind: 'weight'; readonly path: readonly string[]; readonly was: Dec | null; readonly is: Dec | null }
  | { readonly kind: 'rule' | 'note'; readonly path: readonly string[]; readonly was: string; readonly is: string }
  | { readonly kind: 'footnote'; readonly was: string; readonly is: string }
  | {
      readonly kind: 'switch';
      readonly name: SwitchName;
      readonly was: SwitchValues[SwitchName] | null;
      readonly is: SwitchValues[SwitchName] | null;
    };

/** In the order in which a reader would go through the newer one: the head, the lines, the switches. */
export function diffStandards(before: ResolvedStandard, after: ResolvedStandard): readonly StandardChange[] {
  return [...heads(before, after), ...lines(before, after), ...footnotes(before, after), ...switches(before, after)];
}

function heads({ standard: a }: ResolvedStandard, { standard: b }: ResolvedStandard): readonly StandardChange[] {
  const number = (one: typeof a): string => one.reference.number ?? one.reference.title;
  const pairs = [
    ['title', a.title, b.title],
    ['status', a.status, b.status],
    ['force', a.force, b.force],
    ['reference', number(a), number(b)],
  ] as const;
  return pairs.filter(([, was, is]) => was !== is).map(([kind, was, is]) => ({ kind, was, is }));
}

function lines(before: ResolvedStandard, after: ResolvedStandard): readonly StandardChange[] {
  const { toSheet, toForm, renamed, moved } = align(before.lines, after.lines);
  const changes: StandardChange[] = [];
  after.lines.forEach((line, index) => {
    const path = pathOf(after.lines, index);
    const from = toForm[index];
    if (from === null || from === undefined) {
      changes.push({
        kind: 'added',
        path,
        weight: line.weight?.value ?? null,
        rule: line.rule?.text ?? '',
        isClass: line.kind === 'class',
      });
      return;
    }
    const old = before.lines[from]!;
    if (renamed.has(from)) changes.push({ kind: 'renamed', path, was: old.name, is: line.name });
    const parents = [pathOf(before.lines, from).slice(0, -1), path.slice(0, -1)] as const;
    const sameClass = old.parent === null || line.parent === null ? old.parent === line.parent : toSheet[old.parent] === line.parent;
    if (!sameClass) changes.push({ kind: 'moved', path, was: parents[0], is: parents[1] });
    else if (moved.has(from)) changes.push({ kind: 'order', path });
    const [was, is] = [worth(before.lines, from), worth(after.lines, index)];
    if (!same(was, is)) changes.push({ kind: 'weight', path, was, is });
    const rules = [old.rule?.text ?? '', line.rule?.text ?? ''] as const;
    if (textKey(rules[0]) !== textKey(rules[1])) changes.push({ kind: 'rule', path, was: rules[0], is: rules[1] });
    if (textKey(old.note ?? '') !== textKey(line.note ?? ''))
      changes.push({ kind: 'note', path, was: old.note ?? '', is: line.note ?? '' });
  });
  before.lines.forEach((line, index) => {
    if (toSheet[index] === null)
      changes.push({
        kind: 'removed',
        path: pathOf(before.lines, index),
        weight: line.weight?.value ?? null,
        rule: line.rule?.text ?? '',
        isClass: line.kind === 'class',
      });
  });
  return changes;
}

/** What a line is worth: a class without a 分值 of its own is the sum of what it holds. */
function worth(all: readonly ExpectedLine[], index: number): Dec | null {
  const line = all[index]!;
  if (line.weight !== null || line.open) return line.weight?.value ?? null;
  const parts = all.flatMap((other, at) => (other.parent === index ? [worth(all, at)] : []));
  if (parts.length === 0 || parts.some((part) => part === null)) return null;
  return (parts as Dec[]).reduce((sum, part) => sum.plus(part));
}

function same(a: Dec | null, b: Dec | null): boolean {
  return a === null || b === null ? a === b : a.eq(b);
}

function footnotes(before: ResolvedStandard, after: ResolvedStandard): readonly StandardChange[] {
  const [was, is] = [before.notes, after.notes].map((notes) => new Map(notes.map((note) => [textKey(note), note])));
  const gone = [...was!].filter(([key]) => !is!.has(key)).map(([, text]) => ({ kind: 'footnote' as const, was: text, is: '' }));
  const come = [...is!].filter(([key]) => !was!.has(key)).map(([, text]) => ({ kind: 'footnote' as const, was: '', is: text }));
  return [...gone, ...come];
}

function switches(before: ResolvedStandard, after: ResolvedStandard): readonly StandardChange[] {
  const value = ({ standard, year }: ResolvedStandard, name: SwitchName): SwitchValues[SwitchName] | null => {
    const history = standard.switches[name] ?? [];
    return (
      valueIn<SwitchValues[SwitchName]>(
        history.filter((one) => year === null || holdsIn(one, year)),
        year,
      )?.value ?? null
    );
  };
  return (Object.keys(SWITCH_KEYS) as SwitchName[]).flatMap((name) => {
    const [was, is] = [value(before, name), value(after, name)];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ kind: 'switch' as const, name, was, is }];
  });
}

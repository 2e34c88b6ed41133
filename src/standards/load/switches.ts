import {
  CAP_KEYS,
  EXECUTION_SCORE,
  NOT_APPLICABLE,
  OVER,
  OVER_KEYS,
  PARTIAL,
  RATE,
  SWITCH_KEYS,
  WARNING_KEYS,
  ZERO_WORDS,
  type KeyWords,
} from '../keys';
import type { TreePlace, Reader } from '../reader';
import type { GradeBand, History, StandardStatus, SwitchName, SwitchValues, Switches, TotalCap } from '../types';
import { historyOf, type Inherited } from './values';

const MOST_OVER = 100;

type Readers = { readonly [K in SwitchName]: (place: TreePlace, reader: Reader) => SwitchValues[K] | null };

const word =
  <V extends string>(words: KeyWords<V>) =>
  (place: TreePlace, reader: Reader): V | null =>
    reader.word(place, words);

/** {优: 90%, 良: 80%, …}: names with their lower bounds, from the best to the lowest. */
function bands(place: TreePlace, reader: Reader): readonly GradeBand[] | null {
  const found = reader.pairs(place).map(([name, inner]) => ({ name, from: reader.share(inner) }));
  if (found.length === 0 || found.some((one) => one.from === null)) return null;
  const list = found as GradeBand[];
  const sorted = list.every((one, index) => index === 0 || one.from.lt(list[index - 1]!.from));
  return sorted ? list : reader.report('order', place.path, list.map((one) => `${one.name}${one.from.times(100).toFixed()}%`).join('、'));
}

function overAchievement(place: TreePlace, reader: Reader): SwitchValues['overAchievement'] | null {
  const entries = reader.map(place, OVER_KEYS);
  if (entries === null) return null;
  const from = reader.share(reader.required(entries, 'from', OVER_KEYS.from), MOST_OVER);
  const then = reader.word(reader.required(entries, 'then', OVER_KEYS.then), OVER);
  return from === null || then === null ? null : { from, then };
}

function warning(place: TreePlace, reader: Reader): SwitchValues['executionWarning'] | null {
  const entries = reader.map(place, WARNING_KEYS);
  if (entries === null) return null;
  const red = reader.share(reader.required(entries, 'red', WARNING_KEYS.red));
  const yellow = reader.share(reader.required(entries, 'yellow', WARNING_KEYS.yellow));
  return red === null || yellow === null ? null : { red, yellow };
}

function caps(place: TreePlace, reader: Reader): readonly TotalCap[] | null {
  const found = reader.list(place).map((one) => {
    const entries = reader.map(one, CAP_KEYS);
    if (entries === null) return null;
    const below = reader.share(reader.required(entries, 'below', CAP_KEYS.below));
    const most = reader.points(reader.required(entries, 'most', CAP_KEYS.most));
    return below === null || most === null ? null : { below, most };
  });
  if (found.length === 0 || found.some((one) => one === null)) return null;
  const sorted = (found as TotalCap[]).sort((a, b) => a.below.cmp(b.below));
  const rises = sorted.every(
    (one, index) => index === 0 || (one.below.gt(sorted[index - 1]!.below) && one.most.gt(sorted[index - 1]!.most)),
  );
  return rises
    ? sorted
    : reader.report('order', place.path, sorted.map((one) => `${one.below.times(100).toFixed()}%→${one.most.toFixed()}`).join('、'));
}

const share = (place: TreePlace, reader: Reader) => reader.share(place);
const points = (place: TreePlace, reader: Reader) => reader.points(place);

const READERS: Readers = {
  fullScore: points,
  grades: bands,
  executionScore: word(EXECUTION_SCORE),
  executionWeight: points,
  executionExplained: share,
  budgetAdjustment: share,
  overAchievement,
  executionWarning: warning,
  qualitativeBands: bands,
  notApplicable: word(NOT_APPLICABLE),
  partialPoints: word(PARTIAL),
  rateRounding: word(RATE),
  zeroTarget: word(ZERO_WORDS),
  totalCaps: caps,
};

/** 规定: what differs from place to place. */
export function switchesOf(place: TreePlace | null, around: Inherited, status: StandardStatus, reader: Reader): Partial<Switches> {
  const entries = place === null || place.node === null ? null : reader.map(place, SWITCH_KEYS);
  if (entries === null) return {};
  const read = <K extends SwitchName>(name: K): readonly [K, History<SwitchValues[K]>] => [
    name,
    historyOf<SwitchValues[K]>(entries.get(name), around, status, reader, (inner) => READERS[name](inner, reader)),
  ];
  return Object.fromEntries(
    (Object.keys(SWITCH_KEYS) as SwitchName[]).map((name) => read(name)).filter(([, history]) => history.length > 0),
  ) as Partial<Switches>;
}

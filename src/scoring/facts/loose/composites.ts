/** Several figures in one cell: 「线上100%，线下80%」 for two rates, 「5期、275人」 of 「6期、300人」 for what is missing of each. */
import { factKey } from '../../../criteria';
import { Dec } from '../../../workbook';
import { sameUnit } from '../amounts';
import { sideCounted } from '../beyond-target';
import { reasonText } from '../from-reason';
import { isUnbound, looseFact, NOTHING_LOOSE, type LooseFinder, type LooseInput } from './finder';
import type { KnownFact } from '../known';

interface Piece {
  readonly label: string;
  readonly value: Dec;
  /** % or a unit. */
  readonly unit: string;
}

const PIECE = /^([^\d%]{0,14}?)(?:为|达到|达|:)?(?:≥|≤)?(\d{1,9}(?:\.\d{1,4})?)(%|[\u4e00-\u9fa5]{1,3})$/;
const FEWEST = 2;

/** Nothing where the text says anything else. */
function piecesIn(text: string): readonly Piece[] {
  const parts = text.split(/[,;、。]/).filter((part) => part !== '');
  const pieces = parts.flatMap((part): Piece[] => {
    const match = PIECE.exec(part);
    return match === null ? [] : [{ label: match[1]!, value: new Dec(match[2]!), unit: match[3]! }];
  });
  return pieces.length === parts.length && pieces.length >= FEWEST ? pieces : [];
}

export const looseComposites: LooseFinder = (input) => {
  const actual = piecesIn(reasonText(input.row.actual));
  if (actual.length === 0) return NOTHING_LOOSE;
  const found = new Map([...ratesOf(input, actual), ...shortfallsOf(input, actual)]);
  return found.size === 0 ? NOTHING_LOOSE : found;
};

/** Each rate by the label that stands in its name alone; none where one of them has no such label. */
function ratesOf(input: LooseInput, pieces: readonly Piece[]): readonly (readonly [string, KnownFact])[] {
  const rates = input.refs.filter(({ kind, role }) => kind === 'rate' && role === 'named');
  const open = rates.filter((ref) => isUnbound(input, ref));
  const labelled = open.map((ref) => pieces.filter(({ label, unit }) => unit === '%' && label.length >= 2 && ref.name.includes(label)));
  const isPlain = labelled.every(
    ([one, other]) => one !== undefined && other === undefined && rates.filter(({ name }) => name.includes(one.label)).length === 1,
  );
  if (rates.length < FEWEST || !isPlain) return [];
  return open.map((ref, at) => [factKey(ref), looseFact(labelled[at]![0]!.value.div(100), 'row', input.row.actual)] as const);
}

/** What is missing of a target in the same unit. */
function shortfallsOf(input: LooseInput, actual: readonly Piece[]): readonly (readonly [string, KnownFact])[] {
  const { row } = input;
  const target = piecesIn(reasonText(row.target));
  return input.refs.flatMap((ref) => {
    if (ref.kind !== 'count' || ref.unit === '' || sideCounted(ref.name) !== 'below' || !isUnbound(input, ref)) return [];
    const [wanted, reached] = [target, actual].map((pieces) => pieces.filter(({ unit }) => sameUnit(unit, ref.unit)));
    if (wanted!.length !== 1 || reached!.length !== 1) return [];
    const short = Dec.max(wanted![0]!.value.minus(reached![0]!.value), 0);
    return [[factKey(ref), looseFact(short, 'row', row.actual, row.target)] as const];
  });
}

/** What a number format does to the figure it shows. */
import { oncePerText } from './once-per-object';

/**
 * scales: a bare % shows the figure a hundredfold (0.95 → 95%) · written: the % is a quoted or escaped sign that only follows
 * the figure (95 → 95%) · null: no %.
 */
export type PercentSign = 'scales' | 'written' | null;

interface Section {
  readonly percent: PercentSign;
  /** 「[<=1]」; null for a section without a condition. */
  readonly condition: { readonly sign: string; readonly than: number } | null;
}

/** The % of the section of a format that shows this figure. */
export function percentSign(format: string, figure: number): PercentSign {
  if (format === 'General' || !/[%％﹪]/.test(format)) return null;
  return sectionFor(sectionsOf(format), figure)?.percent ?? null;
}

function sectionFor(sections: readonly Section[], figure: number): Section | undefined {
  if (sections.some((section) => section.condition !== null)) {
    return sections.find((section) => section.condition === null || holds(figure, section.condition)) ?? sections[0];
  }
  if (figure < 0) return sections[1] ?? sections[0];
  return figure === 0 ? (sections[2] ?? sections[0]) : sections[0];
}

function holds(figure: number, { sign, than }: NonNullable<Section['condition']>): boolean {
  if (sign === '<') return figure < than;
  if (sign === '<=') return figure <= than;
  if (sign === '>') return figure > than;
  if (sign === '>=') return figure >= than;
  return sign === '=' ? figure === than : figure !== than;
}

/** One piece of a format: quoted text, an escaped, skipped or repeated character, brackets, or a character of its own. */
const PIECES = /"[^"]*"?|\\.|!.|_.|\*.|\[[^\]]*\]|[^]/gu;
/** As files and as Chinese programs spell it. */
const GENERAL = /G\/通用格式|General/gi;
const CONDITION = /^\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]$/;

const sectionsOf = oncePerText((format: string): readonly Section[] => {
  const sections: string[][] = [[]];
  for (const piece of format.replace(GENERAL, '0').match(PIECES) ?? []) {
    if (piece === ';') sections.push([]);
    else sections[sections.length - 1]!.push(piece);
  }
  return sections.map(sectionOf);
});

function sectionOf(pieces: readonly string[]): Section {
  let condition: Section['condition'] = null;
  let scales = false;
  let behind: string | null = null;
  for (const piece of pieces) {
    const found = CONDITION.exec(piece);
    if (found !== null) condition = { sign: found[1]!, than: Number(found[2]) };
    else if (piece === '%') scales = true;
    else if (/^[0#?]$/.test(piece)) behind = '';
    else if (behind !== null) behind += literal(piece);
  }
  const written = behind !== null && /^\s*[%％﹪]/.test(behind);
  return { percent: scales ? 'scales' : written ? 'written' : null, condition };
}

/** The characters a piece shows as they stand. */
function literal(piece: string): string {
  if (piece.startsWith('"')) return piece.replace(/"/g, '');
  if (/^[\\!]/.test(piece)) return piece.slice(1);
  return /^[_*[]/.test(piece) ? '' : piece;
}

/** Decimals a format shows: "0.00" → 2, "0%" → 2 (as a fraction); null for General, texts and dates. */
export function decimalsOfFormat(format: string): number | null {
  const section = format.split(';')[0]!.replace(/"[^"]*"|\[[^\]]*\]|[\\!_*]./g, '');
  const match = /[0#?](?:\.([0#?]+))?(?![0#?.,])/.exec(section.replace(/,/g, ''));
  if (match === null || /[ymdhsEe@]/.test(section.replace(/[0#?.,]/g, ''))) return null;
  return (match[1]?.length ?? 0) + (section.includes('%') ? 2 : 0);
}

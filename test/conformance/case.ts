/**
 * The published tables as data: facts and figures, a cell's text as it was printed. The truth a recogniser is measured
 * against is derived from these and from the layout, never from the recogniser.
 */

export type Role =
  | 'l1'
  | 'l2'
  | 'l3'
  | 'weight'
  | 'symbol'
  | 'target'
  | 'unit'
  | 'actual'
  | 'completionWords'
  | 'completion'
  | 'coefficient'
  | 'score'
  | 'itemScore'
  | 'criterion'
  | 'reason'
  | 'evidence'
  | 'description'
  | 'core'
  | 'basis'
  | 'lastYear';

export type FundRole = 'label' | 'initial' | 'budget' | 'arrived' | 'executed' | 'weight' | 'rate' | 'score' | 'criterion' | 'reason';

/**
 * One line of the indicator table. A bare array: an indicator as printed. ours: a neutral row that closes a cut-off table.
 * shares: its score cell is merged with the row above. breakdown, placeholder: read so by us, see recognition/types.
 */
export type CaseRow =
  | readonly string[]
  | { readonly ours: readonly string[] }
  | { readonly shares: readonly string[] }
  | { readonly breakdown: readonly string[] }
  | { readonly placeholder: readonly string[] };

/** Where a finding points: an indicator by (the beginning of) its name, the funding table's total row, a funding row by label, or a total. */
export type Where =
  | { readonly row: string; readonly cell: 'name' | 'l1' | 'weight' | 'score' | 'target' | 'actual' | 'reason' | 'evidence' | 'symbol' }
  | { readonly fund: string; readonly cell: FundRole | readonly FundRole[] }
  | { readonly total: 'weight' | 'score' | 'grade' }
  | { readonly subtotal: 'weight' | 'score' }
  | { readonly goals: 'expected' | 'achieved' }
  | { readonly anywhere: true };

export interface Expected {
  readonly code: string;
  /** M, A or I; 'MA': either is defensible. */
  readonly severity: 'M' | 'A' | 'I' | 'MA';
  /** Several: any of them. */
  readonly at: Where | readonly Where[];
  /** The reading is arguable: the finding may be there or not, and `why` says so. */
  readonly optional?: true;
  readonly why: string;
}

export interface FundingCase {
  readonly columns: readonly FundRole[];
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** 分值 written in a header only, e.g. 「得分(20分*执行率)」. */
  readonly headerWeight?: string;
  /** Kind of each row where it is not total + parts. */
  readonly kinds?: readonly ('total' | 'part' | 'income' | 'expenditure')[];
}

export interface CaseTable {
  readonly id: string;
  readonly source: string;
  readonly unit: string;
  readonly project?: string;
  readonly year: number;
  readonly kind: 'whole' | 'project';
  readonly money: '元' | '万元' | null;
  readonly title: string;
  readonly funding?: FundingCase;
  readonly goals?: { readonly expected: string; readonly achieved: string };
  readonly columns: readonly Role[];
  readonly headers: readonly string[];
  readonly rows: readonly CaseRow[];
  /** Printed as the first line of the indicator block (some systems do). */
  readonly subtotal?: { readonly label: string; readonly weight: string; readonly score: string };
  /** null: the form has none, or it stands where it should not. */
  readonly total: {
    readonly label: string;
    readonly where: 'row' | 'beside';
    readonly weight?: string;
    readonly score: string;
    readonly grade?: string;
    readonly ours?: true;
    /** A live formula instead of a typed figure; short: it leaves out the last leaf. The stored value is `score` in any case. */
    readonly formula?: 'sum' | 'short' | 'double';
  } | null;
  /** Year of the date line where it is not the year after. */
  readonly filledYear?: number;
  readonly remarks?: { readonly label: string; readonly text: string };
  readonly notes?: readonly string[];
  /** Rows of a data sheet beside it. */
  readonly dataSheet?: { readonly name: string; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** What the checks that need no scoring rule should say, and none besides. */
  readonly findings: readonly Expected[];
  /** What we changed or assumed, and where the case's own note is wrong or arguable. */
  readonly remarksOfOurs?: readonly string[];
}

/** The cells of a row whatever its mark. */
export function cellsOf(row: CaseRow): readonly string[] {
  if (Array.isArray(row)) return row as readonly string[];
  return Object.values(row as Record<string, readonly string[]>)[0]!;
}

export function markOf(row: CaseRow): 'plain' | 'ours' | 'shares' | 'breakdown' | 'placeholder' {
  if (Array.isArray(row)) return 'plain';
  return Object.keys(row)[0] as 'ours' | 'shares' | 'breakdown' | 'placeholder';
}

/** Where conditions hold, so much is given. */
import type { Criterion, Points, Span } from '../types';
import type { Conditions } from './syntax/tree';

/** Points, or one of the rules that need no figures of their own. */
export type Award =
  { readonly points: Points } | { readonly from: Points; readonly to: Points } | { readonly rule: 'by-ratio' | 'discretion' };

/** One arm of a table. */
export interface Arm {
  /** null: whatever else. */
  readonly conditions: Conditions | null;
  readonly award: Award | { readonly criterion: Criterion };
  readonly span: Span;
}

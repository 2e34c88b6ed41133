/** A value found for a fact, before it is bound to the words that ask for it. */
import type { Arithmetic, FactValue } from '../../criteria';
import type { Addr, Dec } from '../../workbook';
import type { Fact } from '../types';

export interface KnownFact {
  readonly value: FactValue;
  /** The value as its cell shows it, where that is rounded. */
  readonly shown?: Dec;
  readonly from: Fact['from'];
  /** First the cell that states it, then what else it rests on. */
  readonly cells: readonly Addr[];
  /** The cell whose stored number is exactly the value, so that a live formula can point to it. */
  readonly live?: Addr;
  /** How it is worked out of other cells. */
  readonly derived?: Arithmetic;
  /** Bound by where it stands, not by its name: it asks, it never convicts, and nothing is written by it. */
  readonly weak?: true;
  /** 元 and 万元 amounts are in 元; null: money or not, no unit is written anywhere. '' for what is no amount. */
  readonly money: '元' | null | '';
}

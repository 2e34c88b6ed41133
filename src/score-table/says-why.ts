/** Whether an explanation cell says anything at all. */
import type { Slot } from './types';
import { explanation, saysNothing } from './reason-text';

/** False for no cell, blanks, placeholders, 「无」 and 「0」. */
export function saysWhy(slot: Slot<string> | undefined): boolean {
  return !saysNothing(explanation(slot));
}

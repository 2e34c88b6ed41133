/** Whether an explanation cell says anything at all. */
import type { Slot } from './types';
import { explanation, saysNothing } from './reason-text';

/** False for no cell, blanks, placeholders, 「无」 and 「0」. What a picture says, people can read. */
export function saysWhy(slot: Slot<string> | undefined): boolean {
  return slot?.state === 'picture' || !saysNothing(explanation(slot));
}

/** Opinions as they are kept in this browser, by the name of their batch. */
import { keepValue, keptValue } from '../page/safekeeping';

const keyOf = (batch: string): string => `opinions:${batch}`;

/** null where nothing is kept, or nothing can be. */
export async function keptOpinions(batch: string): Promise<string | null> {
  const found = await keptValue(keyOf(batch));
  return typeof found === 'string' ? found : null;
}

/** Whether it is kept now. */
export const keepOpinions = (batch: string, text: string): Promise<boolean> => keepValue(keyOf(batch), text);

/** The words of the reviewer's workbooks. */
import texts from './texts.json';

/** A text with its {places} filled. */
export function sayDesk(key: keyof typeof texts, given: Readonly<Record<string, string | number>> = {}): string {
  return texts[key].replace(/\{([a-z]+)\}/g, (_, place: string) => String(given[place] ?? ''));
}

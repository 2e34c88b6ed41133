import TEXTS from './zh-CN.json';

export type TextKey = keyof typeof TEXTS;
export type TextValues = Readonly<Record<string, string | number>>;

/** A function that says a room's words: a text with its {places} filled. It throws where a place has nothing given for it. */
export function sayFrom<K extends string>(texts: Readonly<Record<K, string>>): (key: K, given?: TextValues) => string {
  return (key, given = {}) =>
    texts[key].replace(/\{([a-zA-Z]+)\}/g, (_, place: string) => {
      const value = given[place];
      if (value === undefined) throw new Error(`${key}: nothing given for ${place}`);
      return String(value);
    });
}

/** The words of the pane. */
export const say = sayFrom<TextKey>(TEXTS);

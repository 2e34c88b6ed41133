import TEXTS from './zh-CN.json';

export type TextKey = keyof typeof TEXTS;
export type Given = Readonly<Record<string, string | number>>;

/** The words of the pane: a text with its {places} filled. @throws where a place has nothing given for it */
export function say(key: TextKey, given: Given = {}): string {
  return TEXTS[key].replace(/\{([a-zA-Z]+)\}/g, (_, place: string) => {
    const value = given[place];
    if (value === undefined) throw new Error(`${key}: nothing given for ${place}`);
    return String(value);
  });
}

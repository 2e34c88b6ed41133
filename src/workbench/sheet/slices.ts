/** Cells drawn anew at one go: a few milliseconds. */
const SLICE = 150;

/** Does what is to be done to each of many, some now, the rest in later moments, as long as it is still wanted: the page is never held. */
export function inSlices<T>(all: readonly T[], act: (one: T) => void, wanted: () => boolean): void {
  for (const one of all.slice(0, SLICE)) act(one);
  if (all.length > SLICE) setTimeout(() => wanted() && inSlices(all.slice(SLICE), act, wanted));
}

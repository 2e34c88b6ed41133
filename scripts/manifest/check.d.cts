/** [rule, sentence] */
export type Wrong = readonly [string, string];

export interface Surroundings {
  readonly version: string;
  readonly functions: readonly string[];
  readonly pngSize: (file: string) => readonly [number, number] | null;
  /** null: the pages are not built. */
  readonly exists: ((file: string) => boolean) | null;
}

export function checkManifest(source: string, around?: Surroundings): readonly Wrong[];
export function officeInfo(file: string): string | null;
export function surroundings(served?: string | null): Surroundings;

import { statSync } from 'node:fs';

/** The blank form itself, met in the folder it was sent with, is not one of the files to audit. */
export function withoutTemplate<E extends { readonly label: string }>(entries: readonly E[], template: string | undefined): readonly E[] {
  if (template === undefined) return entries;
  const own = statSync(template, { throwIfNoEntry: false });
  const isOwn = (entry: E): boolean => {
    if (!('path' in entry) || ('named' in entry && entry.named === true)) return false;
    const stat = statSync(entry.path as string | Buffer, { throwIfNoEntry: false });
    return own !== undefined && stat !== undefined && stat.dev === own.dev && stat.ino === own.ino;
  };
  return entries.filter((entry) => !isOwn(entry));
}

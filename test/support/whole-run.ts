/** `npm run test:whole` tries everything that an ordinary run tries a part of. */
export const isWholeRun = process.env['JIHE_TESTS'] === 'whole';

/** These in a whole run, nothing in others. */
export const inWholeRuns = <T>(...more: readonly T[]): readonly T[] => (isWholeRun ? more : []);

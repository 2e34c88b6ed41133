/** Cases of each fuzzing property: FUZZ_RUNS when set, as `npm run fuzz` does. */
export const RUNS = Number(process.env['FUZZ_RUNS'] ?? 500);

/** The seed, printed by every property's name; FUZZ_SEED repeats a run. */
export const SEED = Number(process.env['FUZZ_SEED'] ?? 20240615);

/** Texts of criteria cost little: in a long run ten times as many, 10^5. */
export const TEXTS = RUNS >= 10_000 ? 10 * RUNS : RUNS;

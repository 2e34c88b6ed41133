import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** A call of `valueOf` was once taken for a rounding, and its fault was the text of a built-in function. */
test('every small fault that can be tried is one that can be read, in every file', () => {
  const said = execFileSync(process.execPath, [path.join(__dirname, 'faults.mjs')], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const { count, broken } = JSON.parse(said) as { count: number; broken: string[] };
  expect(broken).toEqual([]);
  expect(count).toBeGreaterThan(10_000);
});

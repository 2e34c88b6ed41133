/**
 * Every reading is pinned: `npm run pin` renews pins.txt, and its diff is reviewed like code. A line may only change for the better:
 * none to part to whole, ≈ or ? to =, never to ✗.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pins } from './pins';

const FILE = path.join(__dirname, 'pins.txt');
const lines = pins();
if (process.env['PIN'] === 'write') writeFileSync(FILE, `${lines.join('\n')}\n`);
const kept = readFileSync(FILE, 'utf8').trimEnd().split('\n');

test('every wording has its line, 452 of them or more', () => {
  expect(kept).toHaveLength(lines.length);
  expect(lines.length).toBeGreaterThanOrEqual(452);
});

test('each is read as it was', () => {
  const changed = lines.flatMap((line, i) => (line === kept[i] ? [] : [`was ${kept[i] ?? '(no line)'}`, `now ${line}`]));
  expect(changed).toEqual([]);
});

test('no reading that excludes a right score is pinned', () => {
  expect(kept.filter((line) => line.split(' │ ')[3]?.includes('✗'))).toEqual([]);
});

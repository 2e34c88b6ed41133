import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const TEXT = readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8');

test('every file and folder that ARCHITECTURE.md names is there', () => {
  const named = [...TEXT.matchAll(/`((?:src|test|scripts|docs)\/[^`]*)`/g)].map((match) => match[1]!);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
});

test('its table of rooms names every folder of src/', () => {
  const rooms = [...TEXT.matchAll(/^\| `([a-z-]+)\/` \|/gm)].map((match) => match[1]!).sort();
  const folders = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  expect(rooms).toEqual(folders);
});

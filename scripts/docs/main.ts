/** Prints docs/checks.md, or with `contract` docs/contract.md with every check in it, with `criteria` docs/criteria.md; built into dist/docs.js for `npm run docs`. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { CHECKS } from '../../src/checks/index';
import { contractPage } from './contract';
import { criteriaPage, type FamilyShown } from './criteria';
import { kindsIn } from './kinds';
import { checksPage } from './page';

const kindOf = kindsIn(process.cwd());
const contract = (): string => contractPage(readFileSync(path.join(process.cwd(), 'docs/contract.md'), 'utf8'), CHECKS, kindOf);

const FAMILIES = 'test/criteria/families';
const NOT_FAMILIES = new Set(['floor.json', 'known-wrong.json', 'wrong-today.json']);

function families(): readonly FamilyShown[] {
  const folder = path.join(process.cwd(), FAMILIES);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !NOT_FAMILIES.has(name))
    .sort();
  return names.map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as FamilyShown);
}

const PAGES: Readonly<Record<string, () => string>> = {
  checks: () => checksPage(CHECKS, kindOf),
  contract,
  criteria: () => criteriaPage(families()),
};

process.stdout.write(PAGES[process.argv[2] ?? 'checks']!());

/** Prints docs/checks.md, or with `contract` docs/contract.md with every check in it; built into dist/docs.js for `npm run docs`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKS } from '../../src/checks/index';
import { contractPage } from './contract';
import { kindsIn } from './kinds';
import { checksPage } from './page';

const kindOf = kindsIn(process.cwd());
const contract = (): string => contractPage(readFileSync(path.join(process.cwd(), 'docs/contract.md'), 'utf8'), CHECKS, kindOf);

process.stdout.write(process.argv[2] === 'contract' ? contract() : checksPage(CHECKS, kindOf));

/** Prints docs/checks.md; built into dist/docs.js for `npm run docs`. */
import { CHECKS } from '../../src/checks/index';
import { kindsIn } from './kinds';
import { checksPage } from './page';

process.stdout.write(checksPage(CHECKS, kindsIn(process.cwd())));

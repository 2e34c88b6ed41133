import importPlugin from 'eslint-plugin-import';
import { readFileSync } from 'node:fs';
import tseslint from 'typescript-eslint';
import { HOSTS, IMPURE_METHODS, ROOMS, forbiddenGlobals, forbiddenPackages } from './scripts/lint/rooms.mjs';
import { roomsRule } from './scripts/lint/rooms-rule.mjs';
import { noMarkupRule } from './scripts/lint/no-markup-rule.mjs';
import { slowPatternsRule } from './scripts/lint/slow-patterns-rule.mjs';
import { wordListsRule } from './scripts/lint/word-lists-rule.mjs';

/** Files that are not yet as small as they shall be: their limits may only go down (scripts/lint/ratchet.mjs). */
const RATCHET = JSON.parse(readFileSync(new URL('./scripts/lint/ratchet.json', import.meta.url), 'utf8'));
const MOST_LINES = 300;
const MOST_COMPLEX = 15;
const lines = (max) => ({ 'max-lines': ['error', { max, skipBlankLines: true, skipComments: true }] });
const complexity = (max) => ({ complexity: ['error', max] });

const NODE_BUILTINS = {
  regex: '^(node:|(fs|path|os|url|util|crypto|stream|events|worker_threads|child_process|buffer|zlib)(/|$))',
  message: 'This file also runs in a browser; Node parts end in -node.ts or -worker.ts.',
};
const SHEETJS = { regex: '^@e965/xlsx', message: 'SheetJS is loaded only in src/hosts/file/legacy*.ts, in its own worker.' };
/** Rounding lives in workbook/decimal.ts alone. */
const ROUNDING = { property: 'toDecimalPlaces', message: 'Figures are rounded by halfUp (workbook/decimal.ts).' };
const DYNAMIC = { selector: 'ImportExpression', message: 'Core rooms import statically.' };

const imports = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const rooms = Object.keys(ROOMS).map((room) => ({
  files: [`src/${room}/**/*.{ts,tsx}`],
  rules: {
    ...imports([...forbiddenPackages(room), SHEETJS]),
    ...globals(forbiddenGlobals(room)),
    ...(ROOMS[room].pure ? purity(room) : {}),
  },
}));

const hosts = Object.keys(HOSTS).flatMap((host) => [
  { files: [`src/hosts/${host}/**/*.{ts,tsx}`], rules: imports([NODE_BUILTINS, SHEETJS]) },
  { files: [`src/hosts/${host}/**/*-node.ts`, `src/hosts/${host}/**/*-worker.ts`], rules: imports([SHEETJS]) },
]);

function globals(names) {
  const message = 'The core is pure: same input, same output, anywhere.';
  return names.length === 0 ? {} : { 'no-restricted-globals': ['error', ...names.map((name) => ({ name, message }))] };
}

function purity(room) {
  return {
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'The core knows no chance.' },
      ...IMPURE_METHODS.map((property) => ({ property, message: 'The answer depends on the locale.' })),
      ...(room === 'workbook' ? [] : [ROUNDING]),
    ],
    'no-restricted-syntax': ['error', DYNAMIC],
  };
}

/** Where words may stand in code: the language itself, and the heads of columns that are written. */
const WORDS_IN_CODE = ['src/criteria/{former,reading,words,patterns,shapes}/**', 'src/results/**', 'src/cli/texts/**'];

export default tseslint.config(
  { ignores: ['dist/**', 'dist-*/**', 'coverage/**', 'node_modules/**', '.tmp/**', 'samples/**', 'test/architecture/fixtures/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict],
    // import/no-cycle passes over types; scripts/lint/structure.mjs does not.
    plugins: {
      import: importPlugin,
      jihe: { rules: { rooms: roomsRule, 'word-lists': wordListsRule, 'slow-patterns': slowPatternsRule, 'no-markup': noMarkupRule } },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // noUncheckedIndexedAccess makes `match[1]!` the honest spelling after a successful match.
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'jihe/rooms': 'error',
      'jihe/word-lists': 'error',
      'jihe/slow-patterns': 'error',
      'jihe/no-markup': 'error',
      ...lines(MOST_LINES),
      ...complexity(MOST_COMPLEX),
    },
  },
  { files: WORDS_IN_CODE, rules: { 'jihe/word-lists': 'off' } },
  ...Object.entries(RATCHET.lines).map(([file, max]) => ({ files: [file], rules: lines(max) })),
  ...Object.entries(RATCHET.complexity).map(([file, max]) => ({ files: [file], rules: complexity(max) })),
  {
    files: ['src/cli/**/*.ts', 'src/hosts/file/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/no-misused-promises': 'error' },
  },
  ...rooms,
  ...hosts,
  { files: ['src/hosts/file/legacy*.ts'], rules: { 'no-restricted-imports': 'off' } },
);

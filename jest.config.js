const { cpus } = require('node:os');

/** Two at least, so that builds and browsers of one file do not keep the others waiting; four at most, for each may start a browser. */
const workers = Math.min(4, Math.max(2, cpus().length - 1));

module.exports = {
  maxWorkers: workers,
  testEnvironment: 'node',
  runtime: '<rootDir>/scripts/jest/runtime.cjs',
  reporters: ['default', '<rootDir>/scripts/jest/untested.cjs'],
  roots: ['<rootDir>/test'],
  // A hang is ended, a slow machine is not.
  testTimeout: 120_000,
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '^.+\\.tsx?$': '<rootDir>/scripts/jest/transpile.cjs',
    '\\.css$': '<rootDir>/scripts/web/no-style.cjs',
    '\\.yaml$': '<rootDir>/scripts/standards/jest-transform.cjs',
  },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'yaml'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};

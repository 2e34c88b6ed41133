/** Types are checked by tsc alone, so the tests only transpile. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // A hang is ended, a slow machine is not.
  testTimeout: 120_000,
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': ['ts-jest', { diagnostics: false, tsconfig: { module: 'CommonJS', moduleResolution: 'Node10', target: 'ES2022', isolatedModules: true, esModuleInterop: true, resolveJsonModule: true } }],
  },
  moduleFileExtensions: ['ts', 'js', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};

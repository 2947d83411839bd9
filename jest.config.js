/** Runs the same specification as Vitest, on the built CommonJS files that Jest users get. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/packages/testing/test/jest/**/*.test.cts'],
  moduleFileExtensions: ['cts', 'ts', 'js', 'json'],
  transform: { '\\.[cm]?ts$': ['@swc/jest', { module: { type: 'commonjs' } }] },
};

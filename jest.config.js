/** Runs the matchers' specification on the built CommonJS files, which are what Jest users get. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/packages/testing/test/jest/**/*.test.ts'],
  transform: { '\\.ts$': ['@swc/jest', { module: { type: 'commonjs' } }] },
  // Other folders hold packages of the same names: packed copies in the consumers' projects.
  modulePathIgnorePatterns: ['<rootDir>/.consumers/'],
};

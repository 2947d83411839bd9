/** Runs the matchers' specification on the built CommonJS files, which are what Jest users get. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/jest/**/*.test.ts'],
  transform: { '\\.ts$': ['@swc/jest', { module: { type: 'commonjs' } }] },
};

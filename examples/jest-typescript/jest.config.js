module.exports = {
  setupFilesAfterEnv: ['@signup-actions/testing/jest-strict'],
  transform: { '\\.ts$': ['@swc/jest', { module: { type: 'commonjs' } }] },
};

module.exports = {
  setupFilesAfterEnv: ['@signup-actions/testing/jest'],
  transform: { '\\.ts$': ['@swc/jest', { module: { type: 'commonjs' } }] },
};

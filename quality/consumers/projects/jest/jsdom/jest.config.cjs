module.exports = {
  testEnvironment: 'jsdom',
  setupFilesAfterEnv: ['@signup-actions/testing/jest'],
};

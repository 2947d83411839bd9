module.exports = {
  preset: 'ts-jest',
  setupFilesAfterEnv: ['@signup-actions/testing/jest'],
};

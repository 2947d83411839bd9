module.exports = { setupFilesAfterEnv: ['@signup-actions/testing/jest'] };

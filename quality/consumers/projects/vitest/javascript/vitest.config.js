export default { test: { setupFiles: ['@signup-actions/testing/vitest'] } };

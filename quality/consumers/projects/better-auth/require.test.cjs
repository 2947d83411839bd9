const assert = require('node:assert/strict');
const { test } = require('node:test');

void test('CommonJS can require the plugin', () => {
  const { signupActions } = require('@signup-actions/better-auth');

  assert.equal(signupActions({ actions: [] }).id, 'signup-actions');
});

import { defaultLimits } from '@signup-actions/runtime-core';
import { expect, it } from 'vitest';
import { findExceededLimit } from './check-limits.ts';

const action = { name: 'own', code: '' };
const { maxActions, maxCodeBytes, maxSecrets, maxSecretNameCharacters, maxSecretValueCharacters } =
  defaultLimits;
const toSecrets = (length: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length }, (_, index) => [`KEY_${index}`, '']));

it('accepts what the platform accepts', () => {
  const largest = {
    ...action,
    code: 'x'.repeat(maxCodeBytes),
    secrets: {
      ...toSecrets(maxSecrets - 1),
      ['x'.repeat(maxSecretNameCharacters)]: 'x'.repeat(maxSecretValueCharacters),
    },
  };

  expect(findExceededLimit(Array.from({ length: maxActions }, () => largest))).toBeUndefined();
});

it.each([
  ['code', { code: 'ä'.repeat(maxCodeBytes / 2 + 1) }],
  ['a number of secrets', { secrets: toSecrets(maxSecrets + 1) }],
  ['a name', { secrets: { ['x'.repeat(maxSecretNameCharacters + 1)]: '' } }],
  ['a value', { secrets: { KEY: 'sk'.repeat(maxSecretValueCharacters) } }],
])('names the Action whose %s the platform rejects, and shows no value', (_, more) => {
  const message = findExceededLimit([action, { ...action, name: 'second', ...more }]);

  expect(message).toMatch(/^Failed to run second\. The platform accepts .*at most .*\.$/);
  expect(message).not.toContain('sksk');
});

it('names the Action that is one too many', () => {
  const actions = Array.from({ length: maxActions + 2 }, (_, index) => ({
    ...action,
    name: `action ${index + 1}`,
  }));

  expect(findExceededLimit(actions)).toMatch(
    new RegExp(`^Failed to run action ${maxActions + 1}\\. The platform binds at most`),
  );
});

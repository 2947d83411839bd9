import { createMockApi, createMockCache, runAction } from '@signup-actions/testing';
import { expect, it } from 'vitest';

it('names an option that is misspelt in plain JavaScript', async () => {
  expect(() => createMockApi({ secret: {} } as never)).toThrowErrorMatchingInlineSnapshot(`
    [TypeError: Failed to create a mock api: there is no option "secret".
    The options are clock, cache, event, connection, secrets, moduleSecrets, limits, strict.]
  `);
  expect(() => createMockCache({}, { now: 1 } as never)).toThrowErrorMatchingInlineSnapshot(`
    [TypeError: Failed to create a mock cache: there is no option "now".
    The options are clock, limits.]
  `);
  await expect(runAction(async () => {}, undefined, { cahce: {} } as never)).rejects
    .toThrowErrorMatchingInlineSnapshot(`
    [TypeError: Failed to run the flow: there is no option "cahce".
    The options are cache, clock, limits, onDiagnostic, pendingMetadata, signal, strict, timer, waitMs.]
  `);
});

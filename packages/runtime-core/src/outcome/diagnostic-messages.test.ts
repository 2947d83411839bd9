import { expect, it } from 'vitest';
import { diagnosticMessages } from './diagnostic-messages.ts';

it('every message says what happened and what to do', () => {
  const messages = Object.entries(diagnosticMessages).map(
    ([code, toMessage]) => `${code}: ${toMessage('CALL', 'RECEIVED')}`,
  );

  expect(messages.join('\n')).toMatchInlineSnapshot(`
    "argument-not-a-string: CALL takes strings but received RECEIVED; pass the string to log or to show to the user.
    cache-default-lifetime: CALL found a record that was written RECEIVED ago without a lifetime: the default may be 15 minutes instead of 24 hours; pass { ttl } to api.cache.set.
    cache-unavailable: The cache's store failed (RECEIVED), so the flow used its in-memory records; writes may be lost.
    call-after-refusal: CALL was called after the same Action had refused; return right after a refusal.
    deny-without-user-message: CALL has no message for the user; pass one as the second argument.
    handler-not-async: The handler of RECEIVED is not an async function, which the platform rejects; write async (event, api) => { … }. If the source has it, compile for ES2017 or later.
    late-call: CALL was called after its handler had settled; await all work before the handler returns.
    metadata-not-json: CALL received RECEIVED, which changes when it is converted to JSON; pass the value that should be stored.
    metadata-on-passwordless: CALL has no effect: RECEIVED connections store no metadata; check event.connection.strategy first.
    metadata-undefined: CALL has no effect: JSON cannot represent RECEIVED; pass null to remove the property.
    secret-exposed: CALL exposes the value of the secret RECEIVED; remove it.
    too-many-diagnostics: RECEIVED more diagnostics were left out, because a flow reports at most 1,000; fix the first ones and run it again.
    undefined-in-text: CALL has RECEIVED in a string: a value was missing or not a string; check it first.
    user-id-on-non-database: CALL has no effect: only database connections accept a user id, and this one is RECEIVED; check event.connection.strategy first."
  `);
});

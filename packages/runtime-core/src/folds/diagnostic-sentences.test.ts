import { expect, it } from 'vitest';
import { diagnosticSentences } from './diagnostic-sentences.ts';

it('every diagnostic says what happened, and what to do', () => {
  const sentences = Object.entries(diagnosticSentences).map(
    ([code, toSentence]) => `${code}: ${toSentence('CALL', 'RECEIVED')}`,
  );

  expect(sentences.join('\n')).toMatchInlineSnapshot(`
    "argument-not-a-string: CALL received RECEIVED where it takes a string; pass the text that you want in the log or before the person.
    cache-unavailable: The cache's store did not answer (RECEIVED), so the flow went on with what it had in memory; writes may be lost.
    call-after-refusal: CALL was called after the same Action had refused; return right after a refusal.
    deny-without-user-message: CALL says nothing to the person who signs up; pass a message as the second argument.
    handler-not-async: RECEIVED has a handler that is no async function, which the platform rejects; write async (event, api) => { … }.
    late-call: CALL was called after its handler had settled; await all work before the handler returns.
    metadata-not-json: CALL received RECEIVED, which JSON changes; convert it yourself to what you want to be stored.
    metadata-on-passwordless: CALL has no effect: RECEIVED connections store no metadata; check event.connection.strategy first.
    metadata-undefined: CALL received RECEIVED, which JSON has no form for, and changes nothing; pass null to remove the property.
    secret-exposed: CALL holds the value of the secret RECEIVED, which others will see there; leave it out.
    user-id-on-non-database: CALL has no effect: only a database connection takes an id, and this one is RECEIVED; check event.connection.strategy first."
  `);
});

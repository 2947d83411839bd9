import type { NoteCode } from '../record/call.ts';

/** A code for each probable mistake that a flow reports. */
export type DiagnosticCode =
  | NoteCode
  | 'cache-unavailable'
  | 'call-after-refusal'
  | 'handler-not-async'
  | 'late-call'
  | 'metadata-on-passwordless'
  | 'secret-exposed'
  | 'user-id-on-non-database';

type Sentence = (call: string, received: string) => string;

/** What each diagnostic says: `call` is the call as source, `received` what was wrong in it. */
export const diagnosticSentences: Readonly<Record<DiagnosticCode, Sentence>> = {
  'argument-not-a-string': (call, received) =>
    `${call} received ${received} where it takes a string; pass the text that you want in the log or before the person.`,
  'cache-unavailable': (_, received) =>
    `The cache's store did not answer (${received}), so the flow went on with what it had in memory; writes may be lost.`,
  'call-after-refusal': (call) =>
    `${call} was called after the same Action had refused; return right after a refusal.`,
  'deny-without-user-message': (call) =>
    `${call} says nothing to the person who signs up; pass a message as the second argument.`,
  'handler-not-async': (_, received) =>
    `${received} has a handler that is no async function, which the platform rejects; write async (event, api) => { … }.`,
  'late-call': (call) =>
    `${call} was called after its handler had settled; await all work before the handler returns.`,
  'metadata-not-json': (call, received) =>
    `${call} received ${received}, which JSON changes; convert it yourself to what you want to be stored.`,
  'metadata-on-passwordless': (call, received) =>
    `${call} has no effect: ${received} connections store no metadata; check event.connection.strategy first.`,
  'metadata-undefined': (call, received) =>
    `${call} received ${received}, which JSON has no form for, and changes nothing; pass null to remove the property.`,
  'secret-exposed': (call, received) =>
    `${call} holds the value of the secret ${received}, which others will see there; leave it out.`,
  'user-id-on-non-database': (call, received) =>
    `${call} has no effect: only a database connection takes an id, and this one is ${received}; check event.connection.strategy first.`,
};

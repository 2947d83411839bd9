import type { Note } from '../calls/call.ts';

/** A code for each probable mistake that a diagnostic reports. */
export type DiagnosticCode =
  | Note['code']
  | 'cache-unavailable'
  | 'call-after-refusal'
  | 'handler-not-async'
  | 'late-call'
  | 'metadata-on-passwordless'
  | 'secret-exposed'
  | 'too-many-diagnostics'
  | 'undefined-in-text'
  | 'user-id-on-non-database';

type Message = (call: string, received: string) => string;

/**
 * The message of each diagnostic: `call` is the call as source code, `received` is what was wrong in it.
 *
 * @internal
 */
export const diagnosticMessages: Readonly<Record<DiagnosticCode, Message>> = {
  'argument-not-a-string': (call, received) =>
    `${call} takes strings but received ${received}; pass the string to log or to show to the user.`,
  'cache-default-lifetime': (call, received) =>
    `${call} found a record that was written ${received} ago without a lifetime: the default may be 15 minutes instead of 24 hours; pass { ttl } to api.cache.set.`,
  'cache-unavailable': (_, received) =>
    `The cache's store failed (${received}), so the flow used its in-memory records; writes may be lost.`,
  'call-after-refusal': (call) =>
    `${call} was called after the same Action had refused; return right after a refusal.`,
  'deny-without-user-message': (call) =>
    `${call} has no message for the user; pass one as the second argument.`,
  'handler-not-async': (_, received) =>
    `The handler of ${received} is not an async function, which the platform rejects; write async (event, api) => { … }. If the source has it, compile for ES2017 or later.`,
  'late-call': (call) =>
    `${call} was called after its handler had settled; await all work before the handler returns.`,
  'metadata-not-json': (call, received) =>
    `${call} received ${received}, which changes when it is converted to JSON; pass the value that should be stored.`,
  'metadata-on-passwordless': (call, received) =>
    `${call} has no effect: ${received} connections store no metadata; check event.connection.strategy first.`,
  'metadata-undefined': (call, received) =>
    `${call} has no effect: JSON cannot represent ${received}; pass null to remove the property.`,
  'secret-exposed': (call, received) =>
    `${call} exposes the value of the secret ${received}; remove it.`,
  'too-many-diagnostics': (_, received) =>
    `${received} more diagnostics were left out, because a flow reports at most 1,000; fix the first ones and run it again.`,
  'undefined-in-text': (call, received) =>
    `${call} has ${received} in a string: a value was missing or not a string; check it first.`,
  'user-id-on-non-database': (call, received) =>
    `${call} has no effect: only database connections accept a user id, and this one is ${received}; check event.connection.strategy first.`,
};

/**
 * The message of `cache-unavailable` if the store works, but other servers changed the same records (C11). `keys` are
 * those of the records, quoted.
 *
 * @internal
 */
export const lostWriteMessage = (keys: string): string =>
  `Another server changed the cache at the same time, so what the flow wrote to ${keys} is lost; a count there may be too low.`;

import type {
  Action,
  Call,
  Diagnostic,
  DiagnosticCode,
  Outcome,
} from '@signup-actions/runtime-core';
import {
  createSecretSearch,
  describe,
  isRefusal,
  type SecretSearch,
} from '@signup-actions/runtime-core/internal';
import type { Event } from '@signup-actions/types';
import { findCredentials } from './credentials.ts';

/** A diagnostic with what decides whether it is certain. */
interface Found {
  /** The call that it is about; absent if it is about none. */
  readonly call: Call | undefined;
  readonly calls: readonly Call[];
  /** The handler of the Action; absent for a mock api. */
  readonly handler: unknown;
  /** Finds the values of credentials. */
  readonly credentials: SecretSearch;
}

/** Whether a diagnostic is certainly a mistake: no author means what the Action does there. */
const isCertain = {
  'argument-not-a-string': () => true,
  'cache-default-lifetime': () => false,
  // About the host.
  'cache-unavailable': () => false,
  // A refusal may replace one that was rejected because of its arguments (R4).
  'call-after-refusal': ({ call, calls }) =>
    calls
      .slice(0, call?.index)
      .some((other) => other.action === call?.action && isRefusal(other) && !other.error),
  // An empty message may be meant; one that is missing is not.
  'deny-without-user-message': ({ call }) => !call?.notes?.some(isEmptyMessage),
  'handler-not-async': ({ handler }) => !isCompiled(handler),
  'late-call': () => true,
  'metadata-not-json': ({ call }) => !call?.notes?.every((note) => isOmission(note, call)),
  // One Action may serve all connections.
  'metadata-on-passwordless': () => false,
  'metadata-undefined': () => true,
  // What is printed is reported for credentials only.
  'secret-exposed': ({ call, credentials }) =>
    call === undefined || credentials.findIn(call.args) !== undefined,
  'too-many-diagnostics': () => false,
  // A record that all signups without a value share may be meant.
  'undefined-in-text': ({ call }) => call?.method.startsWith('cache.') !== true,
  'user-id-on-non-database': () => false,
} satisfies Readonly<Record<DiagnosticCode, (found: Found) => boolean>>;

/**
 * The diagnostics of an outcome that are certainly mistakes: a test that has not looked at them fails. They are
 * fewer than those that `strict` is about, so that no test of a correct Action fails.
 */
export function findCertainMistakes(
  { calls, diagnostics }: Pick<Outcome, 'calls' | 'diagnostics'>,
  event: Event,
  actions: readonly Partial<Action>[],
): readonly Diagnostic[] {
  const named = findCredentials(event, actions);
  // The outcome of another process has marks instead of the values.
  const marks = named.map((each) => ({
    ...each,
    value: createSecretSearch([each]).redact(each.value),
  }));
  const credentials = createSecretSearch([...named, ...marks]);
  return diagnostics.filter(({ code, action, call: index }) =>
    isCertain[code]({
      call: index === undefined ? undefined : calls[index],
      calls,
      handler: actions.find(({ name }) => name === action)?.handler,
      credentials,
    }),
  );
}

/** Whether a compiler has replaced `async` by a function of its own: the source has it. */
const isCompiled = (handler: unknown): boolean =>
  typeof handler === 'function' &&
  /\b_{1,2}(?:awaiter|async|asyncToGenerator|async_to_generator)\(|\b_ref\d*\.apply\(this, arguments\)/.test(
    Function.prototype.toString.call(handler),
  );

type Note = NonNullable<Call['notes']>[number];

const isEmptyMessage = ({ code, received }: Note): boolean =>
  code === 'deny-without-user-message' && received === '""';

/** Whether JSON only omitted a property, such as one that is `undefined`: many authors write that on purpose. */
const isOmission = ({ received }: Note, { args: [, value] }: Call): boolean =>
  received.includes(' with ') &&
  !listKeys(value).some((key) => received.endsWith(` with ${describe(key)}`));

const listKeys = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => [key, ...listKeys(part)])
    : [];

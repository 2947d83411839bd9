import type { Call } from '../calls/call.ts';
import { setOwn } from '../data/plain-data.ts';
import { isOwnCode, type ErrorRecord } from '../errors.ts';
import type { SecretSearch } from '../text/secret-search.ts';
import type { CreatedUser } from './created-user.ts';
import type { Outcome, OutcomeDetails } from './outcome.ts';

/** Redacts one field. */
type Field = (value: unknown, search: SecretSearch) => unknown;

type Fields<Whole> = { readonly [Name in keyof Required<Whole>]: Field };

/** What the engine itself wrote, such as a status or a number. */
const kept: Field = (value) => value;

/** What Actions, signups, hosts and stores supplied: every string in it is redacted, keys included. */
const supplied: Field = (value, search) => search.redactData(value);

/** An object of the engine: its names are kept. */
const fields =
  (known: Readonly<Record<string, Field>>): Field =>
  (value, search) => {
    if (typeof value !== 'object' || value === null) return supplied(value, search);
    const redacted: Record<string, unknown> = {};
    for (const [name, part] of Object.entries(value)) {
      const isKnown = Object.hasOwn(known, name);
      const field = isKnown ? (known[name] as Field) : supplied;
      setOwn(redacted, isKnown ? name : search.redact(name), field(part, search));
    }
    return redacted;
  };

const list =
  (item: Field): Field =>
  (value, search) =>
    Array.isArray(value) ? value.map((one) => item(one, search)) : supplied(value, search);

const error: Field = fields({
  name: supplied,
  message: supplied,
  stack: supplied,
  code: (code, search) => (isOwnCode(String(code)) ? code : supplied(code, search)),
  causes: (causes, search) => list(error)(causes, search),
} satisfies Fields<ErrorRecord>);

const refusal = fields({
  status: kept,
  reason: supplied,
  userMessage: supplied,
  errorCode: supplied,
  errorMessage: supplied,
  action: supplied,
});

/** A number of milliseconds, unless an Action passed something else. */
const time: Field = (value, search) =>
  typeof value === 'number' ? value : supplied(value, search);

const lifetime = fields({ ttl: time, expires_at: time });

/** The third argument is a lifetime of the cache. */
const args: Field = (value, search) =>
  Array.isArray(value)
    ? value.map((arg: unknown, index) => (index === 2 ? lifetime : supplied)(arg, search))
    : supplied(value, search);

const record = { value: supplied, expires_at: kept };

const call = fields({
  index: kept,
  action: supplied,
  method: kept,
  args,
  result: fields({ ...record, type: kept, code: kept, record: fields(record) }),
  error,
  late: kept,
  notes: list(fields({ code: kept, received: supplied })),
  site: fields({ file: supplied, line: kept, column: kept }),
} satisfies Fields<Call & { readonly result: unknown }>);

const outcomeFields = fields({
  status: kept,
  user: kept,
  refusal,
  failure: fields({ kind: kept, action: supplied, error }),
  refusals: list(refusal),
  changes: fields({ userMetadata: supplied, appMetadata: supplied, userId: supplied }),
  calls: list(call),
  executions: list(fields({ action: supplied, status: kept, durationMs: kept, error })),
  // Redacted when they are written: their sentences are the engine's.
  diagnostics: list(fields({ code: kept, message: kept, action: kept, call: kept })),
} satisfies Fields<OutcomeDetails & Pick<Outcome, 'failure' | 'refusal' | 'status' | 'user'>>);

const userFields = fields({
  app_metadata: supplied,
  email: supplied,
  family_name: supplied,
  given_name: supplied,
  name: supplied,
  nickname: supplied,
  phone_number: supplied,
  picture: supplied,
  user_id: supplied,
  user_metadata: supplied,
  username: supplied,
} satisfies Fields<CreatedUser>);

/**
 * Redacts what Actions, signups, hosts and stores supplied to an outcome, except its user.
 *
 * @internal
 */
export const redactOutcome = (outcome: Outcome, search: SecretSearch): Outcome =>
  outcomeFields(outcome, search) as Outcome;

/** Redacts a user. */
export const redactUser = (user: CreatedUser, search: SecretSearch): CreatedUser =>
  userFields(user, search) as CreatedUser;

import type { PreUserRegistrationAPI } from '@signup-actions/types';
import type { Note } from '../calls/call.ts';
import { ContractError } from '../errors.ts';
import { describe, toText } from '../text/describe.ts';
import { createCacheApi } from './cache-api.ts';
import { recordCall, recordIfThrown, type ApiContext } from './record-call.ts';
import { createUserApi } from './user-api.ts';

/**
 * Creates the `api` of one Action. Its methods are closures that do not use `this`, so destructuring and spying
 * work. It is not frozen, so replacing a method changes only this object. Every method except those of the cache
 * returns the same root, so calls can be chained (F11). Pass `base` to build on an existing object.
 *
 * @internal
 */
export function createApi<Base extends object>(
  context: ApiContext,
  base: Base = {} as Base,
): Base & PreUserRegistrationAPI {
  const root = base as Base & PreUserRegistrationAPI;
  return Object.assign(root, {
    access: createAccessApi(context, root),
    cache: createCacheApi(context),
    user: createUserApi(context, root),
    validation: createValidationApi(context, root),
  });
}

/** `api.access` (F2, R1, R3): refuses whatever its arguments are, and never throws. */
const createAccessApi = (
  context: ApiContext,
  root: PreUserRegistrationAPI,
): PreUserRegistrationAPI['access'] => ({
  deny(reason: unknown, userMessage: unknown) {
    const args = [toText(reason), toText(userMessage)] as const;
    const isAsMeant = args[0] === reason && args[1] === userMessage && userMessage !== '';
    const notes = isAsMeant ? undefined : [...noteString(reason), ...noteUserMessage(userMessage)];
    recordCall(context, { method: 'access.deny', args }, notes);
    return root;
  },
});

const noteString = (value: unknown): readonly Note[] =>
  typeof value === 'string' ? [] : [{ code: 'argument-not-a-string', received: describe(value) }];

const noteUserMessage = (value: unknown): readonly Note[] =>
  value === undefined || value === null || value === ''
    ? [{ code: 'deny-without-user-message', received: describe(value) }]
    : noteString(value);

/** `api.validation` (F3, R4): throws unless code and message are strings of limited length. */
const createValidationApi = (
  context: ApiContext,
  root: PreUserRegistrationAPI,
): PreUserRegistrationAPI['validation'] => ({
  error(errorCode: unknown, errorMessage: unknown) {
    return recordIfThrown(context, 'validation.error', [errorCode, errorMessage], () => {
      const max = context.limits.maxValidationCodePoints;
      assertShortString('errorCode', errorCode, max);
      assertShortString('errorMessage', errorMessage, max);
      const args = [errorCode, errorMessage] as const;
      recordCall(context, { method: 'validation.error', args });
      return root;
    });
  },
});

function assertShortString(
  name: string,
  value: unknown,
  maxCodePoints: number,
): asserts value is string {
  // Counting code points copies the string, so it is done only for long ones.
  const isShort =
    typeof value === 'string' &&
    (value.length <= maxCodePoints || Array.from(value).length <= maxCodePoints);
  if (isShort) return;
  throw new ContractError(
    'validation-error-invalid',
    `Failed to refuse with api.validation.error: ${name} must be a string of at most ${maxCodePoints} characters but received ${describe(value)}.\nShorten it, or call api.access.deny, which accepts longer strings.`,
  );
}

import type { PreUserRegistrationAPI } from '@signup-actions/types';
import { createLiveCache } from '../cache/live-cache.ts';
import type { Note } from '../calls/call.ts';
import { createRecorder } from '../calls/recorder.ts';
import { ContractError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import { systemClock } from '../system.ts';
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

/**
 * Calls both methods that refuse once, on nothing. A function is compiled when it is first called, which takes far more of
 * the stack than its frame: near the end of the stack, the first refusal of a process could not be entered.
 */
export function compileRefusals(limits: Limits): void {
  const { access, validation } = createApi({
    action: '',
    recorder: createRecorder(limits),
    cache: createLiveCache(limits),
    clock: systemClock,
    limits,
    isSealed: () => false,
  });
  access.deny('', '');
  validation.error('', '');
}

/** `api.access` (F2, R1, R3): refuses whatever its arguments are, and never throws. */
function createAccessApi(
  context: ApiContext,
  root: PreUserRegistrationAPI,
): PreUserRegistrationAPI['access'] {
  const { action, recorder } = context;
  const { intent } = recorder;
  return {
    deny(reason: unknown, userMessage: unknown) {
      // First and by itself: at the end of the stack nothing else may succeed. The function's frame is small for this.
      intent.isMeant = true;
      intent.action = action;
      try {
        recordDenial(context, reason, userMessage);
      } catch {
        // The flow fails: a refusal was meant, and is not recorded.
      }
      return root;
    },
  };
}

function recordDenial(context: ApiContext, reason: unknown, userMessage: unknown): void {
  const args = [toText(reason), toText(userMessage)] as const;
  const isAsMeant = args[0] === reason && args[1] === userMessage && userMessage !== '';
  const notes = isAsMeant
    ? undefined
    : [...noteString(reason, 'first'), ...noteUserMessage(userMessage)];
  recordCall(context, { method: 'access.deny', args }, notes);
}

const noteString = (value: unknown, position: 'first' | 'second'): readonly Note[] =>
  typeof value === 'string'
    ? []
    : [
        {
          code: 'argument-not-a-string',
          received: `${describe(value)} as its ${position} argument`,
        },
      ];

const noteUserMessage = (value: unknown): readonly Note[] =>
  value === undefined || value === null || value === ''
    ? [{ code: 'deny-without-user-message', received: describe(value) }]
    : noteString(value, 'second');

/** `api.validation` (F3, R4): throws unless code and message are strings of limited length. */
function createValidationApi(
  context: ApiContext,
  root: PreUserRegistrationAPI,
): PreUserRegistrationAPI['validation'] {
  const { action, recorder } = context;
  const { intent } = recorder;
  return {
    error(errorCode: unknown, errorMessage: unknown) {
      // First and by itself, as in deny.
      intent.isMeant = true;
      intent.action = action;
      recordValidationError(context, errorCode, errorMessage);
      return root;
    },
  };
}

function recordValidationError(
  context: ApiContext,
  errorCode: unknown,
  errorMessage: unknown,
): void {
  recordIfThrown(context, 'validation.error', [errorCode, errorMessage], () => {
    const max = context.limits.maxValidationCodePoints;
    assertShortString('errorCode', errorCode, max);
    assertShortString('errorMessage', errorMessage, max);
    const args = [errorCode, errorMessage] as const;
    recordCall(context, { method: 'validation.error', args });
  });
}

function assertShortString(
  name: string,
  value: unknown,
  maxCodePoints: number,
): asserts value is string {
  // Counting code points copies the string. A code point has one or two units, so most strings need no count.
  const isShort =
    typeof value === 'string' &&
    (value.length <= maxCodePoints ||
      (value.length <= 2 * maxCodePoints && Array.from(value).length <= maxCodePoints));
  if (isShort) return;
  const hint =
    typeof value === 'string'
      ? 'Shorten it, or call api.access.deny, which accepts longer strings.'
      : 'Pass a code for the log and a message for the user, both as strings.';
  throw new ContractError(
    'validation-error-invalid',
    `Failed to refuse with api.validation.error: ${name} must be a string of at most ${maxCodePoints} characters but received ${describe(value)}.\n${hint}`,
  );
}

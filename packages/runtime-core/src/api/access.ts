import type { PreUserRegistrationAPI } from '@signup-actions/types';
import type { Note } from '../calls/call.ts';
import { recordCall, type ApiContext } from './context.ts';
import { describe, toText } from '../text/describe.ts';

/** `api.access` (F2, R1, R3): refuses whatever its arguments, and never throws. */
export const createAccess = (
  context: ApiContext,
  root: PreUserRegistrationAPI,
): PreUserRegistrationAPI['access'] => ({
  deny(reason: unknown, userMessage: unknown) {
    const args = [toText(reason), toText(userMessage)] as const;
    const isAsMeant = args[0] === reason && args[1] === userMessage && userMessage !== '';
    const notes = isAsMeant ? undefined : [...noteText(reason), ...noteUserMessage(userMessage)];
    recordCall(context, { method: 'access.deny', args }, notes);
    return root;
  },
});

const noteText = (value: unknown): readonly Note[] =>
  typeof value === 'string' ? [] : [{ code: 'argument-not-a-string', received: describe(value) }];

const noteUserMessage = (value: unknown): readonly Note[] =>
  value === undefined || value === null || value === ''
    ? [{ code: 'deny-without-user-message', received: describe(value) }]
    : noteText(value);

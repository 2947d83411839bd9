import type { PreUserRegistrationAPI } from '@signup-actions/types';
import type { Note } from '../record/call.ts';
import { recordCall, type ApiContext } from './context.ts';
import { describe } from '../text/describe.ts';
import { toText } from '../text/to-text.ts';

/** `api.access` (F2, R1, R3): refuses whatever its arguments, and never throws. */
export const createAccess = (
  context: ApiContext,
  root: PreUserRegistrationAPI,
): PreUserRegistrationAPI['access'] => ({
  deny(reason: unknown, userMessage: unknown) {
    recordCall(context, { method: 'access.deny', args: [toText(reason), toText(userMessage)] }, [
      ...noteText(reason),
      ...noteUserMessage(userMessage),
    ]);
    return root;
  },
});

const noteText = (value: unknown): readonly Note[] =>
  typeof value === 'string' ? [] : [{ code: 'argument-not-a-string', received: describe(value) }];

const noteUserMessage = (value: unknown): readonly Note[] =>
  value === undefined || value === null || value === ''
    ? [{ code: 'deny-without-user-message', received: describe(value) }]
    : noteText(value);

import type { PreUserRegistrationAPI } from '@signup-actions/types';
import { ContractError } from '../errors.ts';
import { describe } from '../text/describe.ts';
import { recordCall, recordRejection, type ApiContext } from './context.ts';

/** `api.validation` (F3, R4): both texts are strings of bounded length, anything else throws. */
export const createValidation = (
  context: ApiContext,
  root: PreUserRegistrationAPI,
): PreUserRegistrationAPI['validation'] => ({
  error(errorCode: unknown, errorMessage: unknown) {
    return recordRejection(context, 'validation.error', [errorCode, errorMessage], () => {
      const max = context.limits.maxValidationCodePoints;
      assertShortText('errorCode', errorCode, max);
      assertShortText('errorMessage', errorMessage, max);
      const args = [errorCode, errorMessage] as const;
      recordCall(context, { method: 'validation.error', args });
      return root;
    });
  },
});

function assertShortText(
  name: string,
  value: unknown,
  maxCodePoints: number,
): asserts value is string {
  // Counting code points copies the text, which only a long one needs.
  const isShort =
    typeof value === 'string' &&
    (value.length <= maxCodePoints || Array.from(value).length <= maxCodePoints);
  if (isShort) return;
  throw new ContractError(
    'validation-error-invalid',
    `Failed to refuse with api.validation.error: ${name} must be a string of at most ${maxCodePoints} characters but received ${describe(value)}.\nShorten it, or call api.access.deny, which accepts longer strings.`,
  );
}

import { ContractError } from '../errors.ts';
import { describe } from '../text/describe.ts';

const allowedCharacters = /^[\w@.+-]+$/;

/** The id of a user: a bounded string of a closed set of characters (U1). */
export function assertUserId(value: unknown, maxCharacters: number): asserts value is string {
  const isValid =
    typeof value === 'string' && value.length <= maxCharacters && allowedCharacters.test(value);
  if (isValid) return;
  throw new ContractError(
    'user-id-invalid',
    `Failed to set the user's id: it must be 1 to ${maxCharacters} characters of a-z A-Z 0-9 @ . _ + - but received ${describe(value)}.\nOmit the connection's prefix ("auth0|"), and replace all other characters.`,
  );
}

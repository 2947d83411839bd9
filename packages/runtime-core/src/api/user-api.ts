import type { PreUserRegistrationAPI, ReservedAppMetadataKey } from '@signup-actions/types';
import { metadataKinds, type MetadataKind, type MetadataMethod } from '../calls/changes.ts';
import { ContractError } from '../errors.ts';
import { describe } from '../text/describe.ts';
import { assertMetadataFits, toMetadataArgs } from './metadata-value.ts';
import { assertNotFull, recordCall, recordIfThrown, type ApiContext } from './record-call.ts';

/** `api.user`: records changes, which are aggregated and applied at the end of the flow (M1, M2). */
export function createUserApi(
  context: ApiContext,
  root: PreUserRegistrationAPI,
): PreUserRegistrationAPI['user'] {
  const createSetter =
    (method: MetadataMethod) =>
    (key: unknown, value: unknown): PreUserRegistrationAPI =>
      recordIfThrown(context, method, [key, value], () => {
        const kind = metadataKinds[method];
        assertNotFull(context);
        assertMetadataKey(kind, key);
        const { args, notes } = toMetadataArgs(key, value);
        assertMetadataFits(context, kind, args);
        recordCall(context, { method, args }, notes);
        return root;
      });

  return {
    setAppMetadata: createSetter('user.setAppMetadata'),
    setUserMetadata: createSetter('user.setUserMetadata'),
    setUserId: (userId: unknown) =>
      recordIfThrown(context, 'user.setUserId', [userId], () => {
        assertNotFull(context);
        assertUserId(userId, context.limits.maxUserIdCharacters);
        recordCall(context, { method: 'user.setUserId', args: [userId] });
        return root;
      }),
  };
}

/** Keys of `app_metadata` that the platform reserves; the types have them too (M8). Used as a set; the values are ignored. */
const reservedInAppMetadata: Readonly<Record<ReservedAppMetadataKey, 0>> = {
  __tenant: 0,
  _id: 0,
  blocked: 0,
  clientID: 0,
  created_at: 0,
  email: 0,
  email_verified: 0,
  globalClientID: 0,
  global_client_id: 0,
  identities: 0,
  lastIP: 0,
  lastLogin: 0,
  loginsCount: 0,
  metadata: 0,
  multifactor: 0,
  multifactor_last_modified: 0,
  updated_at: 0,
  user_id: 0,
};

/** A metadata key is a non-empty string without `.` or `$`, and not a reserved key (M8). */
function assertMetadataKey(kind: MetadataKind, key: unknown): asserts key is string {
  if (typeof key !== 'string') {
    throw invalidKey(
      `a key must be a string but received ${describe(key)}`,
      'Pass key and value as two arguments, in one call per property.',
    );
  }
  if (key === '' || /[.$]/.test(key)) {
    throw invalidKey(
      `a key must be a non-empty string without "." or "$" but received ${describe(key)}`,
      'Nest an object under one key instead.',
    );
  }
  if (kind === 'appMetadata' && Object.hasOwn(reservedInAppMetadata, key)) {
    throw invalidKey(`${describe(key)} is a reserved app_metadata key`, 'Choose another name.');
  }
}

const invalidKey = (rule: string, hint: string): ContractError =>
  new ContractError('metadata-key-invalid', `Failed to set metadata: ${rule}.\n${hint}`);

const userIdCharacters = /^[\w@.+-]+$/;

/** A user id is a non-empty string of limited length and of a closed set of characters (U1). */
function assertUserId(value: unknown, maxCharacters: number): asserts value is string {
  const isValid =
    typeof value === 'string' && value.length <= maxCharacters && userIdCharacters.test(value);
  if (isValid) return;
  throw new ContractError(
    'user-id-invalid',
    `Failed to set the user's id: it must be 1 to ${maxCharacters} characters of a-z A-Z 0-9 @ . _ + - but received ${describe(value)}.\nOmit the connection's prefix ("auth0|"), and replace all other characters.`,
  );
}

import type { ReservedAppMetadataKey } from '@signup-actions/types';
import { ContractError } from '../errors.ts';
import type { MetadataKind } from '../folds/changes.ts';
import { describe } from '../text/describe.ts';

/** Names that the platform keeps for itself in `app_metadata`; the types have them too (M8). */
const reservedInAppMetadata: Readonly<Record<ReservedAppMetadataKey, true>> = {
  __tenant: true,
  _id: true,
  blocked: true,
  clientID: true,
  created_at: true,
  email: true,
  email_verified: true,
  globalClientID: true,
  global_client_id: true,
  identities: true,
  lastIP: true,
  lastLogin: true,
  loginsCount: true,
  metadata: true,
  multifactor: true,
  multifactor_last_modified: true,
  updated_at: true,
  user_id: true,
};

/** A metadata key is a non-empty string without `.` or `$`, and not a reserved name (M8). */
export function assertMetadataKey(kind: MetadataKind, key: unknown): asserts key is string {
  if (typeof key !== 'string') {
    throw invalid(
      `a key is a string but received ${describe(key)}`,
      'Pass the name and the value as two arguments, once for each property.',
    );
  }
  if (key === '' || /[.$]/.test(key)) {
    throw invalid(
      `a key is a non-empty string without "." or "$" but received ${describe(key)}`,
      'Nest an object under one key instead.',
    );
  }
  if (kind === 'appMetadata' && Object.hasOwn(reservedInAppMetadata, key)) {
    throw invalid(
      `app_metadata has no place for ${describe(key)}, a name that the platform keeps for itself`,
      'Choose another name.',
    );
  }
}

const invalid = (rule: string, hint: string): ContractError =>
  new ContractError('metadata-key-invalid', `Failed to set metadata: ${rule}.\n${hint}`);

import type { ReservedAppMetadataKey } from '@signup-actions/types';
import { ContractError } from '../errors.ts';
import type { MetadataKind } from '../calls/changes.ts';
import { describe } from '../text/describe.ts';

/** Names that the platform keeps for itself in `app_metadata`; the types have them too (M8). Values say nothing. */
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

/** A metadata key is a non-empty string without `.` or `$`, and not a reserved name (M8). */
export function assertMetadataKey(kind: MetadataKind, key: unknown): asserts key is string {
  if (typeof key !== 'string') {
    throw invalid(
      `a key must be a string but received ${describe(key)}`,
      'Pass key and value as two arguments, in one call per property.',
    );
  }
  if (key === '' || /[.$]/.test(key)) {
    throw invalid(
      `a key must be a non-empty string without "." or "$" but received ${describe(key)}`,
      'Nest an object under one key instead.',
    );
  }
  if (kind === 'appMetadata' && Object.hasOwn(reservedInAppMetadata, key)) {
    throw invalid(`${describe(key)} is a reserved app_metadata key`, 'Choose another name.');
  }
}

const invalid = (rule: string, hint: string): ContractError =>
  new ContractError('metadata-key-invalid', `Failed to set metadata: ${rule}.\n${hint}`);

import { ContractError } from '../errors.ts';
import type { MetadataKind } from '../folds/changes.ts';
import { describe } from '../text/describe.ts';

/** Names that the platform keeps for itself in `app_metadata` (M8). */
const reservedInAppMetadata: ReadonlySet<string> = new Set([
  '__tenant',
  '_id',
  'blocked',
  'clientID',
  'created_at',
  'email',
  'email_verified',
  'globalClientID',
  'global_client_id',
  'identities',
  'lastIP',
  'lastLogin',
  'loginsCount',
  'metadata',
  'multifactor',
  'multifactor_last_modified',
  'updated_at',
  'user_id',
]);

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
  if (kind === 'appMetadata' && reservedInAppMetadata.has(key)) {
    throw invalid(
      `app_metadata has no place for ${describe(key)}, a name that the platform keeps for itself`,
      'Choose another name.',
    );
  }
}

const invalid = (rule: string, hint: string): ContractError =>
  new ContractError('metadata-key-invalid', `Failed to set metadata: ${rule}.\n${hint}`);

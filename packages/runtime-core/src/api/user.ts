import type { PreUserRegistrationAPI } from '@signup-actions/types';
import { metadataKinds, type MetadataMethod } from '../calls/changes.ts';
import { assertNotFull, recordCall, recordRejection, type ApiContext } from './context.ts';
import { assertMetadataKey } from './metadata-key.ts';
import { assertMetadataFits, takeMetadataValue } from './metadata-value.ts';
import { assertUserId } from './user-id.ts';

/** `api.user`: changes nothing at once; what the flow asks for is aggregated and applied at its end (M1, M2). */
export function createUser(
  context: ApiContext,
  root: PreUserRegistrationAPI,
): PreUserRegistrationAPI['user'] {
  const createSetter =
    (method: MetadataMethod) =>
    (key: unknown, value: unknown): PreUserRegistrationAPI =>
      recordRejection(context, method, [key, value], () => {
        const kind = metadataKinds[method];
        assertNotFull(context);
        assertMetadataKey(kind, key);
        const { args, notes } = takeMetadataValue(key, value);
        assertMetadataFits(context, kind, args);
        recordCall(context, { method, args }, notes);
        return root;
      });

  return {
    setAppMetadata: createSetter('user.setAppMetadata'),
    setUserMetadata: createSetter('user.setUserMetadata'),
    setUserId: (userId: unknown) =>
      recordRejection(context, 'user.setUserId', [userId], () => {
        assertNotFull(context);
        assertUserId(userId, context.limits.maxUserIdCharacters);
        recordCall(context, { method: 'user.setUserId', args: [userId] });
        return root;
      }),
  };
}

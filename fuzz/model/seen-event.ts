import type { ActionScript, FlowScript } from '../scripts/script.ts';
import { applyMetadata, type Pending } from './metadata.ts';

/** What an Action finds in its event (F9, F10, M1); with what is pending, where that is visible (M11). */
export function seenEvent(
  { user }: FlowScript,
  { secrets, configuration }: ActionScript,
  pending?: { readonly app: Pending; readonly user: Pending },
): unknown {
  const shown = pending && {
    app_metadata: applyMetadata(user['app_metadata'], pending.app),
    user_metadata: applyMetadata(user['user_metadata'], pending.user),
  };
  return { secrets, configuration, user: { ...user, ...shown } };
}

import type { FlowScript } from '../scripts/script.ts';
import { applyMetadata } from './metadata.ts';
import type { FlowState } from './state.ts';

type Failure = Readonly<{ kind: string; action: string | undefined }>;

/** What a flow that ends here has come to (F5, F6, R4, M2, M6, M10, U1). */
export function toExpectation(flow: FlowScript, state: FlowState, failed?: Failure) {
  const { refusals, refusers, userId, diagnostics } = state;
  const [swallower] = refusals.length > 0 ? [] : refusers;
  const failure = failed ?? (swallower ? { kind: 'action_error', action: swallower } : undefined);
  const status = failure ? 'failed' : (refusals[0]?.status ?? 'allowed');
  const user = {
    ...(['email', 'sms'].includes(flow.strategy) ? flow.user : withPending(flow, state)),
    ...(flow.strategy === 'auth0' && userId !== undefined && { user_id: `auth0|${userId}` }),
  };
  const changes = {
    appMetadata: Object.fromEntries(state.app),
    userMetadata: Object.fromEntries(state.user),
    ...(userId !== undefined && { userId }),
  };
  const said = { refusals: [...refusals], diagnostics: [...diagnostics] };
  return { status, failure, user: status === 'allowed' ? user : undefined, changes, ...said };
}

/** The user with what is pending. */
export const withPending = ({ user }: FlowScript, pending: FlowState): object => ({
  ...user,
  app_metadata: applyMetadata(user['app_metadata'], pending.app),
  user_metadata: applyMetadata(user['user_metadata'], pending.user),
});

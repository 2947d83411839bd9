import type { FlowScript } from '../scripts/script.ts';
import { applyMetadata } from './metadata.ts';
import type { FlowState } from './state.ts';

/** Why a flow failed, in the contract's words. */
export interface ExpectedFailure {
  readonly class: 'action_error' | 'action_timeout' | 'platform_error' | 'aborted';
  readonly action?: string | undefined;
}

/** What a flow that ends here has come to (F5, F6, R4, M2, M6, M10, U1). */
export function toExpectation(
  { strategy, user }: FlowScript,
  { refusals, refusers, userId, app, user: own, calls, diagnostics }: FlowState,
  failed?: ExpectedFailure,
) {
  const [swallower] = refusals.length > 0 ? [] : refusers;
  const failure: ExpectedFailure | undefined =
    failed ?? (swallower === undefined ? undefined : { class: 'action_error', action: swallower });
  const verdict = { deny: 'denied', validation: 'invalid', none: 'allowed' };
  const status = failure ? 'failed' : verdict[refusals[0]?.type ?? 'none'];
  const hasId = strategy === 'auth0' && userId !== undefined;
  const created = {
    ...user,
    ...(strategy !== 'email' && strategy !== 'sms' && withPending(user, { app, user: own })),
    ...(hasId && { user_id: `auth0|${userId}` }),
  };
  const changes = {
    appMetadata: Object.fromEntries(app),
    userMetadata: Object.fromEntries(own),
    ...(userId !== undefined && { userId }),
  };
  return {
    status,
    failure,
    refusals: [...refusals],
    user: status === 'allowed' ? created : undefined,
    changes,
    calls: calls.filter(({ isRecorded }) => isRecorded),
    diagnostics: [...diagnostics],
  };
}

/** The user with what is pending. */
export const withPending = (
  user: FlowScript['user'],
  pending: Pick<FlowState, 'app' | 'user'>,
): object => ({
  ...user,
  app_metadata: applyMetadata(user['app_metadata'], pending.app),
  user_metadata: applyMetadata(user['user_metadata'], pending.user),
});

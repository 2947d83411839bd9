import type { FlowScript } from '../scripts/script.ts';
import { applyMetadata } from './metadata.ts';
import type { Records } from './stored.ts';
import type { ExpectedCall, ExpectedRefusal, FlowState } from './state.ts';

/** Why a flow failed, in the contract's words. */
export interface ExpectedFailure {
  readonly class: 'action_error' | 'action_timeout' | 'platform_error' | 'aborted';
  readonly action?: string;
}

/** What a signup comes to. */
export interface Expectation {
  readonly status: 'allowed' | 'denied' | 'invalid' | 'failed';
  readonly failure: ExpectedFailure | undefined;
  readonly refusals: readonly ExpectedRefusal[];
  readonly user: object | undefined;
  readonly changes: object;
  readonly executions: readonly string[];
  readonly calls: readonly ExpectedCall[];
  readonly diagnostics: readonly string[];
}

/** The expectation of a flow that ends here (F5, F6, R4, M2, M6, M10, U1). */
export function toExpectation(
  { strategy, user }: FlowScript,
  state: FlowState,
  executions: readonly string[],
  failed: ExpectedFailure | undefined,
): Expectation {
  const { refusals, refusers, userId, calls } = state;
  const [refusal] = refusals;
  const [swallower] = refusers;
  const failure =
    failed ??
    (!refusal && swallower !== undefined
      ? { class: 'action_error' as const, action: swallower }
      : undefined);
  const verdict = refusal?.type === 'deny' ? 'denied' : refusal ? 'invalid' : 'allowed';
  const status = failure ? 'failed' : verdict;
  const stores = strategy !== 'email' && strategy !== 'sms';
  const created = {
    ...user,
    ...(stores && {
      app_metadata: applyMetadata(user['app_metadata'], state.app),
      user_metadata: applyMetadata(user['user_metadata'], state.user),
    }),
    ...(strategy === 'auth0' && userId !== undefined && { user_id: `auth0|${userId}` }),
  };
  const changes = {
    appMetadata: Object.fromEntries(state.app),
    userMetadata: Object.fromEntries(state.user),
    ...(userId !== undefined && { userId }),
  };
  return {
    status,
    failure,
    refusals: [...refusals],
    user: status === 'allowed' ? created : undefined,
    changes,
    executions: [...executions],
    calls: calls.filter(({ isRecorded }) => isRecorded),
    diagnostics: [...state.diagnostics].toSorted(),
  };
}

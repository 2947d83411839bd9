import type { ErrorRecord } from '../errors.ts';
import {
  type Call,
  type DenyRefusal,
  isRefusal,
  type Refusal,
  type ValidationRefusal,
} from '../calls/call.ts';

/** What made a flow fail: an Action, the flow's time, or what is no Action's fault (F6, F7, F13). */
export interface Failure {
  readonly kind: 'aborted' | 'action_error' | 'action_timeout' | 'platform_error';
  /** Name of the Action; absent when none is to blame. */
  readonly action?: string;
  readonly error: ErrorRecord;
}

/** Whether the registration goes ahead, and if not, why. */
export type Decision =
  | { readonly status: 'allowed' }
  | { readonly status: 'denied'; readonly refusal: DenyRefusal }
  | { readonly status: 'invalid'; readonly refusal: ValidationRefusal }
  | { readonly status: 'failed'; readonly failure: Failure };

/** A failure outweighs every refusal (F6); the first refusal is *the* refusal (F5). */
export function decide(
  calls: readonly Call[],
  refusals: readonly Refusal[],
  failure: Failure | undefined,
): Decision {
  if (failure) return { status: 'failed', failure };
  const [refusal] = refusals;
  if (refusal) return { status: refusal.status, refusal } as Decision;
  const rejected = calls.find(isRefusal);
  if (rejected) return { status: 'failed', failure: toFailure(rejected) };
  return { status: 'allowed' };
}

/** The Action meant to refuse and swallowed the error that told it that it had not (R4). */
const toFailure = ({ action, error }: Call): Failure =>
  Object.freeze({
    kind: 'action_error',
    action,
    error: Object.freeze({
      name: 'ContractError',
      code: 'refusal-rejected',
      message: `${action} went on after its refusal was rejected: ${error?.message}`,
    }),
  });

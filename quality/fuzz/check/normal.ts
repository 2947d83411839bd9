import type { Outcome } from '@signup-actions/runtime-core';
import type { ExpectedFlow } from '../model/expect-flow.ts';
import type { ExpectedCall } from '../model/perform.ts';
import type { ObservedFlow } from '../world/run-scenario.ts';

/** What both the model and the engine say of a flow, side by side. */
export type Account = Readonly<Record<string, unknown>>;

/** Metadata that is empty may be absent: the contract does not say which. */
const toUser = (user: object | undefined): object | undefined =>
  user && { app_metadata: {}, user_metadata: {}, ...user };

/** Where the contract leaves the words open, one code stands for two; what is about a late call is its lateness. */
const toCodes = (codes: readonly string[], late: ReadonlySet<number>): readonly string[] =>
  [
    ...new Set(
      codes
        .map((code) =>
          code.replace(/^(argument-not-a-string|deny-without-user-message)/, 'deny-argument'),
        )
        .filter((code) => code.startsWith('late-call') || !late.has(Number(code.split(' ')[1])))
        .filter((code) => !/^(secret-exposed|cache-unavailable)/.test(code)),
    ),
  ].toSorted();

interface PlainCall {
  readonly method: string;
  readonly action: string;
  readonly late: boolean;
  readonly threw: boolean;
  readonly result: unknown;
}

const lateOf = (calls: readonly PlainCall[]): ReadonlySet<number> =>
  new Set(calls.flatMap(({ late }, index) => (late ? [index] : [])));

/** Whether the flow failed before its first Action. */
const isUnstarted = (
  failure: Readonly<{ kind: string; action?: string | undefined }> | undefined,
): boolean => failure?.kind === 'platform_error' && failure.action === undefined;

/** What the model expects. */
export function fromModel(expected: ExpectedFlow): Account {
  const { status, failure, refusals, changes, seen } = expected;
  const calls = expected.calls.filter(({ isRecorded }) => isRecorded).map(toPlainCall);
  return {
    status,
    failure: failure && { kind: failure.kind, action: failure.action },
    refusals,
    user: toUser(expected.user),
    changes,
    executions: isUnstarted(failure) ? 'none completed' : expected.executions,
    calls,
    diagnostics: toCodes(expected.diagnostics, lateOf(calls)),
    seen: seen.map(toSeen),
    reportedLate: expected.calls.filter(({ isOver }) => isOver).length,
  };
}

const toPlainCall = ({ method, action, late, threw, result }: ExpectedCall): PlainCall => ({
  method,
  action,
  late,
  threw,
  result: late ? undefined : result,
});

const toSeen = (seen: unknown): unknown => {
  const { user, ...rest } = seen as { readonly user: object };
  return { ...rest, user: toUser(user) };
};

/** What the engine says. */
export function fromEngine({ outcome, witness, heardLate }: ObservedFlow): Account {
  const calls = outcome.calls.map((call) => ({
    method: call.method,
    action: call.action,
    late: call.late === true,
    threw: call.error !== undefined,
    result: call.late ? undefined : (call as { readonly result?: unknown }).result,
  }));
  const codes = outcome.diagnostics.map(({ code, call }) => `${code} ${call}`);
  const failure = outcome.status === 'failed' ? outcome.failure : undefined;
  const ran = outcome.executions.some(({ status }) => /^(completed|refused)$/.test(status));
  return {
    status: outcome.status,
    failure: failure && { kind: failure.kind, action: failure.action },
    refusals: outcome.refusals.map(toRefusal),
    user: toUser((outcome as { readonly user?: object }).user),
    changes: outcome.changes,
    executions: isUnstarted(failure)
      ? `${ran ? 'some' : 'none'} completed`
      : outcome.executions.map(({ status }) => status),
    calls,
    diagnostics: toCodes(codes, lateOf(calls)),
    seen: witness.seen.map(toSeen),
    reportedLate: heardLate.filter(({ code }) => code === 'late-call').length,
  };
}

const toRefusal = (refusal: Outcome['refusals'][number]): unknown => ({
  status: refusal.status,
  texts:
    refusal.status === 'denied'
      ? [refusal.reason, refusal.userMessage]
      : [refusal.errorCode, refusal.errorMessage],
  action: refusal.action,
});

import type { Call } from '@signup-actions/runtime-core';
import { isRefusal } from '@signup-actions/runtime-core/internal';
import { formatCalls, formatExpectation, formatStatus } from './format.ts';
import { defineCallMatcher, whyIneffective } from './match-calls.ts';
import { toSubject, type Matcher, type MatcherContext, type MatcherResult } from './matcher.ts';

/** Whether the registration is allowed: nothing refused it, and nothing failed. */
export function toHaveAllowed(
  this: MatcherContext,
  received: unknown,
  ...args: readonly unknown[]
): MatcherResult {
  if (args.length > 0) {
    throw new TypeError(
      'Failed to check with toHaveAllowed: it takes no arguments.\nCheck the user with toHaveCreatedUser.',
    );
  }
  const subject = toSubject('toHaveAllowed', received, { mayFail: this.isNot === true });
  const { outcome } = subject;
  const pass = outcome.status === 'allowed';
  const { refusals } = outcome;
  const message = (): string =>
    [
      formatExpectation(subject, 'toHaveAllowed', [], pass),
      '',
      pass
        ? 'Expected the registration to be refused, but it was allowed.'
        : `Expected the registration to be allowed, but ${formatStatus(outcome, 'it')}.`,
      formatCalls(subject, ({ method }) =>
        refusals.length > 0 && (method === 'access.deny' || method === 'validation.error')
          ? 'refused'
          : undefined,
      ),
    ].join('\n');
  return { pass, message };
}

/** The first refusal determines status and message (F5): later ones do not count. */
function whyNotFirst(call: Call, calls: readonly Call[]): string | undefined {
  const first = calls.findIndex((other) => isRefusal(other) && !other.error);
  return calls[first] === call ? undefined : `does not count: call ${first + 1} refused first`;
}

/**
 * Whether the registration is denied with `api.access.deny`, by the refusal that counts. A flow that failed is not
 * denied, even if an Action had refused before (F6).
 */
export const toHaveDenied: Matcher = defineCallMatcher({
  matcher: 'toHaveDenied',
  method: 'access.deny',
  status: 'denied',
  whyIgnored: whyNotFirst,
});

/**
 * Whether the registration is refused with `api.validation.error`. A refusal that was rejected because of its
 * arguments does not count: it fails the flow (R4).
 */
export const toHaveFailedValidation: Matcher = defineCallMatcher({
  matcher: 'toHaveFailedValidation',
  method: 'validation.error',
  status: 'invalid',
  whyIgnored: (call, calls) => whyIneffective(call) ?? whyNotFirst(call, calls),
});

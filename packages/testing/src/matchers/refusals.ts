import { formatCalls, formatExpectation, formatStatus } from './format.ts';
import { defineCallMatcher, whyIneffective } from './match-calls.ts';
import { toSubject, type Matcher, type MatcherContext, type MatcherResult } from './matcher.ts';

/** Whether the registration is allowed: nothing refused it, and nothing failed. */
export function toHaveAllowed(this: MatcherContext, received: unknown): MatcherResult {
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

/**
 * Whether the registration is denied with `api.access.deny`. A flow that failed is not denied, even if an
 * Action had refused before (F6).
 */
export const toHaveDenied: Matcher = defineCallMatcher({
  matcher: 'toHaveDenied',
  method: 'access.deny',
  status: 'denied',
});

/**
 * Whether the registration is refused with `api.validation.error`. A refusal that was rejected because of its
 * arguments does not count: it fails the flow (R4).
 */
export const toHaveFailedValidation: Matcher = defineCallMatcher({
  matcher: 'toHaveFailedValidation',
  method: 'validation.error',
  status: 'invalid',
  whyIgnored: whyIneffective,
});

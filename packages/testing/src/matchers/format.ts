import type { Call, Outcome } from '@signup-actions/runtime-core';
import { formatValue, redact } from '@signup-actions/runtime-core/internal';
import { formatCallSite } from '../watch/call-sites.ts';
import { findPlace } from '../watch/find-place.ts';
import { formatExpected, shorten } from './format-expected.ts';
import type { SignupMatchers } from './signup-matchers.ts';

/** What an expectation is about. */
export interface Subject {
  readonly outcome: Outcome;
  /** What `expect` was given, as a message names it. */
  readonly name: 'api' | 'outcome';
}

/** The expectation that failed, as it is written in the test. */
export const formatExpectation = (
  { name }: Subject,
  matcher: keyof SignupMatchers,
  args: readonly unknown[],
  isNot: boolean,
): string =>
  `expect(${name})${isNot ? '.not' : ''}.${matcher}(${args.map(formatExpected).join(', ')})`;

/** Of more calls than this, only the first and the last are shown, and those with a remark. */
const shownCalls = 20;
const shownAtTheEnd = 5;

/**
 * The recorded calls, numbered and without secrets, each with its place in the Action; an arrow before the remark
 * on a call, if it has one.
 */
export function formatCalls(
  { outcome, name }: Subject,
  remark: (call: Call, index: number) => string | undefined = () => undefined,
): string {
  const { calls } = redact(outcome);
  const { length } = calls;
  if (length === 0) {
    // The handlers of an outcome did run.
    const hint = name === 'api' ? ' Did the handler run, and was it awaited?' : '';
    return `Recorded calls (0): none.${hint}`;
  }
  const isShown = (index: number): boolean =>
    length <= shownCalls || index < shownCalls - shownAtTheEnd || index >= length - shownAtTheEnd;
  const lines: string[] = [];
  let left = 0;
  for (const [index, call] of calls.entries()) {
    const note = remark(call, index);
    if (note === undefined && !isShown(index)) {
      left += 1;
      continue;
    }
    if (left > 0) lines.push(`  … ${left} more`);
    left = 0;
    const arrow = note === undefined ? '' : `   ← ${note}`;
    lines.push(`  ${index + 1}. ${formatCall(call, outcome.calls[index])}${arrow}`);
  }
  return [`Recorded calls (${length}):`, ...lines].join('\n');
}

/** A recorded call as source, and where it was made. `call` has no secrets, `recorded` knows its place. */
function formatCall(call: Call, recorded: Call | undefined): string {
  const args = call.args.map((value: unknown) => shorten(formatValue(value)));
  const place = recorded ? formatCallSite(recorded) : '';
  return `api.${call.method}(${args.join(', ')})${call.error ? ' threw' : ''}${place}`;
}

/** The outcome as a clause. */
export function formatStatus(outcome: Outcome, registration = 'the registration'): string {
  const redacted = redact(outcome);
  switch (redacted.status) {
    case 'allowed':
      return `${registration} was allowed`;
    case 'denied':
      return `${redacted.refusal.action} denied ${registration} with api.access.deny`;
    case 'invalid':
      return `${redacted.refusal.action} refused ${registration} with api.validation.error`;
    case 'failed': {
      const { action = 'the flow', error } = redacted.failure;
      const place = findPlace(error.stack);
      const where = place === undefined ? '' : ` at ${place}`;
      return `${action} failed${where}: ${error.name}: ${toSentencePart(error.message)}`;
    }
  }
}

/** The first line without its full stop. */
const toSentencePart = (message: string): string =>
  (message.split('\n', 1)[0] ?? '').replace(/\.$/, '');

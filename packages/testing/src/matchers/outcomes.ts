import type { ErrorRecord, Execution, Outcome } from '@signup-actions/runtime-core';
import { describe, redact } from '@signup-actions/runtime-core/internal';
import { assertNotFailed, expectFailure, isExpectedFailure } from './failed-flow-error.ts';
import { isEqual } from './compare.ts';
import { formatExpected, isAsymmetricMatcher, isRegExp } from './format-expected.ts';
import { formatCalls, formatExpectation, formatStatus } from './format.ts';
import { toRunSubject, type MatcherContext, type MatcherResult } from './matcher.ts';

/**
 * Whether the flow failed: a handler threw, or the flow timed out. The argument is a part of the error's
 * message, a RegExp for it, or an asymmetric matcher for its `name` and `message`.
 */
export function toHaveFailed(
  this: MatcherContext,
  received: unknown,
  ...args: readonly unknown[]
): MatcherResult {
  const isExpected = toErrorCheck(this, args);
  const subject = toRunSubject('toHaveFailed', received, { mayFail: true });
  const { outcome } = subject;
  // With another error than the one that is not expected, the flow has still failed.
  if (this.isNot && !isExpectedFailure(outcome)) assertNotFailed(outcome);
  const pass = outcome.status === 'failed' && isExpected(outcome.failure.error);
  if (pass && !this.isNot) expectFailure(outcome);
  const how = args.length === 0 ? '' : ` with ${formatExpected(args[0])}`;
  const message = (): string =>
    [
      formatExpectation(subject, 'toHaveFailed', args, pass),
      '',
      `Expected the flow ${pass ? 'not ' : ''}to fail${how}, but ${formatStatus(outcome)}.`,
      formatCalls(subject),
    ].join('\n');
  return { pass, message };
}

function toErrorCheck(
  context: MatcherContext,
  args: readonly unknown[],
): (error: ErrorRecord) => boolean {
  const [expected] = args;
  if (args.length === 0) return () => true;
  if (typeof expected === 'string') return ({ message }) => message.includes(expected);
  if (isRegExp(expected)) return ({ message }) => message.search(expected) >= 0;
  if (isAsymmetricMatcher(expected)) {
    return ({ name, message }) => isEqual(context, { name, message }, expected);
  }
  throw new TypeError(
    `Failed to check with toHaveFailed: the error must be a string, a RegExp or an asymmetric matcher but received ${describe(expected)}.\nPass a part of the error's message, or expect.objectContaining({ name }).`,
  );
}

/** Whether the Action with this name was started, even if it then failed. */
export function toHaveRun(this: MatcherContext, received: unknown, action: unknown): MatcherResult {
  return matchExecution(this, 'toHaveRun', received, action);
}

/** Whether the Action with this name was not started, because the flow had stopped before it. */
export function toHaveSkipped(
  this: MatcherContext,
  received: unknown,
  action: unknown,
): MatcherResult {
  return matchExecution(this, 'toHaveSkipped', received, action);
}

/** Throws for a name that no Action has. */
function matchExecution(
  context: MatcherContext,
  matcher: 'toHaveRun' | 'toHaveSkipped',
  received: unknown,
  action: unknown,
): MatcherResult {
  const subject = toRunSubject(matcher, received);
  const { outcome } = subject;
  const executions = outcome.executions.filter((execution) =>
    isEqual(context, execution.action, action),
  );
  if (executions.length === 0) throw createNameError(matcher, action, outcome);
  const hasRun = executions.some(({ status }) => status !== 'skipped');
  const pass = hasRun === (matcher === 'toHaveRun');
  const message = (): string =>
    [
      formatExpectation(subject, matcher, [action], pass),
      '',
      `Expected ${formatExpected(action)} ${hasRun ? 'to be skipped, but it ran' : 'to run, but it was skipped'}; ${formatStatus(outcome)}.`,
      `Actions (${outcome.executions.length}):`,
      ...redact(outcome).executions.map(formatExecution),
    ].join('\n');
  return { pass, message };
}

const formatExecution = ({ action, status }: Execution, index: number): string =>
  `  ${index + 1}. ${action}: ${status}`;

function createNameError(matcher: string, action: unknown, { executions }: Outcome): TypeError {
  const names = executions.map(({ action: name }) => JSON.stringify(name));
  const rule =
    names.length > 0 ? `the name must be one of ${names.join(', ')}` : 'the flow has no Actions';
  return new TypeError(
    `Failed to check with ${matcher}: ${rule} but received ${formatExpected(action)}.\nPass the name that the Action was given, or the name of its function.`,
  );
}

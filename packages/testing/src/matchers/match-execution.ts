import { redact, type Execution, type Outcome } from '@signup-actions/runtime-core';
import { describeStatus } from './describe-status.ts';
import type { MatcherResult } from './context.ts';
import { formatExpectation } from './format-expectation.ts';
import { takeRunOutcome } from './take-outcome.ts';

/** Whether an Action of the flow was started, or skipped. Throws for a name that no Action has. */
export function matchExecution(
  matcher: 'toHaveRun' | 'toHaveSkipped',
  received: unknown,
  action: unknown,
): MatcherResult {
  const subject = takeRunOutcome(matcher, received);
  const { outcome } = subject;
  const executions = outcome.executions.filter((execution) => execution.action === action);
  if (executions.length === 0) throw noSuchAction(matcher, action, outcome);
  const hasRun = executions.some(({ status }) => status !== 'skipped');
  const pass = hasRun === (matcher === 'toHaveRun');
  const message = (): string =>
    [
      formatExpectation(subject, matcher, [action], pass),
      '',
      `Expected ${JSON.stringify(action)} ${hasRun ? 'to be skipped, but it ran' : 'to run, but it was skipped'}; ${describeStatus(outcome)}.`,
      `Actions (${outcome.executions.length}):`,
      ...redact(outcome).executions.map(formatExecution),
    ].join('\n');
  return { pass, message };
}

const formatExecution = ({ action, status }: Execution, index: number): string =>
  `  ${index + 1}. ${action}: ${status}`;

function noSuchAction(matcher: string, action: unknown, { executions }: Outcome): TypeError {
  const names = executions.map(({ action: name }) => JSON.stringify(name));
  return new TypeError(
    `Failed to check with ${matcher}: the flow has ${names.join(', ') || 'no Actions'} but received ${JSON.stringify(action)}.\nPass the name that the Action was given, or the name of its function.`,
  );
}

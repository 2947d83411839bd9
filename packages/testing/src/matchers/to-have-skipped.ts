import type { MatcherContext, MatcherResult } from './context.ts';
import { matchExecution } from './match-execution.ts';

/** Whether the Action with this name was not started, because the flow had stopped before it. */
export function toHaveSkipped(
  this: MatcherContext,
  received: unknown,
  action: unknown,
): MatcherResult {
  return matchExecution('toHaveSkipped', received, action);
}

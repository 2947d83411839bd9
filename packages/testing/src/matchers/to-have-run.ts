import type { MatcherContext, MatcherResult } from './context.ts';
import { matchExecution } from './match-execution.ts';

/** Whether the Action with this name was started, be it that it failed. */
export function toHaveRun(this: MatcherContext, received: unknown, action: unknown): MatcherResult {
  return matchExecution('toHaveRun', received, action);
}

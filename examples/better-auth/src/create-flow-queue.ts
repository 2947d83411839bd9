import type { Outcome, SignupEvent } from '@signup-actions/runtime-core';
import { failOutcome } from './fail-outcome.ts';
import type { FlowProcess } from './start-flow-process.ts';

/** The signups that wait for a process. A process is given the next one when it has started the previous one. */
export interface FlowQueue {
  /** Resolves as `decide` of the process does that gets the signup. */
  readonly ask: (event: SignupEvent) => Promise<Outcome | undefined>;
  /** Gives the next signup to the process if it is free. */
  readonly dispatch: () => void;
}

/**
 * Creates an empty queue. `find` returns the process that decides, or why there is none, or nothing if one is about to
 * be ready.
 */
export function createFlowQueue(find: () => FlowProcess | string | undefined): FlowQueue {
  const waiting: {
    readonly event: SignupEvent;
    readonly resolve: (outcome: Outcome | Promise<Outcome | undefined>) => void;
  }[] = [];
  const dispatch = (): void => {
    const process = find();
    if (typeof process === 'string') {
      for (const { resolve } of waiting.splice(0)) resolve(failOutcome(process));
    } else if (process?.isFree()) {
      const next = waiting.shift();
      next?.resolve(process.decide(next.event));
    }
  };
  return {
    dispatch,
    ask: (event) =>
      new Promise((resolve) => {
        waiting.push({ event, resolve });
        dispatch();
      }),
  };
}

import { toTenantLog, type Outcome, type SignupEvent } from '@signup-actions/runtime-core';
import type { Log } from './create-log.ts';
import type { Metrics } from './create-metrics.ts';
import type { Flows } from './start-flows.ts';

/** The signups of the requests that are under way: what the flow decided on each, and what became of it. */
export interface Signups {
  /** Runs the flow for a request. */
  readonly decide: (requestId: string, event: SignupEvent) => Promise<Outcome>;
  readonly setStored: (requestId: string, userId: string) => void;
  /** Writes the signup of a request to the log, if it was one. */
  readonly end: (requestId: string) => void;
}

/** What {@link createSignups} uses. */
export interface SignupsParts {
  readonly flows: Flows;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Creates the record of signups. An entry of the log is written when it is known whether the user was stored. */
export function createSignups({ flows, log, metrics }: SignupsParts): Signups {
  const signups = new Map<string, { readonly outcome: Outcome; userId?: string }>();
  return {
    async decide(requestId, event) {
      const started = performance.now();
      const outcome = await flows.decide(event);
      metrics.countSignup(outcome, (performance.now() - started) / 1_000);
      signups.set(requestId, { outcome });
      return outcome;
    },
    setStored(requestId, userId) {
      metrics.countStored();
      const signup = signups.get(requestId);
      if (signup) signup.userId = userId;
    },
    end(requestId) {
      const { outcome, userId } = signups.get(requestId) ?? {};
      signups.delete(requestId);
      if (!outcome) return;
      const { status } = outcome;
      if (status === 'allowed' && userId === undefined) {
        const description = 'pre-user-registration: allowed, but the user was not stored';
        log({ type: 'fs', status, requestId }, { description });
        return;
      }
      for (const { description, ...entry } of toTenantLog(outcome)) {
        const texts = { description, ...(userId !== undefined && { userId }) };
        log({ ...entry, status, requestId }, texts);
      }
    },
  };
}

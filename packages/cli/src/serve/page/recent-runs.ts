import { EventEmitter, once } from 'node:events';
import type { SignupRun } from '../signup-list.ts';
import type { SignupRecord } from '../signup-record.ts';

/** How many signups a page shows. */
export const maxShown = 50;

/** The runs of the signups that a page shows. */
export interface RecentRuns {
  readonly add: (record: SignupRecord, run: SignupRun | undefined) => void;
  readonly get: (record: SignupRecord) => SignupRun | undefined;
  /** Resolves when a signup is added, and otherwise after this time. */
  readonly waitForNext: (ms: number) => Promise<void>;
}

/** Starts without runs: those of an earlier server are not kept. */
export function createRecentRuns(): RecentRuns {
  const runs = new Map<SignupRecord, SignupRun | undefined>();
  // Each open page waits.
  const added = new EventEmitter().setMaxListeners(0);
  return {
    add(record, run) {
      runs.set(record, run);
      const [oldest] = runs.size > maxShown ? runs.keys() : [];
      if (oldest) runs.delete(oldest);
      added.emit('signup');
    },
    get: (record) => runs.get(record),
    async waitForNext(ms) {
      // The rejection means that the time is over.
      await once(added, 'signup', { signal: AbortSignal.timeout(ms) }).catch(() => {});
    },
  };
}

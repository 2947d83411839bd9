import { formatOutcomeWith } from '@signup-actions/runtime-core/internal';
import { isMockApi, isOutcome } from './matcher.ts';

/**
 * Prints outcomes and mock apis in snapshots: the status, the Actions and their calls, the user and the diagnostics,
 * without times and without the values of secrets. The setup entries register it; elsewhere, pass it to
 * `expect.addSnapshotSerializer`.
 */
export const snapshotSerializer = {
  test: (value: unknown): boolean => isOutcome(value) || isMockApi(value),
  serialize: (value: unknown): string =>
    isMockApi(value)
      ? formatOutcomeWith(value.outcome(), { durations: false })
      : isOutcome(value)
        ? formatOutcomeWith(value, { durations: false })
        : '',
} as const;

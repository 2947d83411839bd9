import type { Outcome, Refusal } from '@signup-actions/runtime-core';
import { labelRefusal } from '@signup-actions/runtime-core/internal';
import type { LoadedModule } from '../platform/action.ts';
import { findPlace } from './find-place.ts';
import type { Verdict } from './run-view.ts';

/** The verdict on the signup: which Action decided, and with which strings. */
export function toVerdict(outcome: Outcome, sources: readonly LoadedModule[]): Verdict {
  switch (outcome.status) {
    case 'allowed':
      return { tone: 'good', title: 'Allowed', lines: [] };
    case 'denied':
      return toRefused('Denied', outcome.refusal);
    case 'invalid':
      return toRefused('Invalid', outcome.refusal);
    case 'failed': {
      const { action, kind, error } = outcome.failure;
      const text = `${error.name}: ${error.message}`;
      return {
        tone: 'bad',
        title: 'Failed',
        where: action === undefined ? undefined : `in ${action}`,
        lines: [{ label: kind, text }],
        place: findPlace(error.stack, sources),
      };
    }
  }
}

const toRefused = (title: string, refusal: Refusal): Verdict => ({
  tone: 'bad',
  title,
  where: `by ${refusal.action}`,
  lines: Object.entries(labelRefusal(refusal)).map(([label, text]) => ({ label, text })),
});

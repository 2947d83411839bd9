import type { Outcome, Refusal } from '@signup-actions/runtime-core';
import { labelRefusal } from '@signup-actions/runtime-core/internal';
import { findPlace, type FlowJob } from '@signup-actions/workbench';
import type { Verdict } from './run-view.ts';

/** The verdict on the signup: which Action decided, and with which strings. */
export function toVerdict(outcome: Outcome, actions: FlowJob['actions']): Verdict {
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
      const lines = [{ label: kind, text }, ...toHint(error)];
      return {
        tone: 'bad',
        title: 'Failed',
        by: action,
        lines,
        place: findPlace(error.stack, actions),
      };
    }
  }
}

const toRefused = (title: string, refusal: Refusal): Verdict => ({
  tone: 'bad',
  title,
  by: refusal.action,
  lines: Object.entries(labelRefusal(refusal)).map(([label, text]) => ({ label, text })),
});

/** Node has globals that a page does not have: such a failure does not happen on the platform. */
function toHint({ name, message }: { name: string; message: string }): Verdict['lines'] {
  const nodeName = /^(?:Can't find variable: )?(Buffer|process|global|setImmediate)\b/.exec(
    message,
  )?.[1];
  if (name !== 'ReferenceError' || nodeName === undefined) return [];
  const text = `Node has ${nodeName}, but a page does not: run this Action on your machine with signup-actions run.`;
  return [{ label: 'only here', text }];
}

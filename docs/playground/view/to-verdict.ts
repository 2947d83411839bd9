import type { Outcome } from '@signup-actions/runtime-core';
import { findPlace } from '../run/find-place.ts';
import type { PlaygroundJob } from '../run/flow-job.ts';
import type { Verdict } from './run-view.ts';

/** What became of the signup, who decided so, and with what words. */
export function toVerdict(outcome: Outcome, actions: PlaygroundJob['actions']): Verdict {
  switch (outcome.status) {
    case 'allowed':
      return { tone: 'good', title: 'Allowed', lines: [] };
    case 'denied': {
      const { action, reason, userMessage } = outcome.refusal;
      return { tone: 'bad', title: 'Denied', by: action, lines: toLines(reason, userMessage) };
    }
    case 'invalid': {
      const { action, errorCode, errorMessage } = outcome.refusal;
      return { tone: 'bad', title: 'Invalid', by: action, lines: toLines(errorCode, errorMessage) };
    }
    case 'failed': {
      const { action, class: kind, error } = outcome.failure;
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

const toLines = (log: string, person: string): Verdict['lines'] => [
  { label: 'for the log', text: log },
  { label: 'for the person', text: person },
];

/** Node has names that a page has not: such a failure says nothing about the platform. */
function toHint({ name, message }: { name: string; message: string }): Verdict['lines'] {
  const nodeName = /^(?:Can't find variable: )?(Buffer|process|global|setImmediate)\b/.exec(
    message,
  )?.[1];
  if (name !== 'ReferenceError' || nodeName === undefined) return [];
  const text = `Node has ${nodeName}, and a page has not: run this Action on your machine with signup-actions run.`;
  return [{ label: 'here only', text }];
}

import { redact, type Outcome } from '@signup-actions/runtime-core';

/** What became of the registration, to follow "but". */
export function describeStatus(outcome: Outcome): string {
  const plain = redact(outcome);
  switch (plain.status) {
    case 'allowed':
      return 'it was allowed';
    case 'denied':
      return `${plain.refusal.action} denied it with api.access.deny`;
    case 'invalid':
      return `${plain.refusal.action} refused it with api.validation.error`;
    case 'failed': {
      const { action = 'the flow', error } = plain.failure;
      return `${action} failed: ${error.name}: ${toSentencePart(error.message)}`;
    }
  }
}

/** The first line without its full stop. */
const toSentencePart = (message: string): string =>
  (message.split('\n', 1)[0] ?? '').replace(/\.$/, '');

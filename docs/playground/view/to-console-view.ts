import type { Limits } from '@signup-actions/runtime-core';
import type { SecretSearch } from '@signup-actions/runtime-core/internal';
import { maxCaughtCharacters } from '../run/create-console.ts';
import type { StepView } from './run-view.ts';

/** What an Action printed, as far as the platform keeps it, without the secrets' values. */
export function toConsoleView(
  text: string,
  search: SecretSearch,
  { maxConsoleCharacters, maxSecretValueCharacters }: Limits,
): Pick<StepView, 'console' | 'isConsoleCut'> {
  const redacted = search.redact(text.trimEnd());
  // Where it broke off, a part of a secret may stand that no search finds.
  const whole =
    text.length < maxCaughtCharacters ? redacted : redacted.slice(0, -maxSecretValueCharacters);
  return {
    console: whole.slice(0, maxConsoleCharacters),
    isConsoleCut: whole.length > maxConsoleCharacters,
  };
}

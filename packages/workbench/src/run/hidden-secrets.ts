import type { SignupEvent } from '@signup-actions/runtime-core';
import { collectSecrets } from '@signup-actions/runtime-core/internal';
import type { LoadedAction } from '../platform/action.ts';

/** A secret, by its name. */
type NamedSecret = ReturnType<typeof collectSecrets>[number];

/** Shorter values are hidden only if they are a whole string, so only a whole string of the event makes them known. */
const minSearchLength = 6;

/**
 * The secrets that a report of this signup hides. A value that the signup itself holds, such as the domain of the
 * user's address, is known to all who read the report, and hiding it would only make the report wrong.
 */
export const hiddenSecrets = (
  actions: readonly Pick<LoadedAction, 'secrets'>[],
  event: SignupEvent,
): readonly NamedSecret[] => {
  const secrets = collectSecrets(actions);
  if (secrets.length === 0) return secrets;
  const strings = listStrings(event);
  const isHeld = (value: string): boolean =>
    value.length < minSearchLength
      ? strings.includes(value)
      : strings.some((text) => text.includes(value));
  return secrets.filter(({ value }) => !isHeld(value));
};

/** Every value in plain data as a string. The names of fields are the platform's, and tell nothing of the signup. */
function listStrings(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  if (typeof data === 'number') return [String(data)];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(listStrings) : [];
}

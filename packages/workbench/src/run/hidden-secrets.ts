import type { SignupEvent } from '@signup-actions/runtime-core';
import { collectSecrets } from '@signup-actions/runtime-core/internal';
import type { LoadedAction } from '../platform/action.ts';

/** A secret, by its name. */
type NamedSecret = ReturnType<typeof collectSecrets>[number];

/** The secrets that a report of this signup hides. A value that the event itself holds is known to whoever reads the report. */
export const hiddenSecrets = (
  actions: readonly Pick<LoadedAction, 'secrets' | 'moduleSecrets'>[],
  event: SignupEvent,
): readonly NamedSecret[] => {
  const secrets = collectSecrets(actions);
  if (secrets.length === 0) return secrets;
  const strings = listStrings(event);
  return secrets.filter(({ value }) => !strings.some((text) => text.includes(value)));
};

/** Every string in plain data, keys included. */
function listStrings(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  if (typeof data === 'number') return [String(data)];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, part]) => [
    ...(Array.isArray(data) ? [] : [key]),
    ...listStrings(part),
  ]);
}

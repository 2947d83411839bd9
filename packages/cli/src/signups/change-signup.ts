import { setFields, unsetFields } from '@signup-actions/workbench/event';
import type { Signup } from './signup.ts';

const prefix = 'configuration.';

/** The signup with the fields that the user set and without those that were unset. */
export function changeSignup(
  signup: Signup,
  set: readonly string[],
  unset: readonly string[],
): Signup {
  // It belongs to the Actions, not to the event (F10).
  const isConfiguration = (field: string): boolean => /^configuration\.[^=]+=/.test(field);
  const values = set.filter(isConfiguration).map((field): [string, string] => {
    const at = field.indexOf('=');
    return [field.slice(prefix.length, at), field.slice(at + 1)];
  });
  const fields = set.filter((field) => !isConfiguration(field));
  return {
    ...signup,
    event: unsetFields(setFields(signup.event, fields), unset),
    configuration: { ...signup.configuration, ...Object.fromEntries(values) },
  };
}

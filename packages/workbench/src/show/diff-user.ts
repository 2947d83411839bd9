import type { CreatedUser } from '@signup-actions/runtime-core';
import { formatValue, type SecretSearch } from '@signup-actions/runtime-core/internal';

/** A field of the user: unchanged (` `), added (`+`) or removed (`-`); a changed one is removed and added. */
export interface UserField {
  readonly mark: ' ' | '+' | '-';
  readonly name: string;
  /** As JavaScript source. */
  readonly value: string;
}

/** The fields of the user, before and after the flow. The values of secrets are redacted. */
export function diffUser(
  before: CreatedUser,
  after: CreatedUser,
  search: SecretSearch,
): readonly UserField[] {
  const [brought, created] = [
    toFields(search.redactData(before)),
    toFields(search.redactData(after)),
  ];
  const names = [...new Set([...brought.keys(), ...created.keys()])];
  return names.flatMap((name): readonly UserField[] => {
    const [old, now] = [brought.get(name), created.get(name)];
    if (old === now && now !== undefined) return [{ mark: ' ', name, value: now }];
    return [
      ...(old === undefined ? [] : [{ mark: '-' as const, name, value: old }]),
      ...(now === undefined ? [] : [{ mark: '+' as const, name, value: now }]),
    ];
  });
}

/** A change replaces a whole property of the metadata (M3), so each property is a field. */
function toFields(user: CreatedUser): ReadonlyMap<string, string> {
  const fields = Object.entries<unknown>({ ...user }).flatMap(
    ([name, value]): readonly [string, unknown][] =>
      name.endsWith('_metadata') && typeof value === 'object' && value !== null
        ? Object.entries(value).map(([key, part]) => [`${name}.${key}`, part])
        : [[name, value]],
  );
  return new Map(
    fields
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, formatValue(value)]),
  );
}

import {
  formatValue,
  type CreatedUser,
  type Lines,
  type SecretSearch,
} from '@signup-actions/runtime-core';
import { paint } from './paint.ts';

/** The user who is created: what the Actions added, changed and removed beside what signup brought. */
export function formatUser(before: CreatedUser, after: CreatedUser, search: SecretSearch): Lines {
  const [brought, created] = [
    toFields(search.redactData(before)),
    toFields(search.redactData(after)),
  ];
  const names = [...new Set([...brought.keys(), ...created.keys()])];
  const width = Math.max(0, ...names.map(({ length }) => length));
  const format = (mark: string, name: string, value: string): string =>
    `  ${mark} ${name.padEnd(width)}  ${value}`;
  return names.flatMap((name) => {
    const [old, now] = [brought.get(name), created.get(name)];
    if (old === now && now !== undefined) return [format(' ', name, now)];
    return [
      ...(old === undefined ? [] : [paint('bad', format('-', name, old))]),
      ...(now === undefined ? [] : [paint('good', format('+', name, now))]),
    ];
  });
}

/** A change replaces one property of the metadata whole (M3): each is a field of its own. */
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

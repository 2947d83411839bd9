import type { Event } from '@signup-actions/types';
import fc from 'fast-check';

/** Draws a function that makes what careless or hostile code passes instead of a string. */
export const hostileArgument = (): fc.Arbitrary<() => unknown> =>
  fc
    .constantFrom(...(Object.keys(makers) as (keyof typeof makers)[]))
    .map((name) => Object.assign(() => makers[name](), { [fc.toStringMethod]: () => name }));

/** Makes arguments that are not strings; each time a new one, since some cannot even be printed. */
const makers = {
  undefined: () => undefined,
  null: () => null,
  symbol: () => Symbol('reason'),
  bigint: () => 7n,
  error: () => new Error('reason'),
  promise: () => Promise.resolve('reason'),
  bare: () => Object.create(null) as unknown,
  unprintable: () => ({ toString: explode }),
  trapped: () => new Proxy({}, new Proxy({}, { get: () => explode })),
} satisfies Record<string, () => unknown>;

function explode(): never {
  throw new Error('exploded');
}

/** Draws a function that sets, adds and deletes properties of an event, at any depth. */
export const eventEdit = (): fc.Arbitrary<(event: Event) => void> =>
  fc.array(edit, { minLength: 1, maxLength: 5 }).map((edits) => (event) => {
    for (const { path, how, value } of edits) {
      const [target, key] = walk(event, path);
      if (how === 'delete') delete target[key];
      else target[how === 'add' ? 'added' : key] = value;
    }
  });

type Parts = Record<string, unknown>;

const edit = fc.record({
  path: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  how: fc.constantFrom<'add' | 'delete' | 'set'>('add', 'delete', 'set'),
  value: fc.jsonValue({ maxDepth: 1 }),
});

/** The object that a path of property positions leads to, as deep as there are objects, and a key of it. */
function walk(event: Event, path: readonly number[]): readonly [target: Parts, key: string] {
  let target = event as unknown as Parts;
  let key = '';
  for (const [depth, step] of path.entries()) {
    const keys = Object.keys(target);
    key = keys[step % (keys.length || 1)] ?? 'added';
    const next = target[key];
    if (typeof next !== 'object' || next === null) break;
    if (depth < path.length - 1) target = next as Parts;
  }
  return [target, key];
}

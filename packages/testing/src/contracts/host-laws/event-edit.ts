import type { Event } from '@signup-actions/types';
import fc from 'fast-check';

type Parts = Record<string, unknown>;

/** Edits some places of an event, wherever they are: sets, adds and deletes. */
export const eventEdit = (): fc.Arbitrary<(event: Event) => void> =>
  fc
    .array(
      fc.record({
        path: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        how: fc.constantFrom<'add' | 'delete' | 'set'>('add', 'delete', 'set'),
        value: fc.jsonValue({ maxDepth: 1 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((edits) => (event) => {
      for (const { path, how, value } of edits) {
        let target = event as unknown as Parts;
        let key = '';
        for (const step of path) {
          const keys = Object.keys(target);
          key = keys[step % (keys.length || 1)] ?? 'added';
          const next = target[key];
          if (typeof next !== 'object' || next === null) break;
          if (step !== path.at(-1)) target = next as Parts;
        }
        if (how === 'delete') delete target[key];
        else target[how === 'add' ? 'added' : key] = value;
      }
    });

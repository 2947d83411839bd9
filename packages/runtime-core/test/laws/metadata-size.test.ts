import { createLimits, createRecorder } from '@signup-actions/runtime-core/internal';
import type { JsonValue } from '@signup-actions/types';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const change = fc.tuple(
  fc.constantFrom('a', 'é', '__proto__', '"'),
  fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    // The longest JSON: six bytes for a control character, 24 for a number.
    fc.string({ unit: fc.constantFrom('\u0001', '"', 'é', '\ud800') }),
    fc.string({ unit: fc.constant('\u0001') }).map((text) => ({ '': { '': { '': text } } })),
    fc.constantFrom(-1.2345678901234567e-308, true, false, null),
  ),
);

it('M9: the size of pending changes is the size of their JSON, without replaced values', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1 }), fc.nat(200), (changes, spare) => {
      const { record, changes: fold } = createRecorder(createLimits());
      const now = new Map<string, unknown>();
      for (const [key, value] of changes) {
        const bytes = Buffer.byteLength(jsonOf(new Map(now).set(key, value)));
        const ask = (max: number): number | undefined =>
          fold.pending.userMetadata.excessWith(key, value as JsonValue, max);

        expect(ask(bytes)).toBeUndefined();
        expect(ask(bytes + spare)).toBeUndefined();
        expect(ask(bytes - 1)).toBe(bytes);

        now.set(key, value);
        record({ method: 'user.setUserMetadata', args: [key, value] }, 'action');
      }
    }),
  );
});

/** Built without an object, in which `__proto__` would not be a key. */
const jsonOf = (values: ReadonlyMap<string, unknown>): string =>
  `{${[...values].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;

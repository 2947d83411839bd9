import { createRuntime } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import type { Event } from '@signup-actions/types';
import fc from 'fast-check';
import { expect, it } from 'vitest';

type Parts = Record<string, unknown>;

/** Edits some places of an event, wherever they are: sets, adds and deletes. */
const edit = fc
  .array(
    fc.record({
      path: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
      how: fc.constantFrom<'add' | 'delete' | 'set'>('add', 'delete', 'set'),
      value: fc.jsonValue({ maxDepth: 1 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((edits) => (event: Event) => {
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

it('F9: nothing of an Action’s edits reaches the next Action, the caller or the stored user', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
      const event = createMockEvent({ user: { user_metadata: { nested: { deep: ['list'] } } } });
      const before = structuredClone(event);
      const seen: Event[] = [];
      const outcome = await createRuntime().run({
        event,
        actions: edits.map((apply, index) => ({
          name: `${index}`,
          handler: async (own) => {
            seen.push(structuredClone(own));
            apply(own);
          },
        })),
      });

      expect(event).toEqual(before);
      expect(seen).toEqual(edits.map(() => before));
      expect(outcome).toMatchObject({ status: 'allowed', user: before.user });
      expect(Object.keys((outcome as { user: object }).user)).toEqual(Object.keys(before.user));
    }),
  );
});

import { createRuntime, type Outcome } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import { actionFrom, callScript, type Script } from '@signup-actions/testing/fast-check';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it('M2: splitting a script over one, two or many Actions gives the same changes', async () => {
  await fc.assert(
    fc.asyncProperty(callScript({ refusals: false }), fc.nat(), async (script, seed) => {
      const cut = seed % (script.length + 1);
      const whole = await run([script]);
      const halves = await run([script.slice(0, cut), script.slice(cut)]);
      const single = await run(script.map((call) => [call]));

      expect(whole.status).toBe('allowed');
      for (const split of [halves, single]) {
        expect(split.changes).toEqual(whole.changes);
        expect(split).toMatchObject({
          status: 'allowed',
          user: whole.status === 'allowed' && whole.user,
        });
      }
    }),
  );
});

const run = (scripts: readonly Script[]): Promise<Outcome> =>
  createRuntime({ clock: () => 0 }).run({
    event: createMockEvent(),
    actions: scripts.map((script, index) => ({ name: `${index}`, handler: actionFrom(script) })),
  });

import { createRuntime } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import { actionFrom, callScript, type Script } from '@signup-actions/testing/fast-check';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it('F2 F3: no Action after a refusing one runs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(callScript(), { minLength: 1, maxLength: 5 }), async (scripts) => {
      const started: string[] = [];
      const actions = scripts.map((script, index) => {
        const run = actionFrom(script);
        const name = `action ${index}`;
        return {
          name,
          handler: (...args: Parameters<typeof run>) => {
            started.push(name);
            return run(...args);
          },
        };
      });

      const outcome = await createRuntime().run({ event: createMockEvent(), actions });

      const refusing = scripts.findIndex(refuses);
      const expected = refusing < 0 ? actions : actions.slice(0, refusing + 1);
      expect(started).toEqual(expected.map(({ name }) => name));
      expect(outcome.executions.map(({ status }) => status)).toEqual(
        actions.map((_, index) => (index < expected.length ? 'completed' : 'skipped')),
      );
    }),
  );
});

const refuses = (script: Script): boolean =>
  script.some(({ method }) => method === 'access.deny' || method === 'validation.error');

import { foldChanges } from '../../src/calls/changes.ts';
import {
  createApi,
  createLimits,
  createLiveCache,
  createRecorder,
} from '@signup-actions/runtime-core/internal';
import { callScript, performCall } from '@signup-actions/testing/fast-check';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it('the accumulated changes equal a fold over all calls', () => {
  fc.assert(
    fc.property(callScript(), (script) => {
      const limits = createLimits();
      const recorder = createRecorder(limits);
      const cache = createLiveCache(limits);
      const shared = { action: 'action', recorder, cache, limits, clock: () => 0 };
      const open = createApi({ ...shared, isSealed: () => false });
      const sealed = createApi({ ...shared, isSealed: () => true });

      script.forEach((call, index) => performCall(index % 3 === 2 ? sealed : open, call));

      expect(recorder.changes.result()).toEqual(foldChanges(recorder.calls));
      expect(recorder.hasRefusal()).toBe(
        script.some(({ method }) => method === 'access.deny' || method === 'validation.error'),
      );
    }),
  );
});

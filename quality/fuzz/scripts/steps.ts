import type { MethodPath } from '@signup-actions/types';
import fc from 'fast-check';
import {
  acceptedCall,
  agingOptions,
  fewKeys,
  fewValues,
  hostileArgs,
  meetingArgs,
} from './arguments.ts';
import type { CallStep, Step } from './script.ts';
import { hostileValue } from './values.ts';

/** Most Actions that catch an error go on. */
const guarded = fc.constantFrom(true, true, true, false);

type Args = Readonly<Partial<typeof hostileArgs>>;

const callOf = (args: Args): fc.Arbitrary<CallStep> => {
  const calls = Object.entries(args).map(([method, drawn]) =>
    drawn.map((made) => ({ method: method as MethodPath, args: made })),
  );
  return fc
    .tuple(fc.oneof(...calls), guarded)
    .map(([drawn, isGuarded]) => ({ do: 'call', ...drawn, guarded: isGuarded }));
};

const accepted: fc.Arbitrary<CallStep> = fc
  .tuple(acceptedCall, guarded)
  .map(([drawn, isGuarded]) => ({ do: 'call', ...drawn, guarded: isGuarded }));

const call = fc.oneof(
  { weight: 4, arbitrary: callOf(hostileArgs) },
  { weight: 3, arbitrary: callOf(meetingArgs) },
  { weight: 1, arbitrary: accepted },
);

/** Calls on the same few things, one after another. */
export const meetingSteps: fc.Arbitrary<readonly Step[]> = fc.array(callOf(meetingArgs), {
  minLength: 2,
  maxLength: 6,
});

/** A record that is read when it is old, whatever its lifetime is. */
export const agingSteps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    callOf({ 'cache.set': fc.tuple(fewKeys, fewValues, agingOptions) }),
    callOf({ 'cache.get': fc.tuple(fewKeys) }),
  )
  .map(([set, get]) => [set, { do: 'jump', ms: 900_001 }, get]);

/** None of their sums is a whole number of seconds, so that no two things happen in the same moment. */
const shortMs = fc.constantFrom(0.25, 1.25, 60.25);
const ms = fc.oneof(
  { weight: 6, arbitrary: shortMs },
  fc.constantFrom(9_990.25, 19_998.25, 20_000.25),
);

const jumpMs = fc.constantFrom(
  1,
  50,
  60_000,
  86_400_000,
  86_400_001,
  900_000,
  900_001,
  -1,
  -50,
  -60_000,
  -86_400_001,
);

/** What a handler does that takes no time. */
export const quietStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: call },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'edit-argument' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'edit-event' }) },
  { weight: 1, arbitrary: hostileValue.map((value): Step => ({ do: 'throw', value })) },
);

/** What a handler does while the store misbehaves: nothing that takes long, or that it does not await. */
export const calmStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: quietStep },
  { weight: 1, arbitrary: shortMs.map((short): Step => ({ do: 'wait', ms: short })) },
);

/** Anything that a handler may do. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: quietStep },
  { weight: 2, arbitrary: ms.map((long): Step => ({ do: 'wait', ms: long })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(ms, call)
      .map(([late, made]): Step => ({ do: 'later', ms: late, call: made })),
  },
  { weight: 1, arbitrary: jumpMs.map((by): Step => ({ do: 'jump', ms: by })) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'hang' }) },
);

import { apiCall } from '@signup-actions/testing/fast-check';
import type { MethodPath } from '@signup-actions/types';
import fc from 'fast-check';
import { secretTexts } from './secrets.ts';
import type { Value } from './script.ts';
import { hostileValue, repeated, toData } from './values.ts';

type Drawn = fc.Arbitrary<Value>;

const data = (...items: readonly unknown[]): Drawn => fc.constantFrom(...items.map(toData));
const sizes = (character: string, ...times: readonly number[]): readonly Value[] =>
  times.map((count) => repeated(character, count));

// At both sides of a limit, in bytes, characters and code points.
const text: Drawn = fc.oneof(
  { weight: 4, arbitrary: data('', 'no', 'a reason', '\ud800', '😀 é', ...secretTexts) },
  { weight: 1, arbitrary: fc.constantFrom(...sizes('x', 100, 101), ...sizes('😀', 100, 101)) },
  { weight: 2, arbitrary: hostileValue },
);
const reservedKeys =
  '__tenant _id blocked clientID created_at email_verified globalClientID global_client_id identities lastIP lastLogin loginsCount metadata multifactor_last_modified multifactor updated_at user_id'.split(
    ' ',
  );
const metadataKey: Drawn = fc.oneof(
  { weight: 8, arbitrary: data('plan', 'source', '__proto__', 'constructor', 'é', 'email') },
  { weight: 1, arbitrary: data('', 'a.b', '$a', 'x\ny', '7') },
  { weight: 1, arbitrary: data(...reservedKeys) },
  { weight: 1, arbitrary: hostileValue },
);
const metadata: Drawn = fc.oneof(
  { weight: 4, arbitrary: data('free', 'team', 0, true, null, null, [1], { a: { b: null } }) },
  {
    weight: 1,
    arbitrary: data('\ud800', '😀', ...secretTexts, JSON.parse('{"__proto__":{"a":1}}')),
  },
  { weight: 3, arbitrary: hostileValue },
  { weight: 1, arbitrary: data('x'.repeat(20), 'é'.repeat(9)) },
);
/** Rarely: it takes its time. */
const hugeMetadata: Drawn = fc.constantFrom(
  ...sizes('x', 32_757, 32_758),
  ...sizes('é', 16_378, 16_379),
);
const userId: Drawn = fc.oneof(
  { weight: 3, arbitrary: data('ada', 'a.b+c@d_e-F9', '', 'a b', 'auth0|ada', 'é', 'ada\n') },
  { weight: 2, arbitrary: data(...secretTexts) },
  { weight: 1, arbitrary: fc.constantFrom(...sizes('x', 255, 256)) },
  { weight: 1, arbitrary: hostileValue },
);
const cacheKey: Drawn = fc.oneof(
  { weight: 9, arbitrary: data('a', 'b', '__proto__', '') },
  { weight: 1, arbitrary: fc.constantFrom(...sizes('x', 64, 65), ...sizes('é', 32, 33)) },
  { weight: 1, arbitrary: hostileValue },
);
const cacheValue: Drawn = fc.oneof(
  { weight: 8, arbitrary: data('1', '', '\ud800', '😀', ...secretTexts) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...sizes('x', 4_096, 4_097), ...sizes('é', 2_048, 2_049)),
  },
  { weight: 1, arbitrary: hostileValue },
);
const lifetime = fc.constantFrom(
  ...[0, 0.5, 1, 1.5, 50, 60_000, 86_400_000, 86_400_001, 1e300, -1].map(toData),
  ...[undefined, null, '5', true, secretTexts[0]].map(toData),
  ...[Number.NaN, Infinity, 7n].map((odd) => ({ source: String(odd), make: () => odd })),
);
const options: Drawn = fc.oneof(
  fc.constant(toData(undefined)),
  fc.record({ ttl: lifetime, expires_at: lifetime }, { requiredKeys: [] }).map(toOptions),
);

function toOptions(lifetimes: Readonly<Record<string, Value>>): Value {
  const entries = Object.entries(lifetimes);
  return {
    source: `{ ${entries.map(([name, { source }]) => `${name}: ${source}`).join(', ')} }`,
    make: () => Object.fromEntries(entries.map(([name, { make }]) => [name, make()])),
  };
}

const metadataArgs = fc.oneof(
  { weight: 60, arbitrary: fc.tuple(metadataKey, metadata) },
  { weight: 1, arbitrary: fc.tuple(data('plan', 'source'), hugeMetadata) },
);

/** Arguments that a method may be given, good and bad. */
export const hostileArgs: Readonly<Record<MethodPath, fc.Arbitrary<readonly Value[]>>> = {
  'access.deny': fc.oneof(fc.tuple(text, text), fc.tuple(text), fc.constant([])),
  'validation.error': fc.oneof({ weight: 9, arbitrary: fc.tuple(text, text) }, fc.tuple(text)),
  'user.setAppMetadata': metadataArgs,
  'user.setUserMetadata': metadataArgs,
  'user.setUserId': fc.tuple(userId),
  'cache.get': fc.tuple(cacheKey),
  'cache.set': fc.tuple(cacheKey, cacheValue, options),
  'cache.delete': fc.tuple(cacheKey),
};

export const fewKeys = data('a', 'b');
export const fewValues = data('1', 'é', '');
/** With a long lifetime, or with the default. */
export const agingOptions = data(undefined, { ttl: 86_400_001 }, { ttl: 1_000_000 });
const fewMetadata = fc.tuple(data('plan', 'source'), data('é', 0, null, { a: 1 }));

/** Calls on the same few things, so that they meet. */
export const meetingArgs: Readonly<Partial<Record<MethodPath, fc.Arbitrary<readonly Value[]>>>> = {
  'cache.get': fc.tuple(fewKeys),
  'cache.set': fc.oneof(
    fc.tuple(fewKeys, fewValues, options),
    fc.tuple(fewKeys, fewValues),
    fc.tuple(fewKeys, fewValues, data({ ttl: 50 }, { ttl: 1 }, { ttl: 86_400_001 })),
  ),
  'cache.delete': fc.tuple(fewKeys),
  'user.setAppMetadata': fewMetadata,
  'user.setUserMetadata': fewMetadata,
};

/** A call that the platform accepts, as the kit draws it. */
export const acceptedCall = apiCall().map(({ method, args }) => ({
  method,
  args: (args as readonly unknown[]).map(toData),
}));

import type { MethodArgs, MethodPath } from '@signup-actions/types';
import fc from 'fast-check';
import { printable, printableCall } from './printable.ts';
import type { Script, ScriptCall } from './script.ts';

// Few keys, so that calls meet; among them what a careless object would trip over.
const metadataKey = fc.constantFrom(
  'plan',
  'source',
  'company',
  '__proto__',
  'constructor',
  'toString',
);
const cacheKey = fc.constantFrom('attempts', 'seen', '__proto__');
const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const metadata = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('free', 'team', 0, 1, true, null) },
  fc.jsonValue({ maxDepth: 2 }),
);
const userId = fc.stringMatching(/^[\w@.+-]{1,20}$/);
const cacheOptions = fc.oneof(
  fc.constant(undefined),
  fc.record({ ttl: fc.integer({ min: 1, max: 1_000_000 }) }),
);

/** Arguments that the platform accepts, for each method of the api. */
const acceptedArgs: { readonly [Path in MethodPath]: fc.Arbitrary<MethodArgs<Path>> } = {
  'access.deny': fc.tuple(text, text),
  'cache.delete': fc.tuple(cacheKey),
  'cache.get': fc.tuple(cacheKey),
  'cache.set': fc.tuple(cacheKey, text, cacheOptions),
  'user.setAppMetadata': fc.tuple(metadataKey, metadata),
  'user.setUserId': fc.tuple(userId),
  'user.setUserMetadata': fc.tuple(metadataKey, metadata),
  'validation.error': fc.tuple(text, text),
};

/** The methods that refuse the registration. */
const refusing: readonly MethodPath[] = ['access.deny', 'validation.error'];

const allMethods = Object.keys(acceptedArgs) as MethodPath[];

const callOf = (method: MethodPath): fc.Arbitrary<ScriptCall> =>
  acceptedArgs[method].map((args) => printableCall({ method, args } as ScriptCall));

/** Which calls an arbitrary draws. */
export interface ApiCallOptions {
  /** Whether calls may refuse the registration; by default they may. */
  readonly refusals?: boolean;
}

/** A call that the platform accepts. */
export const apiCall = ({ refusals = true }: ApiCallOptions = {}): fc.Arbitrary<ScriptCall> =>
  fc.oneof(...allMethods.filter((method) => refusals || !refusing.includes(method)).map(callOf));

/** Calls, none or several, that the platform accepts. */
export const callScript = (options?: ApiCallOptions): fc.Arbitrary<Script> =>
  fc.array(apiCall(options), { maxLength: 12 }).map(printable);

/** A call that asks for a refusal. */
export const refusalCall = (): fc.Arbitrary<ScriptCall> => fc.oneof(...refusing.map(callOf));

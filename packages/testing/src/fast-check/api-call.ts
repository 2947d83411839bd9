import type { MethodArgs, MethodPath } from '@signup-actions/types';
import fc from 'fast-check';
import { jsonValue } from './json-value.ts';
import { printable, printableCall, type Script, type ScriptCall } from './script.ts';

// Few keys, so that calls meet; some of them break an object that is used carelessly as a map.
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
  jsonValue(2),
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

/** Draws a call that the platform accepts. */
export const apiCall = ({ refusals = true }: ApiCallOptions = {}): fc.Arbitrary<ScriptCall> =>
  fc.oneof(...allMethods.filter((method) => refusals || !refusing.includes(method)).map(callOf));

/** Draws a call that refuses the registration. */
export const refusalCall = (): fc.Arbitrary<ScriptCall> => fc.oneof(...refusing.map(callOf));

/** Draws a script of at most twelve calls that the platform accepts; it may be empty. */
export const callScript = (options?: ApiCallOptions): fc.Arbitrary<Script> =>
  fc.array(apiCall(options), { maxLength: 12 }).map(printable);

/** Which flows an arbitrary draws. */
export interface FlowOptions extends ApiCallOptions {
  /** The largest number of scripts in a flow; 4 by default. */
  readonly maxActions?: number;
}

/** Draws the scripts of a flow's Actions in binding order; there may be none. */
export const flow = ({ maxActions = 4, ...options }: FlowOptions = {}): fc.Arbitrary<
  readonly Script[]
> => fc.array(callScript(options), { maxLength: maxActions });

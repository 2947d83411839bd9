import type {
  CacheDeleteResult,
  CacheRecord,
  CacheSetOptions,
  CacheSetResult,
  MethodArgs,
  PreUserRegistrationAPI,
} from '@signup-actions/types';
import { toLifetime, type Lifetime } from '../cache/lifetime.ts';
import { cacheError } from '../cache/live-cache.ts';
import { writeTimeOf } from '../cache/record.ts';
import type { Note } from '../calls/call.ts';
import { ContractError } from '../errors.ts';
import { newerCacheLifetime } from '../limits.ts';
import { describe, toPlain } from '../text/describe.ts';
import { recordCall, recordIfThrown, type ApiContext } from './record-call.ts';

/** `api.cache`: synchronous, on the records in memory (C1). */
export const createCacheApi = (context: ApiContext): PreUserRegistrationAPI['cache'] => ({
  get: (key: unknown) =>
    recordIfThrown(context, 'cache.get', [key], () => {
      assertString('key', key);
      const time = now(context);
      const result = context.isSealed() ? undefined : context.cache.get(key, time);
      recordCall(
        context,
        { method: 'cache.get', args: [key], result },
        noteOldRecord(result, time),
      );
      return result;
    }),

  set: (...received: readonly unknown[]) =>
    recordIfThrown(context, 'cache.set', received, () => {
      const [key, value, options] = received;
      assertString('key', key);
      assertString('value', value);
      const lifetime = toLifetime(options);
      const result: CacheSetResult =
        refuseWrite(context, 'FailedToSetCacheRecord') ??
        context.cache.set(key, value, lifetime, now(context));
      const args: MethodArgs<'cache.set'> = lifetime
        ? [key, value, toPlainLifetime(lifetime)]
        : [key, value];
      recordCall(context, { method: 'cache.set', args, result });
      return result;
    }),

  delete: (key: unknown) =>
    recordIfThrown(context, 'cache.delete', [key], () => {
      assertString('key', key);
      const result: CacheDeleteResult =
        refuseWrite(context, 'FailedToDeleteCacheRecord') ??
        context.cache.delete(key, now(context));
      recordCall(context, { method: 'cache.delete', args: [key], result });
      return result;
    }),
});

const now = ({ clock }: ApiContext): number => Math.floor(clock());

/** A record is old if it would have expired by the shorter default lifetime (C4). */
function noteOldRecord(record: CacheRecord | undefined, time: number): readonly Note[] | undefined {
  const ageMs = time - ((record && writeTimeOf(record)) ?? time);
  if (ageMs <= newerCacheLifetime.cacheDefaultTtlMs) return undefined;
  return [{ code: 'cache-default-lifetime', received: `${Math.floor(ageMs / 60_000)} minutes` }];
}

/** A late call does not write (F8), and neither does a call beyond the flow's limit (F14). */
function refuseWrite<Code extends 'FailedToDeleteCacheRecord' | 'FailedToSetCacheRecord'>(
  { isSealed, recorder }: ApiContext,
  late: Code,
): { readonly type: 'error'; readonly code: Code | 'MaxSideEffectsExceeded' } | undefined {
  if (isSealed()) return cacheError(late);
  if (recorder.isFull()) return cacheError('MaxSideEffectsExceeded');
  return undefined;
}

/** The options as received, which the types may not allow. */
const toPlainLifetime = (lifetime: Lifetime): CacheSetOptions =>
  Object.freeze(
    Object.fromEntries(Object.entries(lifetime).map(([name, time]) => [name, toPlain(time)])),
  );

function assertString(name: string, value: unknown): asserts value is string {
  if (typeof value === 'string') return;
  throw new ContractError(
    'cache-argument-invalid',
    `Failed to use the cache: the ${name} must be a string but received ${describe(value)}.\nStore other data as JSON, with JSON.stringify and JSON.parse.`,
  );
}

import type { CacheStore } from './ports.ts';

/**
 * A connected client of `redis` (5 or later), of `ioredis`, or of `@keyv/redis`, whose `getClient()` returns it. The
 * store uses only its `eval`.
 */
export interface RedisClient {
  /** Runs a script in Redis. */
  eval(...args: never[]): unknown;
}

/**
 * Creates a store that keeps the cache in Redis. It compares and sets in one round trip, so several processes count
 * exactly, and uses the time of Redis, so their clocks do not matter (C11). The host connects the client, listens to
 * its errors and closes it.
 *
 * @example
 * ```ts
 * const client = createClient({ url: 'redis://localhost:6379' });
 * client.on('error', console.error);
 * await client.connect();
 * const runtime = createRuntime({ cache: createRedisStore(client) });
 * ```
 */
export function createRedisStore(client: RedisClient): Required<CacheStore> {
  const run = toRun(client);
  return {
    get: async (key) => toText(await run("return redis.call('GET', KEYS[1])", [key], [])),
    set: (key, value, ttlMs) => run(setScript, [key], [value, toMs(ttlMs)]),
    delete: (key) => run("return redis.call('DEL', KEYS[1])", [key], []),
    async compareAndSet(key, expected, next, ttlMs) {
      const args = [next, toMs(ttlMs), ...(expected === undefined ? [] : [expected])];
      return toNumber(await run(compareAndSetScript, [key], args)) === 1;
    },
    now: async () => toNumber(await run(timeScript, [], [])),
  };
}

/** A client can be set to reply with buffers instead of strings. */
const toText = (reply: unknown): unknown =>
  ArrayBuffer.isView(reply) ? new TextDecoder().decode(reply as Uint8Array) : reply;

/** A client can be set to reply with strings instead of numbers. */
const toNumber = (reply: unknown): unknown => (typeof reply === 'string' ? Number(reply) : reply);

const setScript = "redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) return 1";

// A missing key is false in a script, and a missing argument is nil.
const compareAndSetScript = `
if redis.call('GET', KEYS[1]) ~= (ARGV[3] or false) then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

const timeScript = `
local time = redis.call('TIME')
return time[1] * 1000 + math.floor(time[2] / 1000)`;

const toMs = (ttlMs: number): string => String(Math.max(1, Math.ceil(ttlMs)));

type Run = (script: string, keys: readonly string[], args: readonly string[]) => Promise<unknown>;

/** The two libraries differ in how `eval` takes keys and arguments; only clients of ioredis have a method `call`. */
function toRun(client: RedisClient): Run {
  const { eval: run } = client as { eval: (...args: readonly unknown[]) => unknown };
  if (typeof (client as { readonly call?: unknown }).call === 'function') {
    return async (script, keys, args) => run.call(client, script, keys.length, ...keys, ...args);
  }
  return async (script, keys, args) =>
    run.call(client, script, { keys: [...keys], arguments: [...args] });
}

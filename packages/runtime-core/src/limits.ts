import { describe } from './text/describe.ts';

/** The limits of a flow. Names end in their unit; bytes are UTF-8 bytes. */
export interface Limits {
  /** Actions bound to the trigger (F13). */
  readonly maxActions: number;
  /** Time that all Actions of a flow have together (F7). */
  readonly flowTimeoutMs: number;
  /** Total time that a flow waits for the cache's store, in addition to the time of the Actions (C10). */
  readonly storeTimeoutMs: number;
  /** Calls of one flow that are recorded (F14). */
  readonly maxCalls: number;
  /** Unicode code points of an error code, and of an error message (R4). */
  readonly maxValidationCodePoints: number;
  /** JSON of the pending changes of user metadata, and of those of app metadata (M9). */
  readonly maxMetadataBytes: number;
  /** Characters of the id that `setUserId` receives (U1). */
  readonly maxUserIdCharacters: number;
  /** Lifetime of a record that is set without one (C4); `newerCacheLifetime` has another one. */
  readonly cacheDefaultTtlMs: number;
  /** Longest lifetime of a record (C5). */
  readonly cacheMaxTtlMs: number;
  /** Key of a cache record (C6). */
  readonly maxCacheKeyBytes: number;
  /** Value of a cache record (C6). */
  readonly maxCacheValueBytes: number;
  /** Live records of the cache (C6). */
  readonly maxCacheRecords: number;
  /** Keys and values of all live records together (C6). */
  readonly maxCacheBytes: number;
  /** Caches of tenants that stay in memory while no flow uses them (C2). */
  readonly maxIdleCaches: number;
  /** Source of one Action; enforced by the code that loads it. */
  readonly maxCodeBytes: number;
  /** npm packages of one Action, and of one Actions module; enforced by the code that loads it. */
  readonly maxPackages: number;
  /** Actions modules that one Action requires; enforced by the code that loads it. */
  readonly maxModules: number;
  /** Actions modules of one tenant; enforced by the code that loads them. */
  readonly maxTenantModules: number;
  /** Secrets of one Action, and of one Actions module; enforced by the code that loads it. */
  readonly maxSecrets: number;
  /** Name of a secret; enforced by the code that loads it. */
  readonly maxSecretNameCharacters: number;
  /** Value of a secret; enforced by the code that loads it. */
  readonly maxSecretValueCharacters: number;
  /** Console output of one Action that is kept; enforced by the code that captures it. */
  readonly maxConsoleCharacters: number;
}

/** The limits of the platform. A host can change any of them with `createRuntime({ limits })`. */
export const defaultLimits: Limits = Object.freeze({
  maxActions: 20,
  flowTimeoutMs: 20_000,
  storeTimeoutMs: 1_000,
  maxCalls: 10_000,
  maxValidationCodePoints: 100,
  maxMetadataBytes: 32_768,
  maxUserIdCharacters: 255,
  cacheDefaultTtlMs: 86_400_000,
  cacheMaxTtlMs: 86_400_000,
  maxCacheKeyBytes: 64,
  maxCacheValueBytes: 4_096,
  maxCacheRecords: 20,
  maxCacheBytes: 8_192,
  maxIdleCaches: 1_000,
  maxCodeBytes: 100_000,
  maxPackages: 10,
  maxModules: 3,
  maxTenantModules: 100,
  maxSecrets: 30,
  maxSecretNameCharacters: 128,
  maxSecretValueCharacters: 4_096,
  maxConsoleCharacters: 256,
});

/**
 * The limit that Auth0's newer documentation and its own test kit state for cache records that are set without a
 * lifetime: 15 minutes instead of 24 hours (C4). Pass it as `limits`, or spread it into others.
 *
 * @example
 * ```ts
 * const runtime = createRuntime({ limits: newerCacheLifetime });
 * ```
 */
export const newerCacheLifetime: Pick<Limits, 'cacheDefaultTtlMs'> = Object.freeze({
  cacheDefaultTtlMs: 900_000,
});

/**
 * Returns the limits of the platform with these overrides. Overrides that are `undefined` are ignored. Throws for a limit
 * that is not a number: a comparison with it would switch the limit off.
 *
 * @internal
 */
export function createLimits(overrides?: Partial<Limits>): Limits {
  if (!overrides) return defaultLimits;
  const given = Object.entries<unknown>(overrides).filter(([, limit]) => limit !== undefined);
  for (const [name, limit] of given) {
    if (typeof limit === 'number' && limit >= 0) continue;
    throw new TypeError(
      `Failed to set the limits: ${name} must be a number that is not negative but received ${describe(limit)}.`,
    );
  }
  return Object.freeze({ ...defaultLimits, ...Object.fromEntries(given) });
}

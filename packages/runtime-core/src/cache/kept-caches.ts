/** The caches in memory, by tenant: those that flows use, and a limited number of others. */
export interface KeptCaches<Cache> {
  /** Returns the cache of a tenant, a new one if there is none. Call `release` when the flow is over. */
  readonly use: (tenant: string) => { readonly cache: Cache; readonly release: () => void };
}

/** Keeps the caches that flows use, and up to `maxIdle` others: the ones that were used last. */
export function createKeptCaches<Cache>(
  maxIdle: number,
  create: (tenant: string) => Cache,
): KeptCaches<Cache> {
  const used = new Map<string, { readonly cache: Cache; flows: number }>();
  /** The ones that were used last come last. */
  const idle = new Map<string, Cache>();
  const rest = (tenant: string, cache: Cache): void => {
    used.delete(tenant);
    idle.set(tenant, cache);
    const [oldest] = idle.keys();
    if (idle.size > maxIdle && oldest !== undefined) idle.delete(oldest);
  };
  return {
    use(tenant) {
      const entry = used.get(tenant) ?? { cache: idle.get(tenant) ?? create(tenant), flows: 0 };
      entry.flows += 1;
      used.set(tenant, entry);
      idle.delete(tenant);
      return {
        cache: entry.cache,
        release() {
          entry.flows -= 1;
          if (entry.flows === 0) rest(tenant, entry.cache);
        },
      };
    },
  };
}

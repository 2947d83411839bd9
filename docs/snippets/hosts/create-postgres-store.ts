import type { CacheStore } from '@signup-actions/runtime-core';

/** A pool of `pg`, for example. */
export interface Database {
  query(
    sql: string,
    values: unknown[],
  ): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>;
}

/** Keeps the cache in the table `create table signup_cache (key text primary key, value text not null)`. */
export function createPostgresStore(database: Database): CacheStore {
  const run = async (sql: string, ...values: unknown[]) => (await database.query(sql, values)).rows;
  return {
    get: async (key) =>
      (await run('select value from signup_cache where key = $1', key))[0]?.['value'],
    set: (key, value) =>
      run(
        'insert into signup_cache values ($1, $2) on conflict (key) do update set value = $2',
        key,
        value,
      ),
    delete: (key) => run('delete from signup_cache where key = $1', key),
    async compareAndSet(key, expected, next) {
      const changed =
        expected === undefined
          ? await run(
              'insert into signup_cache values ($1, $2) on conflict do nothing returning key',
              key,
              next,
            )
          : await run(
              'update signup_cache set value = $2 where key = $1 and value = $3 returning key',
              key,
              next,
              expected,
            );
      return changed.length === 1;
    },
    async now() {
      const [row] = await run('select floor(extract(epoch from clock_timestamp()) * 1000) as now');
      return Number(row?.['now']);
    },
  };
}

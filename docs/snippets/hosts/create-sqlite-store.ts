import type { DatabaseSync } from 'node:sqlite';
import type { CacheStore } from '@signup-actions/runtime-core';

/** Keeps the cache in a table. Records have lifetimes of their own, so strings need none. */
export function createSqliteStore(database: DatabaseSync): CacheStore {
  database.exec('create table if not exists cache (key text primary key, value text not null)');
  const select = database.prepare('select value from cache where key = ?');
  const put = database.prepare('insert or replace into cache values (?, ?)');
  const remove = database.prepare('delete from cache where key = ?');
  const insert = database.prepare('insert into cache values (?, ?) on conflict do nothing');
  const update = database.prepare('update cache set value = ? where key = ? and value = ?');
  return {
    get: (key) => select.get(key)?.['value'],
    set: (key, value) => put.run(key, value),
    delete: (key) => remove.run(key),
    compareAndSet(key, expected, next) {
      const { changes } =
        expected === undefined ? insert.run(key, next) : update.run(next, key, expected);
      return changes === 1;
    },
  };
}

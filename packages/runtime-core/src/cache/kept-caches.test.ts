import { expect, it } from 'vitest';
import { createKeptCaches } from './kept-caches.ts';

it('C2: caches that are used stay, and of the others those that were used last', () => {
  const created: string[] = [];
  const caches = createKeptCaches(2, (tenant) => {
    created.push(tenant);
    return { tenant };
  });
  const open = caches.use('open');
  for (const tenant of ['a', 'b', 'a', 'c']) caches.use(tenant).release();
  created.length = 0;

  for (const tenant of ['a', 'c', 'open']) caches.use(tenant).release();
  expect(created).toEqual([]);
  expect(caches.use('open').cache).toBe(open.cache);
  caches.use('b');
  expect(created).toEqual(['b']);
});

it('C2: a cache is in use until every flow has released it', () => {
  const caches = createKeptCaches(0, () => ({}));
  const [one, other] = [caches.use('a'), caches.use('a')];

  one.release();
  expect(caches.use('a').cache).toBe(other.cache);
});

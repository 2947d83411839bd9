import { createMemoryStore } from '@signup-actions/runtime-core';
import { createFakeClock } from '@signup-actions/testing';
import { expect, it, onTestFinished, vi } from 'vitest';

it('C2: keeps a text until its time is over, and that millisecond too', () => {
  const clock = createFakeClock();
  const store = createMemoryStore(clock);

  store.set('key', 'text', 1_000);
  clock.advance(1_000);
  expect(store.get('key')).toBe('text');
  clock.advance(1);
  expect(store.get('key')).toBeUndefined();
});

it('C2: forgets for good what is over: a clock that is set back brings nothing back', () => {
  let now = 0;
  const store = createMemoryStore(() => now);

  store.set('key', 'text', 1_000);
  now = 1_001;
  store.get('key');
  now = 0;

  expect(store.get('key')).toBeUndefined();
});

it('C2: keeps what is deleted no more, and every other text', () => {
  const store = createMemoryStore(() => 0);

  store.set('one', '1', 1_000);
  store.set('two', '2', 1_000);
  store.delete('one');

  expect([store.get('one'), store.get('two')]).toEqual([undefined, '2']);
});

it('C2: goes by the system’s time unless it is given a clock', () => {
  vi.useFakeTimers({ now: 0 });
  onTestFinished(() => void vi.useRealTimers());
  const store = createMemoryStore();

  store.set('key', 'text', 1_000);
  vi.setSystemTime(1_001);

  expect(store.get('key')).toBeUndefined();
});

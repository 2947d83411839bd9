import { createFakeClock, createMockApi, runAction } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { macrotask } from '../watch/real-time.ts';

it('moves only when it is advanced', () => {
  const clock = createFakeClock(500);

  expect([clock(), clock()]).toEqual([500, 500]);
  clock.advance(250);
  expect(clock()).toBe(750);
});

it('lets a record expire', () => {
  const clock = createFakeClock();
  const api = createMockApi({ clock });

  api.cache.set('attempts', '1', { ttl: 1_000 });
  clock.advance(1_000);
  expect(api.cache.get('attempts')).toMatchObject({ value: '1' });
  clock.advance(1);
  expect(api.cache.get('attempts')).toBeUndefined();
});

it('calls the timers that are due in order and at their time, except cancelled ones', () => {
  const clock = createFakeClock();
  const calls: string[] = [];
  const note = (name: string) => () => void calls.push(`${name} at ${clock()}`);

  clock.timer(note('second'), 20);
  clock.timer(note('first'), 10);
  clock.timer(note('later'), 31);
  clock.timer(note('never'), 15)();
  clock.timer(() => clock.timer(note('nested'), 5), 12);
  clock.advance(30);

  expect(calls).toEqual(['first at 10', 'nested at 17', 'second at 20']);
});

it('is the time of a flow', async () => {
  const clock = createFakeClock();
  const never = async (): Promise<never> => new Promise(() => {});

  const outcome = runAction(never, undefined, { clock, timer: clock.timer });
  await macrotask();
  clock.advance(20_000);

  expect(await outcome).toMatchObject({ status: 'failed', failure: { kind: 'action_timeout' } });
});

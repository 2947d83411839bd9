import type { CacheRecord } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { createPendingWrites } from './pending-writes.ts';

const record = (value: string, expires_at = 1_000): CacheRecord => ({ value, expires_at });
const stored = (values: Readonly<Record<string, string>>) =>
  new Map(Object.entries(values).map(([key, value]) => [key, record(value)]));
const none = stored({});

/** Writes, and a flow that makes them, with what it has lost. */
function createWriter() {
  const lost: string[] = [];
  return { lost, lose: (key: string) => void lost.push(key) };
}

it('C11: a write that arrives is confirmed, and a later one of the same key is still to be sent', () => {
  const writes = createPendingWrites();
  const [one, other] = [createWriter(), createWriter()];
  writes.add('key', record('1'), one);
  writes.send(none);
  writes.add('key', record('2'), other);

  writes.compare(stored({ key: '1' }), none, 0);

  expect([writes.isAwaited(one), writes.isAwaited(other)]).toEqual([false, true]);
  expect(writes.send(stored({ key: '1' }))).toEqual(stored({ key: '2' }));
  writes.confirm();
  expect(writes.isEmpty()).toBe(true);
});

it('C11: of several that were sent, a later one may still arrive', () => {
  const writes = createPendingWrites();
  const writer = createWriter();
  writes.add('key', record('1'), writer);
  writes.send(none);
  writes.add('key', record('2'), writer);
  writes.send(none);

  writes.compare(stored({ key: '1' }), none, 0);
  expect(writes.isAwaited(writer)).toBe(true);
  writes.compare(stored({ key: '2' }), stored({ key: '1' }), 0);

  expect(writes.isEmpty()).toBe(true);
  expect(writer.lost).toEqual([]);
});

it('C11: every flow is told of its own writes that were lost, and of no others', () => {
  const writes = createPendingWrites();
  const [sent, unsent, arrived] = [createWriter(), createWriter(), createWriter()];
  writes.add('key', record('0'), arrived);
  writes.send(none);
  writes.confirm();
  writes.add('key', record('1'), sent);
  writes.send(none);
  writes.add('key', record('2'), unsent);
  writes.add('key', record('3'), unsent);

  writes.compare(stored({ key: '9' }), stored({ key: '0' }), 0);

  expect([sent.lost, unsent.lost, arrived.lost]).toEqual([['key'], ['key'], []]);
  expect(writes.isEmpty()).toBe(true);
});

it('C11: what was withdrawn has not arrived, even if another process wrote the same', () => {
  const writes = createPendingWrites();
  const writer = createWriter();
  writes.add('count', record('1'), writer);
  writes.send(none);
  writes.withdraw();

  writes.compare(stored({ count: '1' }), none, 0);

  expect(writer.lost).toEqual(['count']);
});

it('C11: a write whose record has expired by now has nothing left to store', () => {
  const writes = createPendingWrites();
  writes.add('key', record('1', 5), createWriter());

  writes.compare(none, none, 5);
  expect(writes.isEmpty()).toBe(false);
  writes.compare(none, none, 6);
  expect(writes.isEmpty()).toBe(true);
});

it('C10: remembers a limited number of records that may have arrived', () => {
  const writes = createPendingWrites();
  const writer = createWriter();
  for (let sent = 0; sent <= 20; sent += 1) {
    writes.add('key', record(`${sent}`), writer);
    writes.send(none);
  }

  writes.compare(stored({ key: '1' }), none, 0);
  expect(writer.lost).toEqual([]);
  writes.compare(stored({ key: '0' }), none, 0);
  expect(writer.lost).toEqual(['key']);
});

it('C10: a flow that is over is not told', () => {
  const writes = createPendingWrites();
  const writer = createWriter();
  writes.add('key', record('1'), writer);
  writes.forget(writer);
  writes.send(none);
  writes.giveUp();

  expect(writer.lost).toEqual([]);
});

it('C11: what was written after the others were sent is neither confirmed nor given up with them', () => {
  const writes = createPendingWrites();
  const [first, second] = [createWriter(), createWriter()];
  writes.add('sent', record('1'), first);
  writes.send(none);
  writes.add('new', record('1'), second);

  writes.confirm();
  expect([writes.isAwaited(first), writes.isAwaited(second)]).toEqual([false, true]);

  writes.add('sent', record('2'), first);
  writes.compare(none, none, 0);
  writes.giveUp();
  expect([first.lost, second.lost]).toEqual([[], []]);
});

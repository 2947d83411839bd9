import { expect, it } from 'vitest';
import { shareCalls } from './share-calls.ts';

/** A function whose calls end when they are told to. */
function createCalls() {
  const ends: ((result: number) => void)[] = [];
  const share = shareCalls(() => new Promise<number>((resolve) => void ends.push(resolve)));
  return { ends, share, turn: () => new Promise(setImmediate) };
}

it('begins a call after it was asked for, and shares it among all who asked before', async () => {
  const { ends, share, turn } = createCalls();
  const first = share();
  await turn();
  const later = [share(), share()];
  await turn();
  expect(ends).toHaveLength(1);

  ends[0]?.(1);
  expect(await first).toBe(1);
  await turn();
  expect(ends).toHaveLength(2);
  ends[1]?.(2);
  expect(await Promise.all(later)).toEqual([2, 2]);
});

it('calls again after a call that has failed', async () => {
  let count = 0;
  const share = shareCalls(async () => {
    count += 1;
    if (count === 1) throw new Error('first');
    return count;
  });

  await expect(share()).rejects.toThrow('first');
  expect(await share()).toBe(2);
});

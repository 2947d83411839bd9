import { expect, it } from 'vitest';
import { createLimits } from '../limits.ts';
import type { Call } from './call.ts';
import { createRecorder, type Recorder } from './recorder.ts';

const set = ({ record }: Recorder, value: number, late?: true): void =>
  record({ method: 'user.setUserMetadata', args: ['count', value] }, 'action', late && { late });

const deny = ({ record }: Recorder): void =>
  record({ method: 'access.deny', args: ['reason', 'message'] }, 'action');

it('F14: is full after as many calls as the limit, and then records only refusals', () => {
  const recorder = createRecorder(createLimits({ maxCalls: 2 }));

  set(recorder, 1);
  expect(recorder.isFull()).toBe(false);
  set(recorder, 2);
  expect(recorder.isFull()).toBe(true);
  set(recorder, 3);
  expect(recorder.hasRefusal()).toBe(false);
  deny(recorder);
  set(recorder, 4);

  expect(recorder.calls.map(({ index, method }) => [index, method])).toEqual([
    [0, 'user.setUserMetadata'],
    [1, 'user.setUserMetadata'],
    [2, 'access.deny'],
  ]);
  expect(recorder.changes.result()).toEqual({ userMetadata: { count: 2 }, appMetadata: {} });
  expect(recorder.hasRefusal()).toBe(true);
});

it('F2: a call after a refusal does not undo it', () => {
  const recorder = createRecorder(createLimits());

  deny(recorder);
  set(recorder, 1);

  expect(recorder.hasRefusal()).toBe(true);
});

it('F8: after closing, the list does not change, and calls go to the callback', () => {
  const recorder = createRecorder(createLimits());
  const received: Call[] = [];
  set(recorder, 1);

  recorder.close((call) => received.push(call));
  set(recorder, 2, true);

  expect(recorder.calls).toHaveLength(1);
  expect(Object.isFrozen(recorder.calls)).toBe(true);
  expect(received).toEqual([
    {
      method: 'user.setUserMetadata',
      args: ['count', 2],
      action: 'action',
      late: true,
      index: 1,
    },
  ]);
});

it('F8: the callback for calls after closing is optional', () => {
  const recorder = createRecorder(createLimits());

  recorder.close();
  deny(recorder);

  expect(recorder.calls).toEqual([]);
  expect(recorder.hasRefusal()).toBe(false);
});

it('a call and its arguments are frozen', () => {
  const recorder = createRecorder(createLimits());

  set(recorder, 1);

  expect(Object.isFrozen(recorder.calls[0])).toBe(true);
  expect(Object.isFrozen(recorder.calls[0]?.args)).toBe(true);
});

it('passes on each call that it records, and no others', () => {
  const received: Call[] = [];
  const recorder = createRecorder(createLimits({ maxCalls: 1 }), (call) => received.push(call));

  set(recorder, 1);
  set(recorder, 2);
  deny(recorder);
  recorder.close();
  deny(recorder);

  expect(received).toEqual(recorder.calls);
  expect(received).toHaveLength(2);
});

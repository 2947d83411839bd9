import type { CacheStore } from '@signup-actions/runtime-core';
import type { StoreAnswer } from '../scripts/script.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A store, and how it has behaved. */
export interface FaultyStore extends CacheStore {
  /** Times it said that it had failed, or said nothing. */
  readonly failures: () => number;
  /** How often it did not behave like a store, including the times that no caller can notice. */
  readonly faults: () => number;
}

/** A store with these strings that misbehaves as it is told, and then works. */
export function createFaultyStore(
  answers: readonly StoreAnswer[],
  time: VirtualTime,
  texts: Map<string, string>,
): FaultyStore {
  let [asked, failures, faults] = [0, 0, 0];
  const perform = (work: () => unknown, isWrite: boolean): unknown => {
    const answer = answers[asked] ?? { does: 'answer' };
    asked += 1;
    if (answer.does === 'answer') return work();
    faults += 1;
    if (answer.does === 'delay') return time.sleep(answer.ms).then(work);
    if (answer.does === 'lose') return undefined;
    if (answer.does === 'rubbish') return isWrite ? { odd: true } : '{"version":1,"records":[7]}';
    if (answer.does === 'false' && !isWrite) return false;
    failures += 1;
    if (answer.does === 'false') return false;
    if (answer.does === 'throw') throw new Error('the store threw');
    return answer.does === 'hang' ? new Promise(() => {}) : Promise.reject(new Error('rejected'));
  };
  return {
    failures: () => failures,
    faults: () => faults,
    get: (key) => perform(() => texts.get(key), false),
    set: (key, text) => perform(() => void texts.set(key, text), true),
    delete: (key) => texts.delete(key),
  };
}

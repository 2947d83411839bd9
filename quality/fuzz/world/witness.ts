import type { Event, MethodPath, PreUserRegistrationAPI } from '@signup-actions/types';
import type { VirtualTime } from './virtual-time.ts';

/** Records what the handlers of a flow see. */
export interface Witness {
  readonly time: VirtualTime;
  /** When the first Action began, by the clock on the wall. */
  readonly startMs: () => number | undefined;
  /** What each Action found in its event. */
  readonly seen: readonly unknown[];
  /** What each call returned; `'threw'` if it threw. */
  readonly answers: readonly unknown[];
  /** What must never be. */
  readonly complaints: readonly string[];
  readonly seeEvent: (event: Event) => void;
  /** When the handler ends, and has not edited it. */
  readonly seeEventAgain: (event: Event) => void;
  readonly seeAnswer: (method: MethodPath, answer: unknown, root: PreUserRegistrationAPI) => void;
}

/** A witness of one flow. */
export function createWitness(time: VirtualTime): Witness {
  const seen: unknown[] = [];
  const answers: unknown[] = [];
  const complaints: string[] = [];
  const texts = new Map<Event, string>();
  let startMs: number | undefined;
  return {
    time,
    startMs: () => startMs,
    seen,
    answers,
    complaints,
    seeEvent(event) {
      startMs ??= time.wall();
      const { secrets, configuration, user } = event;
      const text = JSON.stringify({ secrets, configuration, user });
      texts.set(event, text);
      seen.push(JSON.parse(text));
    },
    seeEventAgain(event) {
      const { secrets, configuration, user } = event;
      if (JSON.stringify({ secrets, configuration, user }) !== texts.get(event))
        complaints.push('M1: the event changed under the Action');
    },
    seeAnswer(method, answer, root) {
      answers.push(method.startsWith('cache.') || answer === 'threw' ? answer : undefined);
      if (answer !== 'threw' && !method.startsWith('cache.') && answer !== root)
        complaints.push(`F11: ${method} does not return the root`);
    },
  };
}

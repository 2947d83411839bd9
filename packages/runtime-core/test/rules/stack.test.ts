import type { PreUserRegistrationAction, PreUserRegistrationAPI } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { idle, run } from '../run.ts';

type Method = (first: unknown, second: unknown) => unknown;

const toPrint = { toString: () => 'reason' };

const refusals: readonly [string, (api: PreUserRegistrationAPI) => Method, unknown, unknown][] = [
  ['deny', ({ access }) => access.deny as Method, 'reason', 'message'],
  [
    'deny with values to convert',
    ({ access }) => access.deny as Method,
    toPrint,
    Symbol('message'),
  ],
  ['validation.error', ({ validation }) => validation.error as Method, 'code', 'message'],
];

/** A function of the same shape as a method that refuses: what it sets tells whether such a frame fits. */
function createProbe(seen: { isEntered: boolean; by: string }): Method {
  const name = 'probe';
  return (first, second) => {
    seen.isEntered = true;
    seen.by = name;
    try {
      consider(seen, first, second);
    } catch {
      // Entered, which is all that counts.
    }
    return seen;
  };
}

const consider = (...values: readonly unknown[]): void => void values;

/** The engine of the runtime may have optimized one function and not yet the other, whose frame is then larger. */
const framesToSpare = 4;

const callDeeper = (frames: number, call: () => unknown): unknown =>
  frames === 0 ? call() : callDeeper(frames - 1, call);

/** Fills the stack, calls the function so many frames before its end, and swallows everything. */
function callBeforeTheEnd(frames: number, call: () => void): void {
  let isFull = false;
  let left = frames;
  const descend = (): void => {
    try {
      descend();
    } catch {
      isFull = true;
    }
    if (!isFull) return;
    if (left === 0) {
      try {
        call();
      } catch {
        // As a careless Action does.
      }
    }
    left -= 1;
  };
  descend();
}

it.each(refusals)(
  'R3 R4: %s is not lost at any depth near the end of the stack',
  async (_, toMethod, first, second) => {
    const refuseAt = async (frames: number): Promise<string | undefined> => {
      const seen = { isEntered: false, by: '' };
      const swallow: PreUserRegistrationAction = async (_event, api) => {
        const [refuse, probe] = [toMethod(api), createProbe(seen)];
        callBeforeTheEnd(frames, () => {
          callDeeper(framesToSpare, () => probe(first, second));
          refuse(first, second);
        });
      };
      const { status, failure } = await run({ swallow, idle });
      return seen.isEntered ? (failure?.error.code ?? status) : undefined;
    };
    // What has never run is compiled first, which takes much more of the stack.
    await refuseAt(2_000);

    const ends = new Set<string | undefined>();
    let recorded = 0;
    // Up to where there is enough of the stack: how much that is depends on what has been compiled.
    for (let frames = 0; recorded < 20 && frames < 2_000; frames += 1) {
      const end = await refuseAt(frames);
      ends.add(end);
      recorded = end === 'denied' || end === 'invalid' ? recorded + 1 : 0;
    }

    expect(recorded).toBe(20);
    // Where too little of the stack is left to record the call, the flow fails (`refusal-lost`).
    expect(ends).not.toContain('allowed');
  },
);

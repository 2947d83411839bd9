import type { MethodPath } from '@signup-actions/types';
import type { ActionScript, CallStep } from '../scripts/script.ts';
import type { Timeline } from './timeline.ts';

/** What a script is played to. */
export interface Stage {
  /** Receives a call of the api, and returns whether it threw. */
  readonly call: (method: MethodPath, args: readonly unknown[]) => boolean;
  readonly settle: (status: 'completed' | 'failed') => void;
}

/** Does what a script says on a timeline, without a handler and without an engine. */
export function playScript(
  { kind, steps }: ActionScript,
  time: Timeline,
  { call, settle }: Stage,
): void {
  const takesTime = kind !== 'plain';
  const make = ({ method, args }: CallStep): boolean =>
    call(
      method,
      args.map((arg) => arg.make()),
    );
  const playFrom = (first: number): void => {
    for (const [offset, step] of steps.slice(first).entries()) {
      if (step.do === 'jump') time.jump(step.ms);
      if (step.do === 'throw') return settle('failed');
      if (step.do === 'hang' && takesTime) return undefined;
      if (step.do === 'later') time.after(step.ms, () => void make(step.call));
      if (step.do === 'wait' && takesTime)
        return void time.after(step.ms, () => playFrom(first + offset + 1));
      if (step.do === 'call' && make(step) && !step.guarded) return settle('failed');
    }
    return settle('completed');
  };
  // The code of a generator does not run by itself.
  if (kind === 'returns-generator') settle('failed');
  else playFrom(0);
}

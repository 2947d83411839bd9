import type { ActionScript, CallStep, FlowScript, Scenario } from '../scripts/script.ts';
import type { Records } from './cache.ts';
import { contractLimits } from './limits.ts';
import { perform } from './perform.ts';
import { createTimeline } from './timeline.ts';
import { toExpectation, type End, type Expectation } from './to-expectation.ts';
import { seenEvent } from './seen-event.ts';

/** What the contract says a signup comes to, given what the cache holds and the time on the wall. */
export function expectFlow(
  flow: FlowScript,
  { limits, pendingMetadata }: Pick<Scenario, 'limits' | 'pendingMetadata'>,
  records: Records,
  startMs: number,
): Expectation {
  const state = {
    limits: { ...contractLimits, ...limits },
    passwordless: ['email', 'sms'].includes(flow.strategy),
    database: flow.strategy === 'auth0',
    records: new Map(records),
    calls: [],
    refusals: [] as Expectation['refusals'][number][],
    refusalRejected: false,
    app: new Map(),
    user: new Map(),
    userId: undefined,
    diagnostics: new Set<string>(),
  };
  const timeline = createTimeline();
  const executions = flow.actions.map(() => 'skipped');
  const settled = new Set<number>();
  const seen: unknown[] = [];
  let jumpedMs = 0;
  let lateReports = 0;
  let expectation: Expectation | undefined;

  const wall = (): number => Math.floor(startMs + timeline.now()) + jumpedMs;
  const end = (failure?: End): void => {
    if (expectation) return;
    const running = executions.indexOf('running');
    if (running !== -1) executions[running] = 'failed';
    expectation = toExpectation({ flow, state, executions, failure, seen, running });
  };

  const call = (index: number, { method, args }: CallStep, made: readonly unknown[]): boolean => {
    const late = settled.has(index) || expectation !== undefined;
    if (!expectation)
      return perform(state, { method, args: made, action: `action ${index}`, late, now: wall() });
    lateReports += 1;
    return args.length < 0;
  };

  const start = (index: number): void => {
    const action = flow.actions[index];
    if (expectation) return;
    if (!action || state.refusals.length > 0 || state.refusalRejected) return end();
    executions[index] = 'running';
    seen.push(seenEvent(flow, action, pendingMetadata === 'visible' ? state : undefined));
    proceed(index, action, 0);
  };

  const settle = (index: number, status: 'completed' | 'failed'): void => {
    settled.add(index);
    if (expectation) return;
    executions[index] = status;
    if (status === 'failed') end({ class: 'action_error', action: `action ${index}` });
    else start(index + 1);
  };

  const proceed = (index: number, action: ActionScript, from: number): void => {
    if (action.kind === 'not-a-function') return end({ class: 'platform_error' });
    for (const [offset, step] of action.steps.slice(from).entries()) {
      if (step.do === 'jump') jumpedMs += step.ms;
      if (step.do === 'throw') return settle(index, 'failed');
      if (step.do === 'hang') return;
      if (step.do === 'later')
        timeline.after(step.ms, () => void call(index, step.call, step.call.args.map((arg) => arg.make())));
      if (step.do === 'wait' && action.kind !== 'plain')
        return timeline.after(step.ms, () => proceed(index, action, from + offset + 1));
      if (step.do === 'call' && call(index, step, step.args.map((arg) => arg.make())) && !step.guarded)
        return settle(index, 'failed');
    }
    return settle(index, 'completed');
  };
  // …
}

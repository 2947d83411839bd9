import type { ActionScript, CallStep, FlowScript, Scenario } from '../scripts/script.ts';
import { createTimeline } from '../world/timeline.ts';
import { toExpectation, withPending, type ExpectedFailure } from './expectation.ts';
import { contractLimits } from './limits.ts';
import { perform } from './perform.ts';
import { createState } from './state.ts';
import { loadRecords, storeRecords, type Records } from './stored.ts';

/** Lives through a signup whose Actions begin at `startMs`, as the contract has it (F1 to F13, M1, M11). */
export function expectFlow(
  flow: FlowScript,
  { limits: changed, pendingMetadata }: Pick<Scenario, 'limits' | 'pendingMetadata'>,
  stored: Records,
  startMs: number,
) {
  const limits = { ...contractLimits, ...changed };
  const found = loadRecords(stored, Math.floor(startMs), limits.cacheMaxTtlMs);
  const state = createState(limits, flow.strategy, found);
  const timeline = createTimeline();
  const executions = flow.actions.map(() => 'skipped');
  const settled = new Set<number>();
  const seen: unknown[] = [];
  let [jumpedMs, reportedLate, tookMs, after] = [0, 0, 0, stored];
  let outcome: ReturnType<typeof toExpectation> | undefined;
  const now = (): number => Math.floor(startMs + timeline.now() + jumpedMs);

  const end = (failure?: ExpectedFailure): void => {
    if (outcome) return;
    const running = executions.indexOf('running');
    if (running !== -1) executions[running] = 'failed';
    const isLate = failure?.class === 'action_timeout';
    outcome = toExpectation(
      flow,
      state,
      isLate ? { ...failure, action: nameOf(running) } : failure,
    );
    tookMs = timeline.now();
    after = storeRecords(stored, state, now());
  };
  const call = (index: number, { method, args }: CallStep): boolean => {
    const isOver = outcome !== undefined;
    if (isOver) reportedLate += 1;
    const [late, made] = [isOver || settled.has(index), args.map((arg) => arg.make())];
    return perform(state, { method, args: made, action: nameOf(index), late, isOver, now: now() });
  };
  const settle = (index: number, status: 'completed' | 'failed'): void => {
    settled.add(index);
    if (outcome) return;
    executions[index] = status;
    if (status === 'failed') end({ class: 'action_error', action: nameOf(index) });
    else start(index + 1);
  };
  const start = (index: number): void => {
    const action = flow.actions[index];
    // A refusal stops the flow once its Action has completed (F2, F3), as does one that was rejected (R4).
    if (!action || state.refusers.size > 0) return end();
    executions[index] = 'running';
    const user = pendingMetadata === 'visible' ? withPending(flow.user, state) : flow.user;
    seen.push({ secrets: action.secrets, configuration: action.configuration, user });
    return proceed(index, action, 0);
  };
  const proceed = (index: number, action: ActionScript, from: number): void => {
    const takesTime = action.kind !== 'plain';
    for (const [offset, step] of action.steps.slice(from).entries()) {
      if (step.do === 'jump') jumpedMs += step.ms;
      if (step.do === 'throw') return settle(index, 'failed');
      if (step.do === 'hang' && takesTime) return undefined;
      if (step.do === 'later') timeline.after(step.ms, () => void call(index, step.call));
      if (step.do === 'wait' && takesTime)
        return void timeline.after(step.ms, () => proceed(index, action, from + offset + 1));
      if (step.do === 'call' && call(index, step) && !step.guarded) return settle(index, 'failed');
    }
    return settle(index, 'completed');
  };

  const isOdd = flow.actions.some(({ kind }) => kind === 'not-a-function');
  if (flow.defect !== undefined || flow.actions.length > limits.maxActions || isOdd)
    end({ class: 'platform_error' });
  else if (flow.abortMs === 0) end({ class: 'aborted' });
  timeline.after(limits.flowTimeoutMs, () => end({ class: 'action_timeout' }));
  if (flow.abortMs !== undefined) timeline.after(flow.abortMs, () => end({ class: 'aborted' }));
  if (!outcome) start(0);
  while (timeline.step());
  if (!outcome) throw new Error('A flow ends.');
  return {
    ...outcome,
    executions,
    seen,
    reportedLate,
    answers: state.calls,
    stored: after,
    tookMs,
  };
}

const nameOf = (index: number): string => `action ${index}`;

export type ExpectedFlow = ReturnType<typeof expectFlow>;

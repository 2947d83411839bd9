import type { ActionScript, CallStep, FlowScript, Scenario } from '../scripts/script.ts';
import { toExpectation, type ExpectedFailure, type Expectation } from './expectation.ts';
import { contractLimits } from './limits.ts';
import { perform } from './perform.ts';
import { seenEvent } from './seen-event.ts';
import type { ExpectedCall, FlowState } from './state.ts';
import { loadRecords, storeRecords, type Records } from './stored.ts';
import { createTimeline } from './timeline.ts';

/** What the contract says of one signup. */
export interface ExpectedFlow {
  readonly outcome: Expectation;
  /** What each Action that ran found in its event. */
  readonly seen: readonly unknown[];
  /** Calls that came after the outcome. */
  readonly reportedLate: number;
  /** What each call answered, and was to answer; those after the outcome too. */
  readonly calls: readonly ExpectedCall[];
  /** What the store holds afterwards. */
  readonly stored: Records;
  /** Milliseconds from the first Action to the outcome. */
  readonly tookMs: number;
}

/** Lives through a signup whose Actions begin at `startMs`. */
export function expectFlow(
  flow: FlowScript,
  scenario: Pick<Scenario, 'limits' | 'pendingMetadata'>,
  stored: Records,
  startMs: number,
): ExpectedFlow {
  const limits = { ...contractLimits, ...scenario.limits };
  const state: FlowState = {
    limits,
    strategy: flow.strategy,
    records: new Map(loadRecords(stored, Math.floor(startMs), limits)),
    written: new Set(),
    calls: [],
    refusals: [],
    refusers: new Set(),
    app: new Map(),
    user: new Map(),
    userId: undefined,
    diagnostics: new Set(),
  };
  const timeline = createTimeline();
  const executions = flow.actions.map(() => 'skipped');
  const settled = new Set<number>();
  const seen: unknown[] = [];
  let [jumpedMs, reportedLate] = [0, 0];
  let outcome: Expectation | undefined;
  let [after, tookMs] = [stored, 0];

  const now = (): number => Math.floor(startMs + timeline.now() + jumpedMs);

  const end = (failure?: ExpectedFailure): void => {
    if (outcome) return;
    const running = executions.indexOf('running');
    if (running !== -1) executions[running] = 'failed';
    const action = failure?.class === 'action_timeout' ? { action: `action ${running}` } : {};
    outcome = toExpectation(flow, state, executions, failure && { ...failure, ...action });
    tookMs = timeline.now();
    after = storeRecords(stored, state, now());
  };

  const call = (index: number, { method, args }: CallStep): boolean => {
    const isOver = outcome !== undefined;
    if (isOver) reportedLate += 1;
    const late = isOver || settled.has(index);
    const made = args.map((arg) => arg.make());
    const action = `action ${index}`;
    return perform(state, { method, args: made, action, late, isOver, now: now() });
  };

  const settle = (index: number, status: 'completed' | 'failed'): void => {
    settled.add(index);
    if (outcome) return;
    executions[index] = status;
    if (status === 'failed') end({ class: 'action_error', action: `action ${index}` });
    else start(index + 1);
  };

  const start = (index: number): void => {
    const action = flow.actions[index];
    // A refusal stops the flow once its Action has completed (F2, F3), as does one that was rejected (R4).
    if (!action || state.refusers.size > 0) return end();
    executions[index] = 'running';
    seen.push(seenEvent(flow, action, scenario.pendingMetadata === 'visible' ? state : undefined));
    return proceed(index, action, 0);
  };

  const proceed = (index: number, action: ActionScript, from: number): void => {
    for (const [offset, step] of action.steps.slice(from).entries()) {
      if (step.do === 'jump') jumpedMs += step.ms;
      if (step.do === 'throw') return settle(index, 'failed');
      if (step.do === 'hang' && action.kind !== 'plain') return undefined;
      if (step.do === 'later') timeline.after(step.ms, () => void call(index, step.call));
      if (step.do === 'wait' && action.kind !== 'plain')
        return timeline.after(step.ms, () => proceed(index, action, from + offset + 1));
      if (step.do === 'call' && call(index, step) && !step.guarded) return settle(index, 'failed');
    }
    return settle(index, 'completed');
  };

  const cannotStart =
    flow.defect !== undefined ||
    flow.actions.length > limits.maxActions ||
    flow.actions.some(({ kind }) => kind === 'not-a-function');
  if (cannotStart) end({ class: 'platform_error' });
  else if (flow.abortMs === 0) end({ class: 'aborted' });
  else {
    timeline.after(limits.flowTimeoutMs, () => end({ class: 'action_timeout' }));
    if (flow.abortMs !== undefined) timeline.after(flow.abortMs, () => end({ class: 'aborted' }));
    start(0);
  }
  timeline.run();
  if (!outcome) throw new Error('A flow ends.');
  return { outcome, seen, reportedLate, calls: state.calls, stored: after, tookMs };
}

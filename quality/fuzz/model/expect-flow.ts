import type { MethodPath } from '@signup-actions/types';
import type { FlowScript, Scenario } from '../scripts/script.ts';
import { playScript } from '../world/play-script.ts';
import { createTimeline } from '../world/timeline.ts';
import { loadRecords, storeRecords } from './cache.ts';
import { toExpectation, withPending } from './expectation.ts';
import { contractLimits } from './limits.ts';
import { perform, type ExpectedCall } from './perform.ts';
import { createState, type Records } from './state.ts';

type Settings = Pick<Scenario, 'limits' | 'pendingMetadata'>;

/** Lives through a signup whose Actions begin at `startMs`, and that returns after `returnMs`, as the contract has it (F1 to F13, M1, M11). */
export function expectFlow(
  flow: FlowScript,
  settings: Settings,
  stored: Records,
  startMs: number,
  returnMs = 0,
) {
  const limits = { ...contractLimits, ...settings.limits };
  const time = createTimeline(startMs);
  const now = (): number => Math.floor(time.wall());
  const state = createState(limits, flow.strategy, loadRecords(stored, now(), limits));
  const executions = flow.actions.map(() => 'skipped');
  const seen: unknown[] = [];
  const calls: ExpectedCall[] = [];
  let result:
    | (ReturnType<typeof toExpectation> & { isCutOff: boolean; tookMs: number; stored: Records })
    | undefined;

  const end = (why?: string): void => {
    if (result) return;
    const running = executions.indexOf('running');
    if (running !== -1) executions[running] = 'failed';
    const isOfAction = why !== undefined && why !== 'aborted' && running !== -1;
    const action = isOfAction ? nameOf(running) : undefined;
    const outcome = toExpectation(flow, state, why === undefined ? why : { kind: why, action });
    const kept = storeRecords(stored, state, now());
    result = { ...outcome, isCutOff: why !== undefined, tookMs: time.now(), stored: kept };
  };
  const call = (index: number, method: MethodPath, args: readonly unknown[]): boolean => {
    const isOver = result !== undefined;
    const late = isOver || executions[index] !== 'running';
    const made = perform(state, { method, args, action: nameOf(index), late, isOver }, now());
    calls.push(made);
    return made.threw;
  };
  const settle = (index: number, status: 'completed' | 'failed'): void => {
    if (result) return;
    if (status === 'failed') {
      const isRun = flow.actions[index]?.kind !== 'returns-generator';
      return end(isRun ? 'action_error' : 'platform_error');
    }
    executions[index] = status;
    start(index + 1);
  };
  const start = (index: number): void => {
    const action = flow.actions[index];
    // A refusal stops the flow once its Action has completed (F2, F3), as does one that was rejected (R4).
    if (!action || state.refusers.size > 0) return end();
    executions[index] = 'running';
    const user = settings.pendingMetadata === 'visible' ? withPending(flow, state) : flow.user;
    seen.push({ secrets: action.secrets, configuration: action.configuration, user });
    playScript(action, time, {
      call: (method, args) => call(index, method, args),
      settle: (status) => settle(index, status),
    });
  };

  const isOdd = flow.actions.some(({ kind }) => /^(not-a-function|generator)$/.test(kind));
  if (flow.defect !== undefined || flow.actions.length > limits.maxActions || isOdd)
    end('platform_error');
  if (flow.abortMs === 0) end('aborted');
  time.after(limits.flowTimeoutMs, () => end('action_timeout'));
  if (flow.abortMs !== undefined) time.after(flow.abortMs, () => end('aborted'));
  if (!result) start(0);
  while (time.step());
  if (!result) throw new Error('A flow ends.');
  // The host may abort until the cache is stored.
  if (!result.isCutOff && flow.abortMs !== undefined && flow.abortMs < returnMs)
    result = {
      ...result,
      ...toExpectation(flow, state, { kind: 'aborted', action: undefined }),
    };
  const refused = (at: number) => result?.refusals.some(({ action }) => action === nameOf(at));
  const statuses = executions.map((s, at) => (s === 'completed' && refused(at) ? 'refused' : s));
  return { ...result, executions: statuses, seen, calls };
}

const nameOf = (index: number): string => `action ${index}`;

export type ExpectedFlow = ReturnType<typeof expectFlow>;

import type { Outcome } from '@signup-actions/runtime-core';
import type { FlowOutput } from './flow-output.ts';
import { HangingActionError } from './hanging-action-error.ts';
import { isDebugged, startRealTimer } from './real-time.ts';
import { shared } from './shared.ts';
import { testsState } from './tests.ts';

/** A flow that runs now. */
interface UnfinishedFlow {
  readonly output: FlowOutput;
  /** Whether its test has ended, and failed for it. */
  isOver: boolean;
  readonly cutOff: () => void;
}

const unfinishedFlows: Set<UnfinishedFlow> = shared('unfinished-flows', () => new Set());

/**
 * Runs a flow, and throws a `HangingActionError` before the runner ends the test for its time limit: the runner
 * does not know what the test waits for. Without a setup entry, or with a debugger, there is no such limit. `finish` makes
 * what the test gets of the outcome; until then, the flow is unfinished.
 */
export async function finishWithinTest<Result>(
  output: FlowOutput,
  signal: AbortSignal | undefined,
  run: (signal?: AbortSignal) => Promise<Outcome>,
  finish: (outcome: Outcome, hasTestEnded: () => boolean) => Promise<Result>,
): Promise<Result> {
  const { isWatched, timeoutMs = 0 } = testsState;
  if (!isWatched || isDebugged()) return finish(await run(signal), () => false);
  const controller = new AbortController();
  const cutOff = (): void => controller.abort();
  if (signal?.aborted) cutOff();
  signal?.addEventListener('abort', cutOff);
  const flow: UnfinishedFlow = { output, isOver: false, cutOff };
  unfinishedFlows.add(flow);
  let hangs = false;
  const cancel = startRealTimer(
    () => {
      hangs = true;
      cutOff();
    },
    timeoutMs - marginMs(timeoutMs),
  );
  try {
    // It never rejects.
    const outcome = await run(controller.signal);
    cancel();
    signal?.removeEventListener('abort', cutOff);
    // After its test, nothing waits for the outcome.
    if (flow.isOver) return await new Promise<never>(() => {});
    if (hangs && outcome.failure?.kind === 'aborted') {
      throw new HangingActionError(describeHang(outcome, timeoutMs), output);
    }
    return await finish(outcome, () => flow.isOver);
  } finally {
    unfinishedFlows.delete(flow);
  }
}

/** How long before the runner a flow is cut off. */
const marginMs = (timeoutMs: number): number => Math.min(250, timeoutMs / 10);

function describeHang({ executions }: Outcome, timeoutMs: number): string {
  const { action = 'an Action' } = executions.find(({ status }) => status === 'failed') ?? {};
  return `${action} has not settled, and the ${timeoutMs} ms of its test are almost over`;
}

/** Throws if a flow is still running after its test has ended, and cuts it off. */
export function throwUnfinishedFlow(): void {
  const flows = [...unfinishedFlows];
  unfinishedFlows.clear();
  for (const flow of flows) {
    flow.isOver = true;
    flow.cutOff();
  }
  const [first] = flows;
  if (first)
    throw new HangingActionError(
      'the test ended while an Action was running',
      first.output,
      'Is an await missing? ',
    );
}

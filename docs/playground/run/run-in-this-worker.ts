import {
  assertSupportedModule,
  createOutputLimit,
  cutFlowOutcome,
  maxListed,
  moduleParameters,
  runJob,
  runModule,
  type Crashes,
  type FinishedJob,
  type FlowJob,
  type LoadedAction,
  type ModuleFunction,
} from '@signup-actions/workbench';
import { atMostEvery } from './at-most-every.ts';
import { createConsole } from './create-console.ts';
import type { WorkerMessage } from './flow-job.ts';

/** Code that an Action left running may call the api thousands of times a second. */
const lateMs = 100;

/**
 * Runs one flow in this worker and sends its result at once. Code that the Actions left running may still call the
 * api or crash: then the result is sent again, for as long as the worker lives.
 */
export async function runInThisWorker(
  job: FlowJob,
  crashes: Crashes,
  send: (message: WorkerMessage) => void,
): Promise<void> {
  const limit = createOutputLimit();
  let lateCalls = 0;
  let finished: FinishedJob | undefined;
  const sendResult = (): void => {
    const result = finished?.getResult();
    if (!result) return;
    const dropped = Math.max(0, lateCalls - maxListed);
    send(result.type === 'outcome' ? cutFlowOutcome(result, dropped) : result);
  };
  const sendSoon = atMostEvery(lateMs, sendResult);
  finished = await runJob(job, {
    crashes,
    send,
    evaluate(action) {
      const { name } = action;
      const console = createConsole((printed) => {
        const text = limit(printed, name);
        if (text !== '') send({ type: 'output', action: name, text });
      });
      return evaluate(action, console);
    },
    maxLateDiagnostics: maxListed,
    onLate(event) {
      if (event === 'crash') return sendResult();
      lateCalls += 1;
      sendSoon();
    },
  });
  sendResult();
}

/** Runs the source of an Action as CommonJS, and returns its exports. */
function evaluate({ source, file }: LoadedAction, console: Console): unknown {
  // On the first line of the source, so that line numbers stay the same. As in Node, a file may begin with a shebang.
  const head = `(function (${moduleParameters.join(', ')}, console) {`;
  // oxlint-disable-next-line no-eval -- running what was typed is what a playground is for
  const run = globalThis.eval(
    `${head}${source.replace(/^#!/, '//')}\n})\n//# sourceURL=${file}`,
  ) as ModuleFunction;
  return runModule(run, { require: requireNothing, file, folder: '.' }, console);
}

/** A page has no packages, not even Node's own. */
function requireNothing(id: unknown): never {
  assertSupportedModule(id);
  throw new Error(
    `The playground has no packages, so it has no ${JSON.stringify(String(id))}: use what browsers have too, such as fetch and crypto.subtle, or run the Action on your machine with signup-actions run.`,
  );
}

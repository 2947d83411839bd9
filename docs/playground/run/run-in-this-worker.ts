import {
  createOutputLimit,
  cutFlowOutcome,
  maxListed,
  moduleParameters,
  preciseClock,
  refuseModule,
  runJob,
  runModule,
  type Crashes,
  type FinishedJob,
  type LoadedAction,
  type ModuleFunction,
  type ModuleRequire,
} from '@signup-actions/workbench';
import { pageWays } from '../check/page-ways.ts';
import { atMostEvery } from './at-most-every.ts';
import { createConsole } from './create-console.ts';
import type { WorkerJob, WorkerMessage } from './flow-job.ts';

/** Code that an Action left running may call the api thousands of times a second. */
const lateMs = 100;

/**
 * Runs one flow in this worker and sends its result at once. Code that the Actions left running may still call the
 * api or crash: then the result is sent again, for as long as the worker lives.
 */
export async function runInThisWorker(
  job: WorkerJob,
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
  const consoleOf = (name: string): Console =>
    createConsole((printed) => {
      const text = limit(printed, name);
      if (text !== '') send({ type: 'output', action: name, text });
    });
  const sendSoon = atMostEvery(lateMs, sendResult);
  finished = await runJob(job, {
    crashes,
    send,
    ways: pageWays,
    evaluate: (action, requireModule) =>
      evaluate(action, { console: consoleOf(action.name), requireModule }),
    evaluateModule: (module, globals, action) =>
      evaluate(module, {
        console: consoleOf(action.name),
        requireModule: refuseModule,
        globals: { ...globals },
      }),
    maxLateDiagnostics: maxListed,
    clock: () => preciseClock() + job.clockOffsetMs,
    onLate(event) {
      if (event === 'crash') return sendResult();
      lateCalls += 1;
      sendSoon();
    },
  });
  sendResult();
}

/** What code has besides `module` and `exports`. */
interface Surroundings {
  readonly console: Console;
  readonly requireModule: ModuleRequire;
  /** Names that the code sees as if they were global. */
  readonly globals?: Readonly<Record<string, unknown>>;
}

/** Runs the code of an Action, or of a module, as CommonJS, and returns its exports. */
function evaluate(
  { code, file }: Pick<LoadedAction, 'code' | 'file'>,
  { console, requireModule, globals = {} }: Surroundings,
): unknown {
  const names = Object.keys(globals).join(', ');
  // On the first line of the source, so that line numbers stay the same. As in Node, a file may begin with a shebang.
  const head = `(function (${names}) { return function (${moduleParameters.join(', ')}, console) {`;
  // oxlint-disable-next-line no-eval -- running what was typed is what a playground is for
  const create = globalThis.eval(
    `${head}${code.replace(/^#!/, '//')}\n} })\n//# sourceURL=${file}`,
  ) as (...values: unknown[]) => ModuleFunction;
  const require = (id: unknown): unknown => (requireModule(id) ?? requireNothing(id)).exports;
  return runModule(create(...Object.values(globals)), { require, file, folder: '.' }, console);
}

/** A page has no packages, not even Node's own. */
function requireNothing(id: unknown): never {
  throw new Error(
    `The playground has no packages, so it has no ${JSON.stringify(String(id))}: use what browsers have too, such as fetch and crypto.subtle, or run the Action on your machine with signup-actions run.`,
  );
}

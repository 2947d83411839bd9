import { compileFunction } from 'node:vm';
import { defaultLimits, type SignupEvent } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import type { LoadedAction } from '../src/platform/action.ts';
import { createCrashReporter } from '../src/run/crash.ts';
import type { FlowJob, FlowOutcome, FlowResult, Frame } from '../src/run/flow-job.ts';
import { moduleParameters, runModule, type ModuleFunction } from '../src/run/load-handler.ts';
import { refuseModule, type ModuleRequire } from '../src/run/module-require.ts';
import type { JobHost } from '../src/run/job-host.ts';
import { runJob } from '../src/run/run-job.ts';

/** An Action whose handler has this body, in a file of its name. */
export function toAction(body: string, more: Partial<LoadedAction> = {}): LoadedAction {
  const { name = 'own' } = more;
  const source = `exports.onExecutePreUserRegistration = async (event, api) => {\n${body}\n};\n`;
  const { code = source } = more;
  return {
    file: `/actions/${name}.js`,
    source: code,
    code,
    language: 'javascript',
    dependencies: [],
    secrets: {},
    ...more,
    name,
  };
}

/** A job of these Actions on an ordinary signup. */
export const toJob = (
  actions: readonly LoadedAction[],
  cache: FlowJob['cache'] = [],
  event: SignupEvent = createMockEvent(),
): FlowJob => ({ actions, event, cache, limits: defaultLimits });

/** A flow that ran in this process. */
export interface LocalRun {
  readonly getResult: () => FlowResult;
  /** The result as of now, which has to be an outcome. */
  readonly getOutcome: () => FlowOutcome;
  readonly frames: readonly Frame[];
}

/** Runs a job in this process. */
export async function run(job: FlowJob, more: Partial<JobHost> = {}): Promise<LocalRun> {
  const frames: Frame[] = [];
  const { getResult } = await runJob(job, {
    crashes: createCrashReporter(),
    send: (frame) => frames.push(frame),
    evaluate: (action, requireModule) => evaluate(action, requireModule),
    evaluateModule: (module, globals) => evaluate(module, refuseModule, globals),
    ...more,
  });
  const getOutcome = (): FlowOutcome => {
    const result = getResult();
    if (result.type !== 'outcome') throw new Error(`The flow ended with ${result.type}.`);
    return result;
  };
  return { getResult, getOutcome, frames };
}

const evaluate = (
  { code, file }: Pick<LoadedAction, 'code' | 'file'>,
  requireModule: ModuleRequire,
  globals: object = {},
): unknown => {
  const compiled = compileFunction(code, [...moduleParameters], {
    filename: file,
    contextExtensions: [globals],
  });
  const require = (id: string): unknown => {
    const module = requireModule(id);
    return module ? module.exports : id;
  };
  return runModule(compiled as ModuleFunction, { require, file, folder: '/actions' });
};

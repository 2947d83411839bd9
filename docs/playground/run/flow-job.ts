import { defaultLimits, type Limits, type SignupEvent } from '@signup-actions/runtime-core';
import type {
  CacheEntries,
  FlowAnswer,
  FlowJob,
} from '../../../packages/cli/src/child/flow-job.ts';
import type { Frame } from '../../../packages/cli/src/child/frames.ts';
import type { LoadedAction } from '../../../packages/cli/src/load/action-source.ts';
import type { CutAnswer } from './cut-answer.ts';
import type { ActionState } from '../state/playground-state.ts';

/** An Action as the worker runs it; `file` is what its places are named by. */
export interface PlaygroundAction extends LoadedAction {
  readonly configuration: Readonly<Record<string, string>>;
}

/** What a worker is given to run: the command line's job, and each Action's configuration. */
export interface PlaygroundJob extends FlowJob {
  readonly actions: readonly PlaygroundAction[];
}

/** What a worker says: frames while it runs, and answers, each of which replaces the one before. */
export type WorkerMessage = CutAnswer | Exclude<FlowAnswer, { type: 'outcome' }> | Frame;

/** The platform's limits, but for the time: nobody waits 20 seconds for a page. */
export const playgroundLimits: Limits = { ...defaultLimits, flowTimeoutMs: 5_000 };

/** A job of the Actions as they are edited. */
export const toJob = (
  actions: readonly ActionState[],
  event: SignupEvent,
  cache: CacheEntries,
): PlaygroundJob => ({
  actions: actions.map(toAction),
  event,
  cache,
  limits: playgroundLimits,
});

const toAction = (
  { name, code, secrets, configuration }: ActionState,
  index: number,
): PlaygroundAction => ({
  name,
  file: `action-${index}.js`,
  source: code,
  code,
  language: 'javascript',
  dependencies: [],
  secrets: toValues(secrets),
  configuration: toValues(configuration),
});

/** A row without a name is not finished yet. */
const toValues = (settings: ActionState['secrets']): Readonly<Record<string, string>> =>
  Object.fromEntries(settings.filter(([name]) => name !== ''));

import { defaultLimits, type Limits, type SignupEvent } from '@signup-actions/runtime-core';
import type {
  CacheEntries,
  CutFlowOutcome,
  FlowJob,
  FlowResult,
  Frame,
  LoadedAction,
} from '@signup-actions/workbench';
import type { ActionState } from '../state/playground-state.ts';

/** What a worker sends: frames while it runs, and results, each of which replaces the one before. */
export type WorkerMessage = CutFlowOutcome | Exclude<FlowResult, { type: 'outcome' }> | Frame;

/** The platform's limits, except for the timeout: 20 seconds are too long to wait for in a page. */
export const playgroundLimits: Limits = { ...defaultLimits, flowTimeoutMs: 5_000 };

/** A job of the Actions as they are edited. */
export const toJob = (
  actions: readonly ActionState[],
  event: SignupEvent,
  cache: CacheEntries,
): FlowJob => ({
  actions: actions.map(toAction),
  event,
  cache,
  limits: playgroundLimits,
});

const toAction = (
  { name, code, secrets, configuration }: ActionState,
  index: number,
): LoadedAction => ({
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

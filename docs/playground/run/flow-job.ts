import { defaultLimits, type Limits, type SignupEvent } from '@signup-actions/runtime-core';
import type {
  CacheEntries,
  CutFlowOutcome,
  FlowJob,
  FlowResult,
  Frame,
  LoadedModule,
} from '@signup-actions/workbench';
import type { ActionState, ModuleState } from '../state/playground-state.ts';

/** What a worker sends: frames while it runs, and results, each of which replaces the one before. */
export type WorkerMessage = CutFlowOutcome | Exclude<FlowResult, { type: 'outcome' }> | Frame;

/** The platform's limits, except for the timeout: 20 seconds are too long to wait for in a page. */
export const playgroundLimits: Limits = { ...defaultLimits, flowTimeoutMs: 5_000 };

/** A job of the Actions as they are edited; each may require every module. */
export const toJob = (
  actions: readonly ActionState[],
  event: SignupEvent,
  cache: CacheEntries,
  modules: readonly ModuleState[] = [],
): FlowJob => ({
  actions: actions.map((action, index) => ({
    ...toCode(action, `action-${index}.js`),
    secrets: toValues(action.secrets),
    configuration: toValues(action.configuration),
    modules: modules.map((module, position) => toCode(module, `module-${position}.js`)),
    moduleSecrets: Object.fromEntries(
      modules.map(({ name, secrets }) => [name, toValues(secrets)] as const),
    ),
  })),
  event,
  cache,
  limits: playgroundLimits,
});

const toCode = ({ name, code }: ModuleState, file: string): LoadedModule => ({
  name,
  file,
  source: code,
  code,
  language: 'javascript',
  dependencies: [],
});

/** A row without a name is not finished yet. */
const toValues = (settings: ActionState['secrets']): Readonly<Record<string, string>> =>
  Object.fromEntries(settings.filter(([name]) => name !== ''));

import { defaultLimits, type Limits } from '@signup-actions/runtime-core';
import type {
  CutFlowOutcome,
  FlowJob,
  FlowResult,
  Frame,
  LoadedAction,
  LoadedModule,
  NetworkRule,
} from '@signup-actions/workbench';
import type { ActionState, ModuleState, PlaygroundState } from '../state/playground-state.ts';

/** What a worker sends: frames while it runs, and results, each of which replaces the one before. */
export type WorkerMessage = CutFlowOutcome | Exclude<FlowResult, { type: 'outcome' }> | Frame;

/** One flow to run in a worker. */
export interface WorkerJob extends FlowJob {
  /** How far the clock of the flow is ahead of the real one, in milliseconds. */
  readonly clockOffsetMs: number;
  readonly network?: readonly NetworkRule[] | undefined;
}

/** What one signup brings to the flow. */
export type Signup = Pick<WorkerJob, 'network' | 'cache' | 'clockOffsetMs' | 'event'>;

/** The platform's limits, except for the timeout: 20 seconds are too long to wait for in a page. */
export const playgroundLimits: Limits = { ...defaultLimits, flowTimeoutMs: 5_000 };

/** The Actions as they are edited; each may require every module. */
export const toActions = ({
  actions,
  modules = [],
}: Pick<PlaygroundState, 'actions' | 'modules'>): readonly LoadedAction[] =>
  actions.map((action, index) => ({
    ...toCode(action, `action-${index}.js`),
    secrets: toValues(action.secrets),
    configuration: toValues(action.configuration),
    modules: modules.map((module, position) => toCode(module, `module-${position}.js`)),
    moduleSecrets: Object.fromEntries(
      modules.map(({ name, secrets }) => [name, toValues(secrets)] as const),
    ),
  }));

/** A job of these Actions for one signup. */
export const toJob = (actions: readonly LoadedAction[], signup: Signup): WorkerJob => ({
  actions,
  ...signup,
  limits: playgroundLimits,
});

const toCode = ({ name, code, language }: ModuleState, file: string): LoadedModule => ({
  name,
  file,
  source: code,
  code,
  language: language ?? 'javascript',
  dependencies: [],
});

/** A row without a name is not finished yet. */
const toValues = (settings: ActionState['secrets']): Readonly<Record<string, string>> =>
  Object.fromEntries(settings.filter(([name]) => name !== ''));

import type { Clock } from '@signup-actions/runtime-core';
import type { LoadedAction, LoadedModule } from '../platform/action.ts';
import type { Ways } from '../platform/ways.ts';
import type { Crashes } from './crash.ts';
import type { Frame } from './flow-job.ts';
import type { ModuleGlobals, ModuleRequire } from './module-require.ts';
import type { DiagnosticSender } from './report-diagnostics.ts';

/** What the process or worker that runs a flow does for it. */
export interface JobHost {
  readonly crashes: Crashes;
  readonly send: (frame: Frame) => void;
  /**
   * Runs the code of an Action as a CommonJS module, and returns what it exports. Throws what the code throws. Its `require`
   * asks `requireModule` first.
   */
  readonly evaluate: (action: LoadedAction, requireModule: ModuleRequire) => unknown;
  /** Runs the code of an Actions module that this Action requires, in the same way. */
  readonly evaluateModule: (
    module: LoadedModule,
    globals: ModuleGlobals,
    action: LoadedAction,
  ) => unknown;
  /** Sends what the Actions do wrong. A host that loads code once has its own, since that code keeps what it is given. */
  readonly tell?: DiagnosticSender;
  /** Runs code of the Action of this name, in a way that lets the host tell whose code is running. */
  readonly runAs?: <Result>(action: string, run: () => Result) => Result;
  /** Called when code that an Action left running calls the api or crashes: the result has changed. */
  readonly onLate?: (event: 'call' | 'crash', action: string | undefined, thrown?: unknown) => void;
  /** Whether to send each call, so that it is known even if the flow ends without a result. */
  readonly sendsCalls?: boolean;
  /** How many diagnostics of late calls are kept; by default all. */
  readonly maxLateDiagnostics?: number;
  /** How the user gives what is missing; by default to the command line. */
  readonly ways?: Ways;
  /** The time of the flow; by default that of the system. */
  readonly clock?: Clock;
}

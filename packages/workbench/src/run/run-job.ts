import {
  createRuntime,
  type Action,
  type CallSite,
  type Clock,
  type Diagnostic,
  type Outcome,
} from '@signup-actions/runtime-core';
import { findUnknownFields } from '@signup-actions/runtime-core/internal';
import { findNearName } from '../near-name.ts';
import { listSources, type LoadedAction, type LoadedModule } from '../platform/action.ts';
import { createCallSite } from './call-site.ts';
import type { Crashes } from './crash.ts';
import { failingOn } from './failing-on.ts';
import type { FlowJob, FlowResult, Frame } from './flow-job.ts';
import { hiddenSecrets } from './hidden-secrets.ts';
import { isMissingModule, loadHandler } from './load-handler.ts';
import { createModuleRequire, type ModuleGlobals, type ModuleRequire } from './module-require.ts';
import { createArgumentObserver, type ArgumentObserver } from './observe-arguments.ts';
import { observeReads } from './observe-reads.ts';
import { runDiagnosticMessages } from './run-diagnostic.ts';
import { createDiagnosticSender, type DiagnosticSender } from './report-diagnostics.ts';
import { toFlowOutcome, type LateCrash, type LateDiagnostic } from './to-flow-outcome.ts';

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
  /** The time of the flow; by default that of the system. */
  readonly clock?: Clock;
}

/** A flow that is over. */
export interface FinishedJob {
  /** The result as of now: code that the Actions left running may still change it. */
  readonly getResult: () => FlowResult;
}

/**
 * Runs one flow in this process or worker.
 *
 * It resolves to an object, not to a function: that could inherit a `then` from an Action that changes built-ins.
 */
export async function runJob(job: FlowJob, host: JobHost): Promise<FinishedJob> {
  const { actions, event, limits } = job;
  const { crashes, send, sendsCalls = false, onLate, maxLateDiagnostics = Infinity } = host;
  const { clock = preciseClock } = host;
  const findSite = createCallSite(listSources(actions).map(({ file }) => file));
  const { tell = createDiagnosticSender(send, findSite) } = host;
  const hidden = new Set(hiddenSecrets(actions, event).map(({ value }) => value));
  for (const { path, known } of findUnknownFields(event)) {
    const message = runDiagnosticMessages['event-field-unknown'](path, known.join(', '));
    send({
      type: 'diagnostic',
      diagnostic: { code: 'event-field-unknown', message },
      site: undefined,
    });
  }
  const observer = createArgumentObserver();
  const written = new Map<number, string>();
  const bound: Action[] = [];
  for (const action of actions) {
    const found = bindAction(action, { host, hidden, tell, observer });
    if ('unusable' in found) return { getResult: () => toUnusable(action.name, found.unusable) };
    bound.push(found);
  }

  const store = new Map(job.cache);
  const late: LateDiagnostic[] = [];
  let crash: LateCrash | undefined;
  let outcome: Outcome | undefined;
  let site: CallSite | undefined;
  const runtime = createRuntime({
    cache: store,
    clock,
    limits,
    callSite: () => (site = findSite()),
    onCall(call) {
      const source = observer.toWritten(call);
      if (source !== undefined) written.set(call.index, source);
      if (sendsCalls) sendCall({ type: 'call', call, written: source }, send);
    },
    onDiagnostic(diagnostic: Diagnostic) {
      if (!outcome) return;
      if (late.length < maxLateDiagnostics) late.push({ diagnostic, site });
      onLate?.('call', diagnostic.action);
    },
  });
  const settled = await runtime.run({ event, actions: bound });
  outcome = settled;
  const { action: failed = '', error } = settled.status === 'failed' ? settled.failure : {};
  if (isMissingModule(error)) return { getResult: () => toUnusable(failed, error.message) };
  const getResult = (): FlowResult =>
    toFlowOutcome({ outcome: settled, job, written, late, crash, cache: [...store] });
  crashes.listen((thrown, action) => {
    if (crash) return;
    crash = { thrown, action };
    onLate?.('crash', action, thrown);
  });
  return { getResult };
}

/** A call must not fail because the host cannot be told of it. */
function sendCall(frame: Frame, send: JobHost['send']): void {
  try {
    send(frame);
  } catch {
    // It is recorded all the same.
  }
}

const toUnusable = (action: string, message: string): FlowResult => ({
  type: 'unusable',
  action,
  message,
});

/** An export that does not declare a secret is at fault, whatever value it would have. */
function tellMissing(
  secret: string,
  { name, declaredNames }: LoadedAction,
  tell: DiagnosticSender,
): void {
  if (!declaredNames || declaredNames.includes(secret)) {
    return tell('secret-without-value', secret, name);
  }
  tell('undeclared-secret', [secret, findNearName(secret, declaredNames) ?? ''], name);
}

/** As for a secret of an Action. */
function tellMissingOfModule(
  secret: string,
  { name: module, declaredNames }: LoadedModule,
  action: LoadedAction,
  tell: DiagnosticSender,
): void {
  if (!declaredNames || declaredNames.includes(secret)) {
    return tell('module-secret-without-value', [secret, module], action.name);
  }
  const near = findNearName(secret, declaredNames) ?? '';
  tell('undeclared-secret', [secret, near, 'module'], action.name);
}

/** What an Action is bound with. */
interface Binding {
  readonly host: JobHost;
  /** The values of secrets that reports hide. */
  readonly hidden: ReadonlySet<string>;
  readonly tell: DiagnosticSender;
  readonly observer: ArgumentObserver;
}

/** Loads an Action for the engine. */
function bindAction(
  action: LoadedAction,
  { host, hidden, tell, observer }: Binding,
): Action | Extract<ReturnType<typeof loadHandler>, { unusable: string }> {
  const { crashes, send, evaluate, evaluateModule, runAs = (_, run) => run() } = host;
  const { clock = preciseClock } = host;
  const { name, secrets, configuration = {}, moduleSecrets = {} } = action;
  send({ type: 'load', action: name, time: clock() });
  const requireModule = createModuleRequire(action, {
    evaluate: (module, globals) => evaluateModule(module, globals, action),
    onMissingSecret: (secret, module) => tellMissingOfModule(secret, module, action, tell),
  });
  const loaded = runAs(name, () => loadHandler(() => evaluate(action, requireModule)));
  if (typeof loaded !== 'function') return loaded;
  const handler: Action['handler'] = (event, api) => {
    send({ type: 'start', action: name, time: clock() });
    observer.observe(api);
    Object.assign(event, {
      secrets: observeReads(secrets, (secret) => tellMissing(secret, action, tell)),
      configuration: observeReads(configuration, (setting) =>
        tell('configuration-without-value', setting, name),
      ),
    });
    return failingOn(
      crashes,
      runAs(name, () => loaded(event, api)),
    );
  };
  // The engine hides the secrets that it knows.
  const withoutShown = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => hidden.has(value)));
  const ofModules = Object.entries(moduleSecrets).map(
    ([module, values]) => [module, withoutShown(values)] as const,
  );
  return {
    name,
    handler,
    secrets: withoutShown(secrets),
    moduleSecrets: Object.fromEntries(ofModules),
  };
}

/** In fractions of a millisecond: most Actions take less than one. */
export const preciseClock: Clock = () => performance.timeOrigin + performance.now();

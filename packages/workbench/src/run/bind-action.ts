import type { Action, Clock } from '@signup-actions/runtime-core';
import { findNearName } from '../near-name.ts';
import type { LoadedAction, LoadedModule } from '../platform/action.ts';
import { failingOn } from './failing-on.ts';
import type { JobHost } from './job-host.ts';
import { loadHandler } from './load-handler.ts';
import { createModuleRequire } from './module-require.ts';
import type { ArgumentObserver } from './observe-arguments.ts';
import { observeReads } from './observe-reads.ts';
import type { DiagnosticSender } from './report-diagnostics.ts';

/** What an Action is bound with. */
interface Binding {
  readonly host: JobHost;
  readonly clock: Clock;
  /** The values of secrets that reports hide. */
  readonly hidden: ReadonlySet<string>;
  readonly tell: DiagnosticSender;
  readonly observer: ArgumentObserver;
}

/** Loads an Action for the engine. */
export function bindAction(
  action: LoadedAction,
  { host, clock, hidden, tell, observer }: Binding,
): Action | Extract<ReturnType<typeof loadHandler>, { unusable: string }> {
  const { crashes, send, evaluate, evaluateModule, runAs = (_, run) => run() } = host;
  const { name, secrets, configuration = {}, moduleSecrets = {} } = action;
  send({ type: 'load', action: name, time: clock() });
  const requireModule = createModuleRequire(action, {
    evaluate: (module, globals) => evaluateModule(module, globals, action),
    onMissingSecret: (secret, module) => tellMissingOfModule(secret, module, action, tell),
    ways: host.ways,
  });
  const loaded = runAs(name, () => loadHandler(() => evaluate(action, requireModule)));
  if (typeof loaded !== 'function') return loaded;
  const handler: Action['handler'] = (event, api) => {
    send({ type: 'start', action: name, time: clock() });
    observer.observe(api);
    Object.assign(event, {
      secrets: observeReads(secrets, (secret) => tellMissing(secret, action, tell)),
      // What the Action changes in it must not reach the next signup.
      configuration: observeReads(structuredClone(configuration), (setting) =>
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

/** The same for a secret of an Actions module. */
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

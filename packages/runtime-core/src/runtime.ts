import { compileRefusals } from './api/create-api.ts';
import { createCaches } from './cache/caches.ts';
import type { FlowRequest } from './flow/flow-request.ts';
import { runRequest } from './flow/run-request.ts';
import type { Outcome } from './outcome/outcome.ts';
import { toSteadyClock, toSteadyTimer } from './steady-ports.ts';
import { toSettings, type RuntimeOptions } from './settings.ts';

/** Runs flows of the trigger. The flows of one runtime share its cache (C2). */
export interface Runtime {
  /** Runs one flow to its outcome. Never rejects: any error fails the flow (F13). */
  readonly run: (request: FlowRequest) => Promise<Outcome>;
}

/**
 * Creates a runtime that behaves as the platform does. Every option has a default.
 *
 * @example
 * ```ts
 * const runtime = createRuntime();
 * const outcome = await runtime.run({ event, actions: [{ name: 'block-disposable', handler }] });
 * if (outcome.status === 'allowed') await createUser(outcome.user);
 * ```
 */
export function createRuntime(options: RuntimeOptions = {}): Runtime {
  const settings = toSettings(options);
  compileRefusals(settings.limits);
  const caches = createCaches({
    store: settings.cache,
    clock: toSteadyClock(settings.clock),
    timer: toSteadyTimer(settings.timer),
    limits: settings.limits,
  });
  return { run: (request) => runRequest(request, settings, caches) };
}

import type { Caches } from '../cache/caches.ts';
import type { Execution, Failure, Outcome } from '../outcome/outcome.ts';
import { diagnoseCall } from '../outcome/diagnostics.ts';
import { toDiagnosticContext, toOutcome } from '../outcome/to-outcome.ts';
import type { Signup } from '../outcome/created-user.ts';
import { createRecorder } from '../calls/recorder.ts';
import { collectSecrets, type NamedSecret } from '../text/secret-search.ts';
import type { Settings } from '../settings.ts';
import type { Action } from './action.ts';
import { assertEvent } from './assert-event.ts';
import { startDeadline } from './deadline.ts';
import type { FlowRequest } from './flow-request.ts';
import { report } from './report.ts';
import { runActions } from './run-actions.ts';
import { toPlatformError } from './run-handler.ts';
import { takeActions } from './take-actions.ts';
import { takeSignup } from './take-signup.ts';

/** Runs one flow of the trigger to its outcome. Never rejects: what goes wrong fails the flow (F13). */
export async function runFlow(
  request: FlowRequest,
  settings: Settings,
  caches: Caches,
): Promise<Outcome> {
  const { limits, timer, onDiagnostic } = settings;
  const recorder = createRecorder(limits);
  const executions: Execution[] = [];
  let actions: readonly Action[] = [];
  let secrets: readonly NamedSecret[] = [];
  let signup: Signup | undefined;
  let failure: Failure | undefined;
  let cacheProblem: string | undefined;
  try {
    const { event, signal } = request;
    actions = takeActions(request.actions, limits);
    secrets = collectSecrets(actions);
    assertEvent(event);
    signup = takeSignup(event);
    const { cache, close } = await caches.open(event.tenant.id);
    const deadline = startDeadline(timer, limits.flowTimeoutMs, signal);
    failure = await runActions(actions, { event, recorder, executions, cache, deadline, settings });
    deadline.cancel();
    cacheProblem = await close();
  } catch (thrown) {
    failure = toPlatformError(thrown);
  }
  recorder.close((call) =>
    report(diagnoseCall(call, toDiagnosticContext({ signup, secrets })), onDiagnostic),
  );
  const { calls, changes } = recorder;
  const skipped = actions.slice(executions.length).map(toSkipped);
  const fold = (failed: Failure | undefined): Outcome =>
    toOutcome({
      signup,
      calls,
      changes: changes.result(),
      executions: Object.freeze([...executions, ...skipped]),
      secrets,
      failure: failed,
      cacheProblem,
    });
  let outcome = fold(failure);
  if (outcome.status === 'allowed' && recorder.hasRefusal()) outcome = fold(refusalLost);
  report(outcome.diagnostics, onDiagnostic);
  return outcome;
}

/** An Action has broken functions of the language that folding relies on: whom it refused stays out. */
const refusalLost = toPlatformError(new Error('A refusal was lost: an Action changed a built-in.'));

const toSkipped = ({ name }: Action): Execution =>
  Object.freeze({ action: name, status: 'skipped', durationMs: 0 });

import type { Caches } from '../cache/caches.ts';
import type { CacheProblem } from '../cache/stored-cache.ts';
import { createRecorder } from '../calls/recorder.ts';
import type { Signup } from '../outcome/created-user.ts';
import { diagnoseCall, type Diagnostic } from '../outcome/diagnostics.ts';
import type { Execution, Failure, Outcome } from '../outcome/outcome.ts';
import { toDiagnosticContext, toOutcome } from '../outcome/to-outcome.ts';
import type { Settings } from '../settings.ts';
import { collectSecrets, type NamedSecret } from '../text/secret-search.ts';
import { startDeadline } from './deadline.ts';
import { assertEvent, toSignup } from './event.ts';
import { parseActions, type Action, type FlowRequest } from './flow-request.ts';
import { runActions, toPlatformError } from './run-actions.ts';

/** Runs one flow of the trigger to its outcome. Never rejects: any error fails the flow (F13). */
export async function runRequest(
  request: FlowRequest,
  settings: Settings,
  caches: Caches,
): Promise<Outcome> {
  const { limits, timer, onDiagnostic, onCall } = settings;
  const recorder = createRecorder(limits, onCall);
  const executions: Execution[] = [];
  let actions: readonly Action[] = [];
  let secrets: readonly NamedSecret[] = [];
  let signup: Signup | undefined;
  let failure: Failure | undefined;
  let cacheProblem: CacheProblem | undefined;
  try {
    const { event, signal } = request;
    actions = parseActions(request.actions, limits);
    secrets = collectSecrets(actions);
    assertEvent(event);
    signup = toSignup(event);
    const { cache, close } = await caches.open(event.tenant.id);
    const deadline = startDeadline(timer, limits.flowTimeoutMs, signal);
    failure = await runActions(actions, { event, recorder, executions, cache, deadline, settings });
    deadline.cancel();
    cacheProblem = await close();
  } catch (thrown) {
    failure = toPlatformError(thrown);
  }
  recorder.close((call) =>
    reportDiagnostics(diagnoseCall(call, toDiagnosticContext({ signup, secrets })), onDiagnostic),
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
  reportDiagnostics(outcome.diagnostics, onDiagnostic);
  return outcome;
}

/** An Action broke built-in functions that the outcome relies on; the user that it refused stays out. */
const refusalLost = toPlatformError(new Error('A refusal was lost: an Action changed a built-in.'));

const toSkipped = ({ name }: Action): Execution =>
  Object.freeze({ action: name, status: 'skipped', durationMs: 0 });

/** Passes diagnostics to the host. Never throws. */
function reportDiagnostics(
  diagnostics: readonly Diagnostic[],
  onDiagnostic: (diagnostic: Diagnostic) => void,
): void {
  for (const diagnostic of diagnostics) {
    try {
      onDiagnostic(diagnostic);
    } catch {
      // An error in the host's callback must not change who is let in.
    }
  }
}

import type { Caches } from '../cache/caches.ts';
import type { CacheProblem, OpenCache } from '../cache/stored-cache.ts';
import { createRecorder } from '../calls/recorder.ts';
import type { Signup } from '../outcome/created-user.ts';
import { diagnoseCall, type Diagnostic } from '../outcome/diagnostics.ts';
import type { Execution, Failure, Outcome } from '../outcome/outcome.ts';
import { toDiagnosticContext, toOutcome, type FlowRecord } from '../outcome/to-outcome.ts';
import { freezeDeep } from '../data/plain-data.ts';
import type { Settings } from '../settings.ts';
import { collectSecrets, type NamedSecret } from '../text/secret-search.ts';
import { abortedByHost, startDeadline, type Deadline } from './deadline.ts';
import { takeSnapshot, toSignup, type SignupEvent } from './event.ts';
import { parseActions, type BoundAction, type FlowRequest } from './flow-request.ts';
import { runActions, toPlatformError, type Flow } from './run-actions.ts';

/** Runs one flow of the trigger to its outcome. Never rejects: any error fails the flow (F13). */
export async function runRequest(
  request: FlowRequest,
  settings: Settings,
  caches: Caches,
): Promise<Outcome> {
  try {
    const { record, outcome } = await runToOutcome(request, settings, caches);
    // The host may abort until it has the outcome, in `onDiagnostic` too.
    const isAborted = request.signal?.aborted === true && outcome.status !== 'failed';
    return isAborted ? toOutcome({ ...record, failure: abortedByHost }) : outcome;
  } catch {
    return brokenOutcome;
  }
}

async function runToOutcome(
  request: FlowRequest,
  settings: Settings,
  caches: Caches,
): Promise<{ readonly record: FlowRecord; readonly outcome: Outcome }> {
  const { limits, onDiagnostic, onCall } = settings;
  const recorder = createRecorder(limits, onCall);
  const executions: Execution[] = [];
  let actions: readonly BoundAction[] = [];
  let secrets: readonly NamedSecret[] = [];
  let event: SignupEvent | undefined;
  let signup: Signup | undefined;
  let end: FlowEnd = {};
  try {
    actions = parseActions(request.actions, limits);
    secrets = collectSecrets(actions);
    event = takeSnapshot(request.event);
    signup = toSignup(event);
    const isEventKept = secrets.length > 0;
    const flow = { event, isEventKept, recorder, executions, settings };
    end = await runOnCache(actions, flow, await caches.open(event.tenant.id), request.signal);
  } catch (thrown) {
    end = { failure: toPlatformError(thrown) };
  }
  recorder.close((call) => {
    const context = toDiagnosticContext({ signup, event, secrets });
    reportDiagnostics(diagnoseCall(call, context), onDiagnostic);
  });
  const { calls, changes, intent } = recorder;
  const skipped = actions.slice(executions.length).map(toSkipped);
  const record: FlowRecord = {
    signup,
    event,
    calls,
    changes: changes.result(),
    executions: Object.freeze([...executions, ...skipped]),
    secrets,
    refusedBy: intent.isMeant ? String(intent.action) : undefined,
    ...end,
  };
  const outcome = toOutcome(record);
  reportDiagnostics(outcome.diagnostics, onDiagnostic);
  return { record, outcome };
}

/** How the Actions of a flow came to their end, and what happened to its cache. */
type FlowEnd = Pick<FlowRecord, 'cacheProblem' | 'failure'>;

/** Runs Actions on an open cache, and closes that whatever happens. */
async function runOnCache(
  actions: readonly BoundAction[],
  flow: Omit<Flow, 'cache' | 'deadline'>,
  { cache, close }: OpenCache,
  signal: AbortSignal | undefined,
): Promise<FlowEnd> {
  const { settings } = flow;
  let deadline: Deadline | undefined;
  let cacheProblem: CacheProblem | undefined;
  let failure: Failure | undefined;
  try {
    deadline = startDeadline(settings, settings.limits.flowTimeoutMs, signal);
    failure = await runActions(actions, { ...flow, cache, deadline });
  } finally {
    try {
      cacheProblem = await close();
    } finally {
      deadline?.cancel();
    }
  }
  // The flow is cut off until its cache is stored (F7, F13).
  return { failure: failure ?? deadline.reason(), cacheProblem };
}

/** Made beforehand, because it is for a flow in which even the functions that make an outcome are broken. */
const brokenOutcome: Outcome = freezeDeep({
  status: 'failed',
  failure: {
    kind: 'platform_error',
    error: {
      name: 'Error',
      message: 'The flow has no other outcome: an Action changed a built-in.',
    },
  },
  refusals: [],
  changes: { userMetadata: {}, appMetadata: {} },
  calls: [],
  executions: [],
  diagnostics: [],
});

const toSkipped = ({ name }: BoundAction): Execution =>
  Object.freeze({ action: name, status: 'skipped', durationMs: 0 });

/** Passes diagnostics to the host. Never throws. */
function reportDiagnostics(
  diagnostics: readonly Diagnostic[],
  onDiagnostic: (diagnostic: Diagnostic) => void,
): void {
  for (const diagnostic of diagnostics) {
    try {
      const heard: unknown = onDiagnostic(diagnostic);
      // If it is async, nobody else handles its rejection.
      if (typeof heard === 'object') Promise.resolve(heard).catch(() => {});
    } catch {
      // An error in the host's callback must not change who is let in.
    }
  }
}

import type { Patch } from './apply-patch.ts';

/** Mistakes in how a flow runs. */
export const flowBugs: readonly Patch[] = [
  {
    mistake: 'an Action that refused counts as completed (F2)',
    file: 'folds/to-outcome.ts',
    find: "status: 'refused'",
    replace: "status: 'completed'",
  },
  {
    mistake: 'the Actions run in another order (F1)',
    file: 'flow/run-actions.ts',
    find: 'for (const action of actions) {',
    replace: 'for (const action of actions.toReversed()) {',
  },
  {
    mistake: 'api.validation.error does not refuse (F3)',
    file: 'folds/refusals.ts',
    find: "call.method === 'access.deny' || call.method === 'validation.error'",
    replace: "call.method === 'access.deny'",
  },
  {
    mistake: 'what an Action calls after its refusal is not recorded (F4)',
    file: 'record/recorder.ts',
    find: 'if (calls.length >= limits.maxCalls && !refusal) return;',
    replace: 'if (refused || (calls.length >= limits.maxCalls && !refusal)) return;',
  },
  {
    mistake: 'a flow has 25 seconds (F7)',
    file: 'limits.ts',
    find: 'flowTimeoutMs: 20_000',
    replace: 'flowTimeoutMs: 25_000',
  },
  {
    mistake: 'every Action has all the time of a flow (F7)',
    file: 'flow/run-actions.ts',
    find: '    const failure = await runAction(action, flow);',
    replace:
      '    const { startDeadline } = await import("./deadline.ts");\n' +
      '    const deadline = startDeadline(flow.settings.timer, flow.settings.limits.flowTimeoutMs);\n' +
      '    const failure = await runAction(action, { ...flow, deadline });\n    deadline.cancel();',
  },
  {
    mistake: 'the api is never sealed (F8)',
    file: 'flow/run-actions.ts',
    find: 'sealed = true;',
    replace: '',
  },
  {
    mistake: 'a late refusal is lost (F8)',
    file: 'api/context.ts',
    find: 'const late = isSealed();',
    replace: 'const late = isSealed();\n  if (late) return;',
  },
  {
    mistake: 'a late change counts (F8)',
    file: 'folds/changes.ts',
    find: 'if (call.error || call.late) return;',
    replace: 'if (call.error) return;',
  },
  {
    mistake: 'what comes after the outcome is not reported (F8)',
    file: 'record/recorder.ts',
    find: 'receive = onCallAfterClose;',
    replace: 'receive = () => void onCallAfterClose;',
  },
  {
    mistake: 'an Action sees the secrets of the host’s event (F10)',
    file: 'flow/event-copy.ts',
    find: 'copyData({ ...event, secrets, configuration })',
    replace: 'copyData({ secrets, configuration, ...event }) as Event',
  },
  {
    mistake: 'deny answers an api of its own (F11)',
    file: 'api/access.ts',
    find: 'return root;',
    replace: 'return { ...root };',
  },
  {
    mistake: 'a flow of no Actions fails (F12)',
    file: 'flow/take-actions.ts',
    find: 'if (!Array.isArray(actions))',
    replace: 'if (!Array.isArray(actions) || actions.length === 0)',
  },
  {
    mistake: 'a trigger may have one Action too many (F13)',
    file: 'flow/take-actions.ts',
    find: 'actions.length > maxActions',
    replace: 'actions.length > maxActions + 1',
  },
  {
    mistake: 'an event without its parts is taken (F13)',
    file: 'flow/assert-event.ts',
    find: "if (typeof value === 'object' && value !== null) continue;",
    replace: "if (value !== null || part !== 'user') continue;",
  },
  {
    mistake: 'a signal that has aborted already is not noticed (F13)',
    file: 'flow/deadline.ts',
    find: 'if (signal?.aborted) abort();',
    replace: '',
  },
  {
    mistake: 'a signal is noticed only while an Action runs (F13)',
    file: 'flow/run-actions.ts',
    find: 'return flow.deadline.reason();',
    replace: 'return undefined;',
  },
  {
    mistake: 'a signal is not heard (F13)',
    file: 'flow/deadline.ts',
    find: "signal?.addEventListener('abort', abort);",
    replace: '',
  },
  {
    mistake: 'a refusal beyond the last recorded call is dropped (F14)',
    file: 'record/recorder.ts',
    find: 'if (calls.length >= limits.maxCalls && !refusal) return;',
    replace: 'if (calls.length >= limits.maxCalls) return;',
  },
  {
    mistake: 'setters and cache writes go on beyond the last recorded call (F14)',
    file: 'record/recorder.ts',
    find: 'isFull: () => calls.length >= limits.maxCalls',
    replace: 'isFull: () => false',
  },
];

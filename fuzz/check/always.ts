import { formatOutcome, redact, toSignupResponse, toTenantLog } from '@signup-actions/runtime-core';
import type { FlowScript } from '../scripts/script.ts';
import type { ObservedFlow } from '../world/run-scenario.ts';

/** What holds of every flow, whatever its script; answers the first thing that does not. */
export function findBreach(flow: FlowScript, observed: ObservedFlow): string | undefined {
  const { outcome, witness, failures, faults, heardLate } = observed;
  const [complaint] = witness.complaints;
  if (complaint !== undefined) return complaint;
  const text = JSON.stringify(outcome);
  if (!isFrozen(outcome)) return 'the outcome is not frozen';
  if (JSON.stringify(JSON.parse(text)) !== text) return 'the outcome is no JSON';

  const isRefused = outcome.refusals.length > 0;
  const hasFailed = outcome.executions.some(({ status }) => status === 'failed');
  if ((isRefused || hasFailed) && outcome.status === 'allowed') return 'fail closed: it is allowed';

  const isReported = outcome.diagnostics.some(({ code }) => code === 'cache-unavailable');
  if (failures > 0 && !isReported) return 'C10: the store failed, and nobody says so';
  if (faults === 0 && isReported) return 'C10: the store is said to have failed';

  const { user: _user, ...rest } = redact(outcome) as { user?: unknown };
  const log = toTenantLog(outcome);
  const { user: _same, ...printed } = JSON.parse(text) as { user?: unknown };
  const shown = [rest, printed, log, outcome.diagnostics, heardLate];
  if (outcome.status !== 'allowed') shown.push(formatOutcome(outcome).split('\n'));
  const secrets = flow.actions.flatMap((action) => Object.values(action.secrets));
  if (shown.some((data) => shows(data, secrets))) return 'a secret is shown';

  const types = log.map(({ type }) => type).join();
  const failureClass = outcome.status === 'failed' ? outcome.failure.class : '';
  const isAction = failureClass.startsWith('action_');
  const expected = outcome.status === 'allowed' ? 'ss' : isAction ? 'fs,actions_execution_failed' : 'fs';
  if (types !== expected) return `the tenant log says ${types}`;
  return findUnsaid(outcome);
}

/** What a client may hear of it (R2). */
function findUnsaid(outcome: ObservedFlow['outcome']): string | undefined {
  const host = toSignupResponse(outcome);
  const platform = toSignupResponse(outcome, { as: 'platform' });
  const isAllowed = outcome.status === 'allowed';
  if (host.status < 300 !== isAllowed || platform.status < 300 !== isAllowed)
    return 'fail closed: the answer to the client';
  if (outcome.status !== 'denied') return undefined;
  const { reason, userMessage } = outcome.refusal;
  const { body, status } = platform;
  if (status !== 400 || body['message'] !== reason || body['description'] !== reason)
    return 'R2: the reason is missing';
  if (body['friendly_message'] !== userMessage) return 'R2: the message is missing';
  const said = Object.values(host.body);
  if (said.length !== 1 || said[0] === '') return 'R3: the person reads nothing';
  return userMessage === '' || said[0] === userMessage ? undefined : 'R2: the wrong words';
}

/** Whether a secret's value stands in a text: anywhere if it is long, otherwise as the whole of it. */
function shows(data: unknown, secrets: readonly string[]): boolean {
  if (typeof data === 'string')
    return secrets.some((secret) =>
      secret.length < 6 ? secret !== '' && data === secret : holds(data, secret),
    );
  if (typeof data !== 'object' || data === null) return false;
  return Object.entries(data).some((pair) => pair.some((part) => shows(part, secrets)));
}

const holds = (text: string, secret: string): boolean =>
  text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1));

function isFrozen(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return true;
  return Object.isFrozen(data) && Object.values(data).every(isFrozen);
}

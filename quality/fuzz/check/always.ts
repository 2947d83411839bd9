import { inspect } from 'node:util';
import {
  formatOutcome,
  redact,
  toPlatformResponse,
  toSignupResponse,
  toTenantLog,
  type DeniedOutcome,
} from '@signup-actions/runtime-core';
import type { FlowScript } from '../scripts/script.ts';
import { secretValues, wordValues } from '../scripts/secrets.ts';
import type { ObservedFlow } from '../world/run-scenario.ts';

/** What only the secret contains of which another secret is the beginning. */
const restOfLonger = secretValues.LONGER.slice(secretValues.API_KEY.length);

/** What must be true of every flow, whatever its script. Returns the first violation. */
export function findBreach(flow: FlowScript, observed: ObservedFlow): string | undefined {
  const { outcome, witness, failures, faults, heardLate } = observed;
  const [complaint] = witness.complaints;
  if (complaint !== undefined) return complaint;
  const text = JSON.stringify(outcome);
  if (!isFrozen(outcome)) return 'the outcome is not frozen';
  const parsed = JSON.parse(text) as object;
  if (!isPlain(outcome)) return 'the outcome is not plain data';

  const isRefused = outcome.refusals.length > 0;
  const hasFailed = outcome.executions.some(({ status }) => status === 'failed');
  if ((isRefused || hasFailed) && outcome.status === 'allowed') return 'fail closed: it is allowed';

  const isReported = outcome.diagnostics.some(({ code }) => code === 'cache-unavailable');
  if (failures > 0 && !isReported) return 'C10: the store failed, and no diagnostic reports it';
  if (faults === 0 && isReported) return 'C10: the store is said to have failed';

  const log = toTenantLog(outcome);
  const secrets = new Set(flow.actions.flatMap((action) => Object.values(action.secrets)));
  for (const word of Object.values(wordValues)) secrets.delete(word);
  const printed = [
    formatOutcome({ ...outcome }),
    secrets.size > 0 && inspect(outcome, { depth: 9 }),
  ];
  const sent = [toSignupResponse(outcome, { include: ['code', 'reason'] }).body, heardLate];
  const shown = JSON.stringify([withoutUser(redact({ ...outcome })), log, printed, sent]);
  const plain = JSON.stringify(withoutUser(parsed));
  const leaked = [...secrets].find((secret) => shows(shown, secret) || shows(plain, secret));
  if (leaked !== undefined) return `a secret is shown: ${leaked}`;
  if (secrets.has(secretValues.LONGER) && `${shown}${plain}`.includes(restOfLonger))
    return 'the rest of a secret is shown';

  const copies = [parsed as typeof outcome, redact(outcome)];
  if (copies.some((copy) => namesOf(copy) !== namesOf(outcome)))
    return 'secrets: redaction changes a status, a code or a name';

  const types = log.map(({ type }) => type).join();
  const failureKind = outcome.status === 'failed' ? outcome.failure.kind : '';
  const isAction = failureKind.startsWith('action_');
  const expected =
    outcome.status === 'allowed' ? 'ss' : isAction ? 'fs,actions_execution_failed' : 'fs';
  if (types !== expected) return `the tenant log says ${types}`;
  return findUnsaid(outcome);
}

/** The engine's own words in an outcome. */
const namesOf = (outcome: ObservedFlow['outcome']): string =>
  JSON.stringify([
    outcome.status,
    outcome.failure?.kind,
    outcome.refusals.map(({ status }) => status),
    outcome.calls.map(({ method }) => method),
    outcome.executions.map(({ status }) => status),
    outcome.diagnostics.map(({ code }) => code),
  ]);

/** The user is what gets stored, and left as it is. */
const withoutUser = (outcome: object): object => ({ ...outcome, user: undefined });

/** What a client may see of it (R2). */
function findUnsaid(outcome: ObservedFlow['outcome']): string | undefined {
  const host = toSignupResponse(outcome);
  const platform = toPlatformResponse(outcome);
  const isAllowed = outcome.status === 'allowed';
  if (host.status < 300 !== isAllowed || platform.status < 300 !== isAllowed)
    return 'fail closed: the response to the client';
  if (outcome.status !== 'denied') return undefined;
  const { reason, userMessage } = (redact(outcome) as DeniedOutcome).refusal;
  const { body, status } = platform;
  if (status !== 400 || body['message'] !== reason || body['description'] !== reason)
    return 'R2: the reason is missing';
  if (body['friendly_message'] !== userMessage) return 'R2: the message is missing';
  const said = Object.values(host.body);
  if (said.length !== 1 || said[0] === '') return 'R3: the user sees no message';
  return userMessage === '' || said[0] === userMessage ? undefined : 'R2: the wrong words';
}

/** Whether the JSON of data contains a secret's value: anywhere if it is long, otherwise as a whole string. */
function shows(json: string, secret: string): boolean {
  if (secret === '') return false;
  const quoted = JSON.stringify(secret);
  if (secret.length < 6) return json.includes(quoted);
  // As it is, and as JSON within a string.
  return [quoted, JSON.stringify(quoted.slice(1, -1))].some((form) =>
    json.includes(form.slice(1, -1)),
  );
}

/** Whether JSON has a form for all of it. */
function isPlain(data: unknown): boolean {
  if (typeof data === 'number') return Number.isFinite(data);
  if (typeof data !== 'object' || data === null)
    return !/^(function|symbol|bigint)$/.test(typeof data);
  return Object.values(data).every(isPlain);
}

function isFrozen(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return true;
  return Object.isFrozen(data) && Object.values(data).every(isFrozen);
}

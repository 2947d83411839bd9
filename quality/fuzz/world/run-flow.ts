import type { Diagnostic, Outcome, Runtime, SignupEvent } from '@signup-actions/runtime-core';
import type { FlowScript } from '../scripts/script.ts';
import { toHandler } from './to-handler.ts';
import type { VirtualTime } from './virtual-time.ts';
import { createWitness, type Witness } from './witness.ts';

/** What came of a signup. */
export interface Observed {
  readonly outcome: Outcome;
  readonly witness: Witness;
  /** The diagnostics that the host received after the outcome. */
  readonly heardLate: readonly Diagnostic[];
  /** From the request until the outcome. */
  readonly tookMs: number;
}

/** Runs a signup to its outcome, and on until nothing happens any more. */
export async function runFlow(
  flow: FlowScript,
  runtime: Runtime,
  time: VirtualTime,
  heard: Diagnostic[],
): Promise<Observed> {
  const witness = createWitness(time);
  const event = toEvent(flow);
  const began = time.now();
  const abort = new AbortController();
  if (flow.abortMs === 0) abort.abort();
  else if (flow.abortMs !== undefined) time.timer(() => abort.abort(), flow.abortMs);
  heard.length = 0;

  let settled: Pick<Observed, 'outcome' | 'tookMs'> | undefined;
  let heardInTime = 0;
  const actions = flow.actions.map((script, index) => ({
    name: `action ${index}`,
    handler: toHandler(script, witness),
    secrets: { ...script.secrets },
    configuration: { ...script.configuration },
  }));
  const run = async (): Promise<void> => {
    const outcome = await runtime.run({
      event: flow.defect === 'getter' ? toTrapped(event) : event,
      actions,
      ...(flow.abortMs !== undefined && { signal: abort.signal }),
    });
    settled = { outcome, tookMs: time.now() - began };
    heardInTime = heard.length;
  };
  const running = run();
  // The host goes on using its event and its Actions: the flow has a snapshot of them (F9).
  Object.assign(event?.user ?? {}, { email: 'mallory@example.com' });
  Object.assign(event?.tenant ?? {}, { id: 'other' });
  for (const action of actions) {
    Object.assign(action.secrets, { HOST: 'of nobody' });
    Object.assign(action.configuration, { host: 1 });
    Object.assign(action, { name: 'another', handler: async () => {} });
  }
  const before = JSON.stringify(event);
  // What it rejects with is thrown below.
  running.catch(() => {});
  await time.settle();
  await Promise.race([running, Promise.resolve()]);
  if (!settled) throw new Error('run() has not settled.');
  if (JSON.stringify(event) !== before) throw new Error('F9: the host’s event was edited.');
  return { ...settled, witness, heardLate: heard.slice(heardInTime) };
}

function toEvent({ user, strategy, defect }: FlowScript): SignupEvent {
  const event: Record<string, unknown> = {
    user: JSON.parse(JSON.stringify(user)) as unknown,
    connection: { id: 'con_1', name: 'Users', strategy },
    tenant: { id: 'example' },
    request: { body: {}, geoip: {}, ip: '192.0.2.1', method: 'POST' },
    secrets: { HOST: 'of nobody' },
  };
  if (defect === 'tenant-id') event['tenant'] = { id: 7 };
  else if (defect !== undefined) delete event[defect];
  return (defect === 'null' ? null : event) as unknown as SignupEvent;
}

const toTrapped = (event: SignupEvent): SignupEvent =>
  Object.defineProperty({ ...event }, 'request', {
    enumerable: true,
    get() {
      throw new Error('exploded');
    },
  });

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  defaultLimits,
  toOutcome,
  type Outcome,
  type SignupEvent,
} from '@signup-actions/runtime-core';

/** Decides on signups, in a process of its own. */
export interface Flows {
  /** Never rejects: what goes wrong is a failed outcome, and admits nobody. */
  readonly decide: (event: SignupEvent) => Promise<Outcome>;
  readonly close: () => void;
}

const processFile = fileURLToPath(new URL('flow-process.ts', import.meta.url));

/** How long after the flow's own time a process is given up: by then no timer of its own has fired. */
const graceMs = 1_000;

/** What the process is started with. */
export interface FlowsOptions {
  /** The exported tenant, and the file with the values of its secrets. */
  readonly folder: string;
  readonly secretsFile: string;
  /** Hears what Actions print, and why a process ended. */
  readonly log: (text: string) => void;
  /** Of a Redis that keeps the cache for several servers; by default the process keeps it. */
  readonly cacheUrl?: string;
  readonly maxMemoryMb?: number;
  /** How long a flow may take before its process is given up. */
  readonly timeoutMs?: number;
}

/** Starts a process with the Actions of a tenant; rejects when they cannot be read. */
export async function startFlows({
  folder,
  secretsFile,
  log,
  cacheUrl = '',
  maxMemoryMb = 256,
  timeoutMs = defaultLimits.flowTimeoutMs,
}: FlowsOptions): Promise<Flows> {
  const start = (): ChildProcess => {
    const started = fork(processFile, [folder, secretsFile, cacheUrl], {
      // Nothing of the server's: neither its environment nor its flags.
      env: {},
      execArgv: [`--max-old-space-size=${maxMemoryMb}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [started.stdout, started.stderr]) {
      stream?.setEncoding('utf8').on('data', log);
    }
    return started;
  };
  let child = start();
  await Promise.race([once(child, 'message'), once(child, 'exit').then(refuseToStart)]);

  const pending = new Map<number, (outcome: Outcome) => void>();
  const listen = (): void => {
    const own = child;
    own.on('message', (answer: { readonly id?: number; readonly outcome: Outcome }) => {
      if (answer.id !== undefined) settle(answer.id, answer.outcome);
    });
    own.once('exit', () => {
      // Everybody who was being decided on at that moment is refused, and may try again.
      for (const id of pending.keys()) settle(id, dead);
      if (closed || own !== child) return;
      child = start();
      listen();
    });
  };
  const settle = (id: number, outcome: Outcome): void => {
    pending.get(id)?.(outcome);
    pending.delete(id);
  };
  let closed = false;
  let lastId = 0;
  listen();
  return {
    decide: (event) =>
      new Promise((resolve) => {
        const id = (lastId += 1);
        const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs + graceMs);
        pending.set(id, (outcome) => {
          clearTimeout(timer);
          resolve(outcome);
        });
        child.send({ id, event }, (error) => error && settle(id, dead));
      }),
    close() {
      closed = true;
      child.kill();
    },
  };
}

function refuseToStart(): never {
  throw new Error('Failed to start: the Actions of the tenant cannot be read; the log says why.');
}

const dead: Outcome = toOutcome({
  signup: undefined,
  calls: [],
  executions: [],
  failure: {
    class: 'platform_error',
    error: { name: 'Error', message: 'The process that runs the Actions has ended.' },
  },
  secrets: [],
});

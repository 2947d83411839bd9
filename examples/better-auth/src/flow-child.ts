import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { toOutcome, type Outcome, type SignupEvent } from '@signup-actions/runtime-core';
import type { FlowAnswer, FlowQuestion, FlowTask } from './flow-process.ts';

/** One process that decides on signups. */
export interface FlowChild {
  /** Whether it has read its Actions and can decide. */
  readonly ready: Promise<boolean>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  /** Never rejects: an error is a failed outcome, so the signup is refused. */
  readonly decide: (event: SignupEvent) => Promise<Outcome>;
  readonly kill: () => void;
}

/** Options of {@link startFlowChild}. */
export interface FlowChildOptions extends FlowTask {
  /** Receives what Actions print, and why a process ended. */
  readonly log: (text: string) => void;
  /** Milliseconds after which a process that has not replied is killed. */
  readonly maxReplyMs: number;
}

const processFile = fileURLToPath(new URL('flow-process.ts', import.meta.url));

export function startFlowChild({ log, maxReplyMs, ...task }: FlowChildOptions): FlowChild {
  const child = fork(processFile, {
    // Neither the server's environment nor its flags.
    env: {},
    execArgv: [`--max-old-space-size=${task.maxMemoryMb}`],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', log);

  const pending = new Map<string, (outcome: Outcome) => void>();
  const settle = (id: string, outcome: Outcome): void => {
    pending.get(id)?.(outcome);
    pending.delete(id);
  };
  const { promise: ready, resolve: setReady } = Promise.withResolvers<boolean>();
  const { promise: ended, resolve: setEnded } = Promise.withResolvers<void>();
  // Actions can send messages too. A message without the id of a question is not a reply.
  child.on('message', (message: FlowAnswer | null) => {
    if (message?.ready === true) setReady(true);
    if (message?.id !== undefined)
      settle(message.id, message.outcome ?? fail('The reply had no outcome.'));
  });
  const end = (why: string): void => {
    // Signups without a decision are refused; their users can try again.
    for (const id of pending.keys()) settle(id, fail(why));
    setReady(false);
    setEnded();
  };
  child.once('exit', () => end('The process ended.'));
  child.on('error', ({ message }) => end(message));
  child.send(task, () => {});

  return {
    ready,
    ended,
    kill,
    decide: (event) =>
      new Promise((resolve) => {
        const id = randomUUID();
        const timer = setTimeout(kill, maxReplyMs);
        pending.set(id, (outcome) => {
          clearTimeout(timer);
          resolve(outcome);
        });
        const question: FlowQuestion = { id, event };
        try {
          child.send(question, (error) => error && settle(id, fail(error.message)));
        } catch (thrown) {
          // A deeply nested body cannot be serialized.
          settle(id, fail(String(thrown)));
        }
      }),
  };
}

/** An error that no Action caused: the signup is refused (F13). */
const fail = (why: string): Outcome =>
  toOutcome({
    signup: undefined,
    calls: [],
    executions: [],
    failure: {
      kind: 'platform_error',
      error: { name: 'Error', message: `The process that runs the Actions failed: ${why}` },
    },
    secrets: [],
  });

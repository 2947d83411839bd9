import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Diagnostic, Outcome, SignupEvent, Timer } from '@signup-actions/runtime-core';
import { failOutcome } from './fail-outcome.ts';
import { parseFlowMessage, type FlowQuestion, type FlowTask } from './flow-messages.ts';
import { readLines } from './read-lines.ts';

/** One process that decides on signups. */
export interface FlowProcess {
  /** Whether it has read its Actions and can decide. */
  readonly ready: Promise<boolean>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  /** Whether it can be given a signup: one that was given before has started. */
  readonly isFree: () => boolean;
  /**
   * Never rejects: an error is a failed outcome, so the signup is refused. Resolves with nothing if the process ended
   * before any Action of the signup started.
   */
  readonly decide: (event: SignupEvent) => Promise<Outcome | undefined>;
  readonly kill: () => void;
}

/** Options of {@link startFlowProcess}. */
export interface FlowProcessOptions extends Omit<FlowTask, 'serverPid'> {
  /** Receives each line that Actions print, and why a process ended. */
  readonly onLine: (line: string) => void;
  readonly onDiagnostic: (diagnostic: Diagnostic) => void;
  /** Called when the process may have become free. */
  readonly onFree: () => void;
  /** Milliseconds after which a process that has not decided is killed. */
  readonly maxReplyMs: number;
  /** Milliseconds after which a process that has not started a signup is killed. */
  readonly maxStartMs: number;
  readonly timer: Timer;
}

const program = fileURLToPath(new URL('flow-process.ts', import.meta.url));

/** A process that is still not ready is killed: what its Actions do when they are loaded may loop. */
const maxReadyMs = 60_000;

/** A signup that the process has not decided on. */
interface Pending {
  hasStarted: boolean;
  readonly start: () => void;
  readonly settle: (outcome: Outcome | undefined) => void;
}

export function startFlowProcess(options: FlowProcessOptions): FlowProcess {
  const { onLine, onDiagnostic, onFree, maxReplyMs, maxStartMs, timer, ...task } = options;
  const child = fork(program, {
    // Neither the server's environment nor its flags.
    env: {},
    execArgv: [`--max-old-space-size=${task.maxMemoryMb}`],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  for (const stream of [child.stdout, child.stderr]) if (stream) readLines(stream, onLine);

  const pending = new Map<string, Pending>();
  const { promise: ready, resolve: setReady } = Promise.withResolvers<boolean>();
  const { promise: ended, resolve: setEnded } = Promise.withResolvers<void>();
  let hasEnded = false;
  const settle = (id: string, outcome: Outcome | undefined): void => {
    pending.get(id)?.settle(outcome);
    pending.delete(id);
    onFree();
  };
  void ready.then(timer(kill, maxReadyMs));
  child.on('message', (value) => {
    const message = parseFlowMessage(value);
    if (message?.type === 'ready') setReady(true);
    if (message?.type === 'diagnostic') onDiagnostic(message.diagnostic);
    if (message?.type === 'started') pending.get(message.id)?.start();
    if (message?.type === 'decided')
      settle(message.id, message.outcome ?? failOutcome('its reply has no outcome'));
  });
  const end = (why: string): void => {
    hasEnded = true;
    setReady(false);
    setEnded();
    // An Action that has started may have had an effect, so it is not run again. The user can try again.
    for (const [id, { hasStarted }] of pending)
      settle(id, hasStarted ? failOutcome(why) : undefined);
  };
  child.once('exit', () => end('it ended'));
  child.on('error', ({ message }) => end(message));
  const message: FlowTask = { ...task, serverPid: process.pid };
  child.send(message, () => {});

  /** Waits for the decision on a signup, but not for longer than allowed. */
  const wait = (id: string, resolve: (outcome: Outcome | undefined) => void): void => {
    // An Action that loops keeps its process from starting anything. Looks again after what has arrived while the
    // server itself was busy.
    const stopStart = timer(() => setImmediate(() => signup.hasStarted || kill()), maxStartMs);
    const stopReply = timer(kill, maxReplyMs);
    const signup: Pending = {
      hasStarted: false,
      start() {
        signup.hasStarted = true;
        stopStart();
        onFree();
      },
      settle(outcome) {
        stopStart();
        stopReply();
        resolve(outcome);
      },
    };
    pending.set(id, signup);
  };

  return {
    ready,
    ended,
    kill,
    isFree: () => !hasEnded && pending.values().every(({ hasStarted }) => hasStarted),
    decide: (event) =>
      new Promise((resolve) => {
        const id = randomUUID();
        wait(id, resolve);
        const question: FlowQuestion = { id, event };
        try {
          // If it cannot be written, the process is about to end.
          child.send(question, () => {});
        } catch (thrown) {
          // A deeply nested body cannot be serialized.
          settle(id, failOutcome(String(thrown)));
        }
      }),
  };
}

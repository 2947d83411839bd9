import type { Diagnostic } from '@signup-actions/runtime-core';
import { listExplanations } from '@signup-actions/runtime-core/internal';

/** A run rejects with it if an Action settled before its work was done. */
export class LateWorkError extends Error {
  override readonly name = 'LateWorkError';
  readonly code = 'late-call';
  /** The late calls, in order. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const calls = diagnostics.map(({ action, message }) => `  ${action}: ${message}`);
    super(
      [
        'Failed to run the flow: an Action settled before its work was done.',
        ...calls,
        'Is an await missing?',
        ...listExplanations(['late-call']),
      ].join('\n'),
    );
    this.diagnostics = diagnostics;
  }
}

/** Collects the late calls of a run. */
export interface LateWorkWatch {
  readonly onDiagnostic: (diagnostic: Diagnostic) => void;
  /** Ends the run: throws if there were late calls. Those after it fail the test that is running then. */
  readonly end: () => void;
}

/** Watches a run for late calls, and passes its diagnostics on. */
export function watchForLateWork(
  onDiagnostic: LateWorkWatch['onDiagnostic'] = () => {},
): LateWorkWatch {
  const late: Diagnostic[] = [];
  let hasEnded = false;
  return {
    onDiagnostic(diagnostic) {
      onDiagnostic(diagnostic);
      if (diagnostic.code !== 'late-call') return;
      if (hasEnded) keepLateWork(new LateWorkError([diagnostic]));
      else late.push(diagnostic);
    },
    end() {
      hasEnded = true;
      if (late.length > 0) throw new LateWorkError(late);
    },
  };
}

/** Where late work is kept after its run has ended: on the global object, since two copies of the kit can meet. */
const place = Symbol.for('@signup-actions/late-work');
type Holder = { [place]?: LateWorkError[] };

function keepLateWork(error: LateWorkError): void {
  ((globalThis as Holder)[place] ??= []).push(error);
}

/** Throws the first late work that was kept, and drops the rest: one test fails for it. */
export function throwLateWork(): void {
  const [first] = ((globalThis as Holder)[place] ?? []).splice(0);
  if (first) throw first;
}

/**
 * Waits one turn of the event loop, in which any chain of pending promises gets as far as it can. Uses a
 * message channel, since runners replace timers with ones that stand still.
 */
export const macrotask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });

/**
 * Waits in real time, even if a runner has replaced the timers: the timer of an abort signal is the
 * platform's own. It does not keep the process alive, so an open message channel does.
 */
export const realDelay = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const { port1 } = new MessageChannel();
    port1.addEventListener('message', () => {});
    port1.start();
    AbortSignal.timeout(ms).addEventListener('abort', () => {
      port1.close();
      resolve();
    });
  });

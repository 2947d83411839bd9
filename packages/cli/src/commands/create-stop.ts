import { constants } from 'node:os';
import type { Shell, StopSignal } from '../shell.ts';

/** Why a command ends before it is done. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  /** Absent if standard output cannot be written. */
  readonly signal: StopSignal | undefined;

  constructor(signal?: StopSignal) {
    super('The command was stopped.');
    this.signal = signal;
  }
}

/**
 * A signal that aborts, with a {@link Stopped} as its reason, when the user interrupts the command and when its
 * output is no longer read.
 */
export function createStop({ onInterrupt, onPrintFailure }: Shell): AbortSignal {
  const controller = new AbortController();
  onInterrupt((signal) => controller.abort(new Stopped(signal)));
  onPrintFailure(() => controller.abort(new Stopped()));
  return controller.signal;
}

/** The exit status of a stopped command: that of the signal, as in shells; without a signal, `soFar`. */
export const toStoppedStatus = ({ signal }: Stopped, soFar: number): number =>
  signal === undefined ? soFar : 128 + constants.signals[signal];

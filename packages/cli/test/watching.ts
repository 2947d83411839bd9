import { startSignupActions } from './command.ts';

/** A command that watches. */
export interface Watched {
  /** Resolves when this has been printed since the last call, to everything that was. */
  readonly until: (words: string) => Promise<string>;
  /** Presses a key. */
  readonly press: (key: string) => void;
  readonly status: Promise<number>;
  /** Interrupts the command, and returns its exit status. */
  readonly interrupt: () => Promise<number>;
}

/** Starts a command with --watch. */
export function watch(folder: string, ...args: readonly string[]): Watched {
  let printed = '';
  let onPrint = (): void => {};
  let interrupt = (): void => {};
  let press: Watched['press'] = () => {};
  const status = startSignupActions(folder, [...args, '--watch'], {
    onPrint(text) {
      printed += text;
      onPrint();
    },
    onKey(listener) {
      press = listener;
      return () => {};
    },
    onInterrupt(listener) {
      interrupt = () => listener('SIGINT');
    },
  });
  return {
    until: (words) =>
      new Promise((resolve) => {
        onPrint = () => {
          if (!printed.includes(words)) return;
          onPrint = () => {};
          const all = printed;
          printed = '';
          resolve(all);
        };
        onPrint();
      }),
    press: (key) => press(key),
    status,
    interrupt() {
      interrupt();
      return status;
    },
  };
}

import { Presets, SingleBar } from 'cli-progress';

/** How far a batch has come, for a person who waits. */
export interface Progress {
  readonly step: () => void;
  /** Prints something while the bar is out of the way. */
  readonly print: (text: string) => void;
  readonly end: () => void;
}

/** A bar on the terminal; without one, and for a single signup, only what is printed. */
export function createProgress(total: number): Progress {
  if (!process.stderr.isTTY || total < 2) {
    return { step() {}, print: (text) => console.log(text), end() {} };
  }
  const bar = new SingleBar(
    {
      clearOnComplete: true,
      format: '{bar} {value} of {total} signups',
      stream: process.stderr,
    },
    Presets.shades_classic,
  );
  let done = 0;
  let ended = false;
  const start = (): void => bar.start(total, done);
  start();
  return {
    step() {
      done += 1;
      bar.update(done);
    },
    print(text) {
      bar.stop();
      console.log(text);
      // A bar that is shown keeps the process alive.
      if (!ended) start();
    },
    end() {
      ended = true;
      bar.stop();
    },
  };
}

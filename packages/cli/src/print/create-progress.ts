import type { Shell } from '../shell.ts';

/** Shows how many signups of a batch are done. */
export interface Progress {
  readonly step: () => void;
  /** Prints a line while the bar is hidden. */
  readonly print: (text: string) => void;
  readonly end: () => void;
}

/** A bar on the terminal. Without a terminal, and for a single signup, it prints lines and shows no bar. */
export async function createProgress(
  total: number,
  { stderr, print }: Pick<Shell, 'stderr' | 'print'>,
): Promise<Progress> {
  if (!stderr.isTTY || total < 2) return { step() {}, print, end() {} };
  const { Presets, SingleBar } = await import('cli-progress');
  const bar = new SingleBar(
    { clearOnComplete: true, format: '{bar} {value} of {total} signups', stream: stderr },
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
      print(text);
      // A visible bar keeps the process alive.
      if (!ended) start();
    },
    end() {
      ended = true;
      bar.stop();
    },
  };
}

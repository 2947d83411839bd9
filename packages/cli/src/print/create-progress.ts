import type { Shell } from '../shell.ts';

/** Shows how many signups of a batch are done. */
export interface Progress {
  readonly step: () => void;
  /** Shows this number instead. */
  readonly set: (done: number) => void;
  /** Prints a line while the bar is hidden. */
  readonly print: (text: string) => void;
  readonly end: () => void;
}

/**
 * A bar on the terminal. Without a terminal, for a single signup, and when another program such as `less` gets the output
 * and prints to the same terminal, it prints lines and shows no bar.
 */
export async function createProgress(
  total: number,
  { stderr, print, isPiped }: Pick<Shell, 'stderr' | 'print' | 'isPiped'>,
): Promise<Progress> {
  if (!stderr.isTTY || isPiped || total < 2) return { step() {}, set() {}, print, end() {} };
  const { Presets, SingleBar } = await import('cli-progress');
  const bar = new SingleBar(
    { clearOnComplete: true, format: '{bar} {value} of {total} signups{speed}', stream: stderr },
    Presets.shades_classic,
  );
  let done = 0;
  let ended = false;
  const began = performance.now();
  const toPayload = (): { readonly speed: string } => ({
    speed: formatSpeed(done, total, performance.now() - began),
  });
  const start = (): void => bar.start(total, done, toPayload());
  const set = (count: number): void => {
    done = count;
    bar.update(done, toPayload());
  };
  start();
  return {
    step: () => set(done + 1),
    set,
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

/** A rate says something only after a while. */
const minMs = 2_000;

/** How many signups are done in a second, and how long the others take at this rate. */
function formatSpeed(done: number, total: number, ms: number): string {
  if (ms < minMs || done === 0) return '';
  const rate = (done * 1_000) / ms;
  const seconds = Math.ceil((total - done) / rate);
  const left = seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
  const shown = rate < 10 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en');
  return `, ${shown} per second, ${left} left`;
}

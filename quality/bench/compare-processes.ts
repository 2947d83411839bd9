import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './measure-ratio.ts';

/** The built command. */
export const command: string = fileURLToPath(
  new URL('../../packages/cli/dist/bin.cjs', import.meta.url),
);

/** What Node is started with, both in one folder. */
interface ProcessPair {
  readonly cwd: string;
  readonly subject: readonly string[];
  readonly floor: readonly string[];
  readonly pairs: number;
}

/** How many times as long the subject takes as the floor: the median over pairs of processes that alternate. */
export function compareProcesses({ cwd, subject, floor, pairs }: ProcessPair): number {
  const ratios = Array.from({ length: pairs }, () => time(cwd, subject) / time(cwd, floor));
  return median(ratios);
}

/** Milliseconds from the start of a process to its end. Throws if it fails: what does not run takes no time. */
function time(cwd: string, args: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, args, { cwd });
  return performance.now() - start;
}

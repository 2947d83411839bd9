import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Kills a process at once, as a failing machine would. */
export async function kill(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Resolves with the output of a process once it contains `words`. Rejects with the output if the process ends first. */
export function waitForWords(child: ChildProcess, words: string): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes(words)) resolve(said);
      });
    }
    child.once('exit', () =>
      reject(new Error(`The process ended before it printed "${words}":\n${said}`)),
    );
  });
}

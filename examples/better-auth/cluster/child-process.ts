import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Ends a process at once, as a machine that fails would. */
export async function kill(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** What a process has said when it says the words; rejects with all of it when it ends before. */
export function waitForWords(child: ChildProcess, words: string): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes(words)) resolve(said);
      });
    }
    child.once('exit', () => reject(new Error(`It ended before it said "${words}":\n${said}`)));
  });
}

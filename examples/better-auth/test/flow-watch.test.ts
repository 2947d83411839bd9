import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';

const watch = new URL('../src/flow-watch.ts', import.meta.url);

/** Runs a process with the thread, as if the server with this process id had started it. */
const runWatched = (serverPid: string) =>
  spawn(process.execPath, [
    '--eval',
    `const workerData = { maxMemoryMb: 256, serverPid: ${serverPid} };
    new (require('node:worker_threads').Worker)(new URL(${JSON.stringify(watch.href)}), { workerData });
    setTimeout(() => { for (;;); }, 5);`,
  ]);

it('a process whose server ended before the thread started is killed, even if an Action loops', async () => {
  const child = runWatched('process.ppid + 1');
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));

  expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
  expect(said).toBe('Killed the process that runs the Actions: its server is gone.\n');
});

// A thread beside the Actions, which they cannot block. It kills their process if the server is gone, or if memory
// outside the heap, which no flag limits, has grown as large as the heap's limit.
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const everyMs = 200;
// The server may have ended before this thread started: then the parent is another process already.
const { maxMemoryMb, serverPid } = workerData as {
  readonly maxMemoryMb: number;
  readonly serverPid: number;
};
const maxBytes = process.memoryUsage.rss() + 2 * maxMemoryMb * 2 ** 20;

setInterval(() => {
  if (process.ppid !== serverPid) end('its server is gone');
  if (process.memoryUsage.rss() > maxBytes) end(`it uses more than twice ${maxMemoryMb} MB`);
}, everyMs);

function end(why: string): void {
  try {
    writeSync(2, `Killed the process that runs the Actions: ${why}.\n`);
  } finally {
    // Even if the message could not be written.
    process.kill(process.pid, 'SIGKILL');
  }
}

// A thread beside the Actions, which they cannot keep busy: it ends their process when the server is gone, or
// when memory outside of the heap, which no flag limits, has grown as large as the heap may be.
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const everyMs = 200;
const server = process.ppid;
const { maxMemoryMb } = workerData as { readonly maxMemoryMb: number };
const maxBytes = process.memoryUsage.rss() + 2 * maxMemoryMb * 2 ** 20;

setInterval(() => {
  if (process.ppid !== server) end('its server is gone');
  if (process.memoryUsage.rss() > maxBytes) end(`it holds over twice ${maxMemoryMb} MB`);
}, everyMs);

function end(why: string): void {
  try {
    writeSync(2, `The process that runs the Actions is ended: ${why}.\n`);
  } finally {
    // Whether anybody has heard of it or not.
    process.kill(process.pid, 'SIGKILL');
  }
}

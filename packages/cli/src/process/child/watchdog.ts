// A thread of the child process. It ends the process, whatever an endless loop keeps it from noticing, when the parent
// is gone and when it uses too much memory: buffers are not part of V8's heap.
import { workerData } from 'node:worker_threads';
import { memorySignal } from '../protocol.ts';

/** What the watchdog of a process needs to know. */
export interface WatchdogData {
  readonly parent: number;
  /** Memory of the whole process. */
  readonly maxBytes: number;
}

const intervalMs = 50;
const isPosix = process.platform !== 'win32';

const { parent, maxBytes } = workerData as WatchdogData;

const isParentGone = (): boolean => {
  if (process.ppid !== parent) return true;
  try {
    process.kill(parent, 0);
    return false;
  } catch {
    return true;
  }
};

setInterval(() => {
  if (isParentGone()) endProcess();
  if (process.memoryUsage.rss() > maxBytes)
    process.kill(process.pid, isPosix ? memorySignal : 'SIGKILL');
}, intervalMs);

/** Ends the process together with the processes that Actions have started. */
function endProcess(): void {
  // Only on POSIX does the process lead a group.
  if (isPosix) process.kill(-process.pid, 'SIGKILL');
  process.kill(process.pid, 'SIGKILL');
}

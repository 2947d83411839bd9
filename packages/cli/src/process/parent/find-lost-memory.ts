import type { ChildProcess } from 'node:child_process';
import { maxMemoryMb, maxProcessMb, memorySignal } from '../protocol.ts';

/** Which memory an Action used up, if that ended the process; `errors` is what the process wrote to standard error. */
export function findLostMemory({ signalCode }: ChildProcess, errors: string): string | undefined {
  if (signalCode === memorySignal) {
    return `An Action used up the memory of its process, ${maxProcessMb} MB: look for large buffers.`;
  }
  const isHeap = signalCode === 'SIGABRT' && errors.includes('heap out of memory');
  return isHeap ? `An Action used up its memory of ${maxMemoryMb} MB.` : undefined;
}

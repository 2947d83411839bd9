import { read, readSync } from 'node:fs';
import { promisify } from 'node:util';
import { parseFlowBytes } from '../flow-bytes.ts';
import { flowsFd, type FlowMessage } from '../protocol.ts';

const partBytes = 2 ** 16;

/**
 * Reads the flows that the parent sends, until it closes the pipe, and calls `onFirst` when the first one has come. The first one blocks the process, which has nothing else
 * to do; while it waits for later ones, timers of the Actions go on. Nothing is read ahead while a flow runs, so the
 * process is idle when the Actions are.
 */
export async function* readFlows<Message = FlowMessage>(
  onFirst: () => void,
): AsyncGenerator<Message> {
  const part = Buffer.alloc(partBytes);
  const readPart = promisify(read);
  let bytes: Buffer = Buffer.alloc(0);
  let isFirst = true;
  for (;;) {
    const parsed = parseFlowBytes(bytes);
    if (parsed) {
      bytes = parsed.rest;
      if (isFirst) onFirst();
      isFirst = false;
      yield parsed.message as Message;
      continue;
    }
    const count = isFirst
      ? readSync(flowsFd, part)
      : (await readPart(flowsFd, part, 0, partBytes, null)).bytesRead;
    if (count === 0) return;
    bytes = Buffer.concat([bytes, part.subarray(0, count)]);
  }
}

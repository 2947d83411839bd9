import { deserialize, serialize } from 'node:v8';
import type { ExploreJob } from './explore-protocol.ts';
import type { FlowMessage } from './protocol.ts';

/** Flows, or what to explore, as bytes: each with the number of its bytes before them. */
export const toFlowBytes = (messages: readonly (ExploreJob | FlowMessage)[]): Uint8Array =>
  Buffer.concat(
    messages.flatMap((message) => {
      const body = serialize(message);
      const size = Buffer.alloc(sizeBytes);
      size.writeUInt32LE(body.length);
      return [size, body];
    }),
  );

const sizeBytes = 4;

/** The first message in these bytes, and the bytes after it; undefined if it is not complete. */
export function parseFlowBytes(
  bytes: Buffer,
): { readonly message: unknown; readonly rest: Buffer } | undefined {
  if (bytes.length < sizeBytes) return undefined;
  const end = sizeBytes + bytes.readUInt32LE();
  if (bytes.length < end) return undefined;
  const message: unknown = deserialize(bytes.subarray(sizeBytes, end));
  return { message, rest: bytes.subarray(end) };
}

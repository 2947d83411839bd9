import { createHookError } from './hook-errors.ts';

/** Reads a body of at most `maxBytes` bytes of UTF-8. Rejects if it is larger, or if `signal` aborts before its end. */
export async function readBody(
  request: Request,
  maxBytes: number,
  signal: AbortSignal,
): Promise<string> {
  if (Number(request.headers.get('content-length')) > maxBytes) throw createHookError('too-large');
  // The signature covers every byte, a byte order mark included.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const reader = request.body?.getReader();
  if (!reader) return '';
  const cancel = (): void => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', cancel, { once: true });
  try {
    let text = '';
    let bytes = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) throw createHookError('too-slow');
      if (done) return text + decode(decoder);
      bytes += value.byteLength;
      if (bytes > maxBytes) throw createHookError('too-large');
      text += decode(decoder, value);
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw createHookError('unreadable', cause);
  }
}

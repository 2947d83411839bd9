/** A text in fewer bytes. */
export const compress = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(
    await new Response(
      new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')),
    ).arrayBuffer(),
  );

/** The text that was compressed. Rejects for bytes that are none, and for a text of more bytes than `maxBytes`. */
export async function decompress(
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = stream.getReader();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    // A few bytes can stand for gigabytes.
    if (length > maxBytes) throw await reader.cancel().then(() => new RangeError('too large'));
    text += decoder.decode(value, { stream: true });
  }
}

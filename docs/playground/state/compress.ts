/** Compresses a string to characters that need no escapes in an address. */
export async function compress(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Returns the string that was compressed. Rejects for anything else, and if the string has more than `maxBytes`. */
export async function decompress(compressed: string, maxBytes: number): Promise<string> {
  const binary = atob(compressed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = stream.getReader();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    // A few bytes can expand to gigabytes.
    if (length > maxBytes) throw await reader.cancel().then(() => new RangeError('too large'));
    text += decoder.decode(value, { stream: true });
  }
}

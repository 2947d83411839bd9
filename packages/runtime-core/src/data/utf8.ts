/**
 * Length of a string in UTF-8 bytes, the unit of the platform's size limits. It counts what `TextEncoder` would
 * encode, without encoding it.
 */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    // The two units of a surrogate pair are four bytes together.
    if (isPair(unit, text.charCodeAt(index + 1))) index += 1;
  }
  return bytes;
}

const isPair = (first: number, second: number): boolean =>
  first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000;

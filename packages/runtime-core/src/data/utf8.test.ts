import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Bytes } from './utf8.ts';

it('counts the bytes that TextEncoder encodes', () => {
  const encoder = new TextEncoder();
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    // Includes lone surrogates.
    fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  );

  fc.assert(
    fc.property(text, (value) => {
      expect(utf8Bytes(value)).toBe(encoder.encode(value).length);
    }),
    { numRuns: fc.readConfigureGlobal()?.numRuns ?? 1_000 },
  );
});

it.each([
  ['\u007f', 1],
  ['\u0080', 2],
  ['\u07ff', 2],
  ['\u0800', 3],
  ['\uffff', 3],
  ['\ud800\udc00', 4],
  ['\udbff\udfff', 4],
  ['\ud800\ud800', 6],
  ['\udc00\udc00', 6],
  ['\ud7ff\udc00', 6],
  ['\ud800\ue000', 6],
  ['\ud800', 3],
])('%j is %i bytes long', (text, bytes) => {
  expect(utf8Bytes(text)).toBe(bytes);
});

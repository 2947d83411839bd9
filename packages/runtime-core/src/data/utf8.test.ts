import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Bytes } from './utf8.ts';

it('counts the bytes that TextEncoder makes', () => {
  const encoder = new TextEncoder();
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    // Lone halves of pairs among the rest.
    fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  );

  fc.assert(
    fc.property(text, (value) => {
      expect(utf8Bytes(value)).toBe(encoder.encode(value).length);
    }),
    { numRuns: 1_000 },
  );
});

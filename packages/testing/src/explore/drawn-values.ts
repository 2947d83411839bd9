import fc from 'fast-check';
import type { SourceValues } from './source-values.ts';

const strange = ['', ' ', 'Ada', 'İstanbul', 'مرحبا', '👩‍👩‍👧', "O'Brien", '<b>Ada</b>', '__proto__'];
/** As long as the longest value of a property of `user_metadata` in a signup. */
export const long = 'a'.repeat(500);
const strangeAddresses = [
  'ADA@EXAMPLE.COM',
  'ada+tag@example.com',
  'ada@mail.example.com',
  '"ada@home"@example.com',
  'ädä@example.com',
  `${'a'.repeat(64)}@example.com`,
];
const validAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** JSON that is not a string. */
export const otherKinds = [7, true, null, [], ['Ada'], {}];

/** Draws a string that a user or a program could send. */
export const text = (values: SourceValues): fc.Arbitrary<string> =>
  fc.oneof(
    { withCrossShrink: true },
    fc.constantFrom(...strange, long),
    ...(values.texts.length > 0 ? [fc.constantFrom(...values.texts)] : []),
    ...values.matching,
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );

/** Draws an email address: the platform accepts no other strings as an address. */
export const address = ({ texts }: SourceValues): fc.Arbitrary<string> =>
  fc.constantFrom(
    ...strangeAddresses,
    ...texts
      .flatMap((each) => [each, `ada${each}`, `ada@${each}`])
      .filter((each) => validAddress.test(each)),
  );

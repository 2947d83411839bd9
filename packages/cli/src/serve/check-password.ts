import type { PasswordRule } from './channels/index.ts';

/** The platform's default policy, "good": eight characters, of at least three kinds of four. */
export function checkPassword(password: string): readonly PasswordRule[] {
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password));
  return [
    {
      code: 'lengthAtLeast',
      message: 'At least 8 characters in length',
      verified: password.length >= 8,
    },
    {
      code: 'containsAtLeast',
      message: 'At least 3 of: lower case letters, upper case letters, numbers, special characters',
      verified: kinds.length >= 3,
    },
  ];
}

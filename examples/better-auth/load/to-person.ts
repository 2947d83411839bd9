import type { Person } from '../cluster/sign-up.ts';

/** The kind of outcome. */
export type Kind = 'allowed' | 'denied' | 'invalid' | 'failed';

/** The signup with this number. In every hundred, one is denied, one invalid, and one fails. */
export const toPerson = (number: number): Person => ({
  email: `${prefixes[number % 100] ?? 'person-'}${number}@${number % 100 === 0 ? 'disposable.example' : 'example.com'}`,
  // Each from its own address, like real users.
  from: `127.${10 + Math.floor(number / 62_500)}.${Math.floor(number / 250) % 250}.${(number % 250) + 1}`,
});

const prefixes: readonly string[] = ['denied-', 'invalid-', 'failed-'];

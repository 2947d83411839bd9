import type { Person } from '../cluster/sign-up.ts';

/** How a signup ends. */
export type Kind = 'allowed' | 'denied' | 'invalid' | 'failed';

/** The signup with that number: of a hundred, one each is there to be denied, invalid or failed. */
export const toPerson = (number: number): Person => ({
  email: `${prefixes[number % 100] ?? 'person-'}${number}@${number % 100 === 0 ? 'disposable.example' : 'example.com'}`,
  // Each from an address of its own, as people come.
  from: `127.${10 + Math.floor(number / 62_500)}.${Math.floor(number / 250) % 250}.${(number % 250) + 1}`,
});

const prefixes: readonly string[] = ['denied-', 'invalid-', 'failed-'];

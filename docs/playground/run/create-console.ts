import { inspect } from 'loupe';

/** Far more than is ever shown: an Action that prints in a loop must not fill the page's memory. */
export const maxCaughtCharacters = 65_536;

/** The methods of a console that print; the others do nothing. */
const printing: ReadonlySet<string | symbol> = new Set([
  'debug',
  'dir',
  'error',
  'info',
  'log',
  'table',
  'trace',
  'warn',
]);

/** A console of an Action's own, so that whatever it prints, and whenever, is known to be its. */
export function createConsole(write: (text: string) => void): Console {
  let left = maxCaughtCharacters;
  const print = (...values: readonly unknown[]): void => {
    const text = `${values.map(toText).join(' ')}\n`.slice(0, left);
    if (text === '') return;
    left -= text.length;
    write(text);
  };
  return new Proxy({} as Console, {
    get: (_, method) => (printing.has(method) ? print : () => {}),
  });
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return value instanceof Error ? (value.stack ?? String(value)) : inspect(value, { depth: 4 });
  } catch {
    return '[unprintable]';
  }
}

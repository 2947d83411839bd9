import inspector from 'node:inspector';
import type { Inspect, Listening } from '../inspect.ts';

/** Lets a debugger attach to this process, and waits for it if it is to stop at the first statement. */
export function openDebugger(
  { host, port, stops }: Inspect,
  send: (said: Listening) => void,
): void {
  try {
    inspector.open(port, host);
  } catch {
    // Without an address, the parent says that it is not free.
  }
  const url = inspector.url();
  send({ type: 'listening', url });
  if (url !== undefined && stops) inspector.waitForDebugger();
}

/** Code that stops at its first statement, on the same line: a directive must stay the first. */
export function toStopping(code: string): string {
  const [prologue = ''] =
    /^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/|(?:'use \w+'|"use \w+")[ \t]*(?:;|(?=[\r\n])))*/.exec(code) ??
    [];
  return `${prologue}debugger;${code.slice(prologue.length)}`;
}

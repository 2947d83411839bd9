import { describe } from '../text/describe.ts';

type RequiredEventParts = { readonly [part: string]: readonly string[] };

/** The parts that every event has, and what each holds at least. */
export const requiredEventParts: RequiredEventParts = Object.freeze({
  user: Object.freeze([]),
  connection: Object.freeze(['id', 'name', 'strategy']),
  tenant: Object.freeze(['id']),
  request: Object.freeze(['body', 'geoip', 'ip', 'method']),
});

/** Throws for what is no event, which is no Action's fault (F13). */
export function assertEvent(event: unknown): void {
  for (const part of Object.keys(requiredEventParts)) {
    const value = (event as Readonly<Record<string, unknown>> | undefined | null)?.[part];
    if (typeof value === 'object' && value !== null) continue;
    throw new TypeError(
      `Failed to start the flow: event.${part} must be an object but received ${describe(value)}.`,
    );
  }
}

import type { Limits } from '../limits.ts';
import { describe } from '../text/describe.ts';
import type { FlowRequest } from './flow-request.ts';

type RequiredEventParts = { readonly [part: string]: readonly string[] };

/** The parts that every event has, and what each holds at least. */
export const requiredEventParts: RequiredEventParts = Object.freeze({
  user: Object.freeze([]),
  connection: Object.freeze(['id', 'name', 'strategy']),
  tenant: Object.freeze(['id']),
  request: Object.freeze(['body', 'geoip', 'ip', 'method']),
});

/** Throws when a flow cannot start, which is no Action's fault (F13). */
export function assertStartable({ event, actions }: FlowRequest, limits: Limits): void {
  for (const part of Object.keys(requiredEventParts)) {
    const value: unknown = (event as unknown as Record<string, unknown> | undefined)?.[part];
    if (typeof value !== 'object' || value === null) {
      throw unstartable(`an event has an object in event.${part} but received ${describe(value)}`);
    }
  }
  if (actions.length > limits.maxActions) {
    throw unstartable(
      `a trigger has at most ${limits.maxActions} Actions but received ${actions.length}`,
    );
  }
  for (const { name, handler } of actions) {
    if (typeof handler !== 'function') {
      throw unstartable(`the handler of ${name} is a function but received ${describe(handler)}`);
    }
  }
}

const unstartable = (rule: string): TypeError =>
  new TypeError(`Failed to start the flow: ${rule}.`);

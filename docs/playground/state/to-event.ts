import type { SignupEvent } from '@signup-actions/runtime-core';
import { createMockEvent, type EventOverrides } from '@signup-actions/testing';
import type { PlaygroundState } from './playground-state.ts';

/** The event of a signup, or one sentence on why the input is not an event. */
export type ReadEvent =
  | { readonly type: 'event'; readonly event: SignupEvent }
  | { readonly type: 'broken'; readonly sentence: string; readonly line: number };

/** Merges the input into the starting point, as the kit's `createMockEvent` does. */
export function toEvent({
  startingPoint,
  event,
}: Pick<PlaygroundState, 'event' | 'startingPoint'>): ReadEvent {
  let overrides: unknown;
  try {
    overrides = event.trim() === '' ? {} : JSON.parse(event);
  } catch (error) {
    return broken(
      `The event is not valid JSON: ${(error as Error).message}.`,
      lineOf(error, event),
    );
  }
  if (typeof overrides !== 'object' || overrides === null || Array.isArray(overrides)) {
    return broken(
      'The event must be a JSON object, such as { "user": { "email": "ada@example.com" } }.',
      1,
    );
  }
  const { secrets: _, configuration: __, ...own } = overrides as EventOverrides;
  return { type: 'event', event: createMockEvent(startingPoint, own) };
}

const broken = (sentence: string, line: number): ReadEvent => ({ type: 'broken', sentence, line });

/** JavaScript engines name the place in JSON in one of two ways; some do not name it. */
function lineOf(error: unknown, text: string): number {
  const { line, position } =
    /line (?<line>\d+)|position (?<position>\d+)/.exec((error as Error).message)?.groups ?? {};
  if (line !== undefined) return Number(line);
  return position === undefined ? 1 : text.slice(0, Number(position)).split('\n').length;
}

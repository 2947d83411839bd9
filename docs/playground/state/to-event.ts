import type { SignupEvent } from '@signup-actions/runtime-core';
import { findUnknownFields } from '@signup-actions/runtime-core/internal';
import { createMockEvent, type EventOverrides } from '@signup-actions/testing';
import { findNearName, lineAt } from '@signup-actions/workbench';
import { findKey } from './find-key.ts';
import type { SignupState } from './playground-state.ts';

/** The event of a signup, or one sentence on why the input is not an event. */
export type ReadEvent =
  | { readonly type: 'event'; readonly event: SignupEvent }
  | { readonly type: 'broken'; readonly sentence: string; readonly line: number };

/** The changes to an event as data, or why they are not. */
export type ReadChanges =
  | { readonly type: 'changes'; readonly changes: EventOverrides }
  | Extract<ReadEvent, { type: 'broken' }>;

/** Merges the input into the starting point, as the kit's `createMockEvent` does. */
export function toEvent({ startingPoint, event }: SignupState): ReadEvent {
  const read = readChanges(event);
  if (read.type === 'broken') return read;
  return { type: 'event', event: createMockEvent(startingPoint, read.changes) };
}

/** Reads the changes to an event, whose fields are only those that an event can have. */
export function readChanges(text: string): ReadChanges {
  let changes: unknown;
  try {
    changes = text.trim() === '' ? {} : JSON.parse(text);
  } catch (error) {
    return broken(`The event is not valid JSON: ${(error as Error).message}.`, lineOf(error, text));
  }
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) {
    return broken(
      'The event must be a JSON object, such as { "user": { "email": "ada@example.com" } }.',
      1,
    );
  }
  const owned = ['secrets', 'configuration'].find((name) => Object.hasOwn(changes, name));
  if (owned !== undefined) {
    const sentence = `event.${owned} belongs to each Action: set it below the code of the Action.`;
    return broken(sentence, lineOfKey(text, [owned]));
  }
  const [unknown] = findUnknownFields(changes);
  if (!unknown) return { type: 'changes', changes };
  const [, ...path] = unknown.path.split('.');
  const near = findNearName(path.at(-1) ?? '', unknown.known);
  const hint = near === undefined ? `its fields are ${unknown.known.join(', ')}` : `write ${near}`;
  return broken(`No event has ${unknown.path}: ${hint}.`, lineOfKey(text, path));
}

const broken = (
  sentence: string,
  line: number,
): Extract<ReadEvent, { readonly type: 'broken' }> => ({ type: 'broken', sentence, line });

const lineOfKey = (text: string, path: readonly string[]): number =>
  lineAt(text, findKey(text, path) ?? 0);

/** JavaScript engines name the place in JSON in one of two ways; some do not name it. */
function lineOf(error: unknown, text: string): number {
  const { line, position } =
    /line (?<line>\d+)|position (?<position>\d+)/.exec((error as Error).message)?.groups ?? {};
  if (line !== undefined) return Number(line);
  return position === undefined ? 1 : lineAt(text, Number(position));
}

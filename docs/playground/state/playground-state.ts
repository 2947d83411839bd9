import { startingPoints, type StartingPoint } from '@signup-actions/testing';
import * as v from 'valibot';

/** Far more than the platform accepts, so that the visitor reads the sentence about the platform's limit. */
const maxStringCharacters = 400_000;

const text = v.pipe(v.string(), v.maxLength(maxStringCharacters));
const settings = v.pipe(v.array(v.strictTuple([text, text])), v.maxLength(100));

const moduleState = v.strictObject({
  name: v.pipe(text, v.trim(), v.nonEmpty(), v.maxLength(100)),
  code: text,
  secrets: settings,
});
const actionState = v.strictObject({ ...moduleState.entries, configuration: settings });

const haveOwnNames = (list: readonly { readonly name: string }[]): boolean =>
  new Set(list.map(({ name }) => name)).size === list.length;

/** Far more than the platform accepts, for the same reason. */
export const maxActions = 30;
export const maxModules = 100;

/** What a link has to contain; anything else is rejected. */
export const stateSchema = v.strictObject({
  version: v.literal(1),
  startingPoint: v.picklist(Object.keys(startingPoints) as StartingPoint[]),
  event: text,
  actions: v.pipe(
    v.array(actionState),
    v.minLength(1),
    v.maxLength(maxActions),
    // Calls and console output are assigned by the Action's name.
    v.check((list) => haveOwnNames(list)),
  ),
  /** Links from before the playground had modules do not have this list. */
  modules: v.optional(
    v.pipe(
      v.array(moduleState),
      v.maxLength(maxModules),
      v.check((list) => haveOwnNames(list)),
    ),
  ),
});

/** Everything that the visitor can edit. Code and JSON are kept as typed, valid or not. */
export type PlaygroundState = v.InferOutput<typeof stateSchema>;

/** One Action as it is edited. */
export type ActionState = PlaygroundState['actions'][number];

/** One Actions module as it is edited; every Action may require it. */
export type ModuleState = v.InferOutput<typeof moduleState>;

/** Names and values, in the order in which they were added. */
export type Settings = ActionState['secrets'];

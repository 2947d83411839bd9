import { startingPoints, type StartingPoint } from '@signup-actions/testing';
import * as v from 'valibot';

/** Far more than the platform accepts, so that the visitor reads the sentence about the platform's limit. */
const maxStringCharacters = 400_000;

/** The methods of requests that can be responded to. */
export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', '*'] as const;

/** How many responses to requests a state can have. */
export const maxResponses = 20;

/** Each signup takes a worker, one after the other. */
export const maxSignups = 20;

/** A year: longer than any record of the cache lives. */
export const maxAfterMs = 366 * 24 * 60 * 60 * 1_000;

const text = v.pipe(v.string(), v.maxLength(maxStringCharacters));
const settings = v.pipe(v.array(v.strictTuple([text, text])), v.maxLength(100));

const moduleState = v.strictObject({
  /** Absent for JavaScript. */
  language: v.optional(v.literal('typescript')),
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

export const maxNameCharacters = 200;

const signupState = v.strictObject({
  /** What it is, if a file says so. */
  name: v.optional(v.pipe(text, v.maxLength(maxNameCharacters))),
  startingPoint: v.picklist(Object.keys(startingPoints) as StartingPoint[]),
  /** Changes to the event of the starting point, as JSON. */
  event: text,
  /** Milliseconds since the signup before. */
  afterMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxAfterMs)),
});

const recordState = v.strictObject({
  key: text,
  value: text,
  /** Absent for the platform's default. */
  ttlMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxAfterMs))),
});

/** More than the platform keeps, so that the visitor reads its limit. */
export const maxRecords = 30;

const responseState = v.strictObject({
  /** `*` for every method. */
  method: v.picklist(methods),
  /** An asterisk stands for any characters. */
  url: text,
  kind: v.picklist(['respond', 'unreachable', 'silent']),
  status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
  body: text,
  delayMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60_000)),
});

/** What a link has to contain; anything else is rejected. */
export const stateSchema = v.strictObject({
  version: v.literal(1),
  /** Absent if requests go to the network. */
  responses: v.optional(v.pipe(v.array(responseState), v.minLength(1), v.maxLength(maxResponses))),
  /** What the cache holds before the first signup; absent if it holds what the last run has left. */
  records: v.optional(v.pipe(v.array(recordState), v.minLength(1), v.maxLength(maxRecords))),
  signups: v.pipe(v.array(signupState), v.minLength(1), v.maxLength(maxSignups)),
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

/** What a service responds to requests, as it is edited. */
export type ResponseState = v.InferOutput<typeof responseState>;

/** A record that the cache holds before the first signup, as it is edited. */
export type RecordState = v.InferOutput<typeof recordState>;

/** One signup as it is edited. */
export type SignupState = PlaygroundState['signups'][number];

/** One Action as it is edited. */
export type ActionState = PlaygroundState['actions'][number];

/** One Actions module as it is edited; every Action may require it. */
export type ModuleState = v.InferOutput<typeof moduleState>;

/** Names and values, in the order in which they were added. */
export type Settings = ActionState['secrets'];

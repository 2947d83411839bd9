import { defaultLimits } from '@signup-actions/runtime-core';
import { handlerName } from '@signup-actions/runtime-core/internal';

/** How a handler is written, for the end of a sentence. */
export const handlerExample = `exports.${handlerName} = async (event, api) => { … }`;

/** What the platform rejects. */
export type PlatformRule =
  | 'actions-module'
  | 'code-too-large'
  | 'handler-missing'
  | 'handler-not-async'
  | 'not-commonjs'
  | 'secret-name-too-long'
  | 'secret-value-too-long'
  | 'too-many-actions'
  | 'too-many-secrets';

const { maxActions, maxCodeBytes, maxSecrets, maxSecretNameCharacters, maxSecretValueCharacters } =
  defaultLimits;

const count = (value: number): string => value.toLocaleString('en');

/** The sentence of each rule of the platform: what it wants, what it found, what to do. */
export const platformSentences = {
  'actions-module': (name: string) =>
    `The Actions module ${JSON.stringify(name)} is on the platform only, and is not supported here yet: copy its code into the Action.`,
  'code-too-large': (bytes: number) =>
    `The platform takes at most ${count(maxCodeBytes)} bytes of code, and this file has ${count(bytes)}: move data and libraries into dependencies.`,
  'handler-missing': () =>
    `The platform calls the export ${handlerName}, and this file has none: write ${handlerExample}.`,
  'handler-not-async': () =>
    `The platform runs handlers that are async functions, and this one is none: write ${handlerExample}.`,
  'not-commonjs': () =>
    `The platform loads CommonJS, and this file has import or export statements: write require(…) and ${handlerExample}.`,
  'secret-name-too-long': (length: number) =>
    `The platform takes names of secrets of at most ${count(maxSecretNameCharacters)} characters, and this one has ${count(length)}: shorten it.`,
  'secret-value-too-long': (name: string, length: number) =>
    `The platform takes values of secrets of at most ${count(maxSecretValueCharacters)} characters, and the one of ${name} has ${count(length)}: shorten it.`,
  'too-many-actions': (position: number) =>
    `The platform binds at most ${count(maxActions)} Actions to the trigger, and this is number ${count(position)}: merge some of them, or run fewer.`,
  'too-many-secrets': (length: number) =>
    `The platform takes at most ${count(maxSecrets)} secrets an Action, and this one has ${count(length)}: merge some of them.`,
} satisfies Record<PlatformRule, (...values: never[]) => string>;
